"""Keeps what was noted in a transaction until it is committed, then tells it."""

from functools import partial
from typing import NamedTuple

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from cms.plugins import ContentChange, content_changed
from cms.publishing.objects import ObjectNote, object_changes
from cms.publishing.pages import PageNote, page_changes

__all__ = ["note"]

Note = PageNote | ObjectNote


def note(found: Note, using: str) -> None:
    """Tell this after commit; at once where there is no transaction."""
    current_notes(connections[using]).add(found)


class Notes:
    """The notes of one transaction.

    Each is kept by an ``on_commit`` callback of its own, which Django drops together
    with its savepoint: what is left to run at commit is what really happened. Telling
    has to come after the last of them and must not depend on any savepoint. Django has
    no public hook for that, so each note queues another :class:`Turn`, outside of all
    savepoints, and only the last turn tells.
    """

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self.kept: list[Note] = []
        self.turns = 0

    def add(self, found: Note) -> None:
        self.connection.on_commit(partial(self.kept.append, found))
        self.turns += 1
        turn = Turn(self, self.turns)
        if self.connection.in_atomic_block:
            self.connection.run_on_commit.append((set(), turn.take, True))  # type: ignore[arg-type] # the stubs know no third value
        else:
            self.connection.on_commit(turn.take, robust=True)

    def tell(self) -> None:
        noted, self.kept = self.kept, []
        if changes := changes_of(noted, self.connection.alias):
            content_changed.send_robust(sender=None, changes=changes)


class Turn(NamedTuple):
    """A place in the queue of things to do at commit."""

    notes: Notes
    number: int

    def take(self) -> None:
        if self.number == self.notes.turns:
            self.notes.tell()


def current_notes(connection: BaseDatabaseWrapper) -> Notes:
    """Return the notes of the running transaction, which its own queue carries."""
    for entry in reversed(connection.run_on_commit):
        turn = getattr(entry[1], "__self__", None)
        if isinstance(turn, Turn):
            return turn.notes
    return Notes(connection)


def changes_of(noted: list[Note], using: str) -> tuple[ContentChange, ...]:
    """Return one change per object, pages first, in the order they were touched."""
    pages = [found for found in noted if isinstance(found, PageNote)]
    objects = [found for found in noted if isinstance(found, ObjectNote)]
    return (*page_changes(pages, using), *object_changes(objects, using))
