"""Keeps what was noted in a transaction until it is committed, then tells it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from cms.plugins import ContentChange, content_changed
from cms.publishing.objects import ObjectNote, object_changes
from cms.publishing.pages import PageNote, page_changes
from cms.publishing.stored import Note, forget, write_note

__all__ = ["note", "tell_changes"]


def note(
    found: Note,
    using: str,
    *,
    row: int | None = None,
    shown_on: Sequence[int] | set[int] = (),
) -> None:
    """Tell this after commit; at once where there is no transaction.

    ``row`` is where it was written before the change, ``shown_on`` are pages that will
    not be known any more, or not yet, to show it.
    """
    connection = connections[using]
    if row is None and (connection.in_atomic_block or shown_on):
        row = write_note(found, using, shown_on=shown_on)
    current_notes(connection).add(found, row)


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
        self.kept: list[tuple[Note, int | None]] = []
        self.turns = 0

    def add(self, found: Note, row: int | None) -> None:
        self.connection.on_commit(partial(self.kept.append, (found, row)))
        self.turns += 1
        turn = Turn(self, self.turns)
        if self.connection.in_atomic_block:
            self.connection.run_on_commit.append((set(), turn.take, True))  # type: ignore[arg-type] # the stubs know no third value
        else:
            self.connection.on_commit(turn.take, robust=True)

    def tell(self) -> None:
        kept, self.kept = self.kept, []
        noted = [found for found, _row in kept]
        rows = [row for _found, row in kept if row is not None]
        tell_changes(noted, rows, self.connection.alias)


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


def tell_changes(noted: list[Note], rows: Sequence[int], using: str) -> None:
    """Send the event. The outbox forgets the rows in the moment it writes it down."""
    if changes := changes_of(noted, using):
        content_changed.send_robust(sender=None, changes=changes, notes=rows)
    else:
        forget(rows, using)


def changes_of(noted: list[Note], using: str) -> tuple[ContentChange, ...]:
    """Return one change per object, pages first, in the order they were touched."""
    pages = [found for found in noted if isinstance(found, PageNote)]
    objects = [found for found in noted if isinstance(found, ObjectNote)]
    return (*page_changes(pages, using), *object_changes(objects, using))
