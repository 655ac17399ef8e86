"""What a client gets next: first all that is public, then what has changed since.

What is said of a page is what is so at this moment, not what an event once said. So a
page that was published and hidden since is not named, and entries may be left out that
a later one repeats.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cms.outbox.cursors import Cursor
from cms.outbox.models import Event, Feed, locked_feed
from cms.outbox.pages import PublicPage, all_public_pages, public_pages

__all__ = ["Part", "current_feed", "first_cursor", "read_part"]


@dataclass(frozen=True, slots=True)
class GonePage:
    pk: int


@dataclass(frozen=True, slots=True)
class ChangedObject:
    model: str
    object_id: str
    is_gone: bool


Entry = PublicPage | GonePage | ChangedObject


@dataclass(frozen=True, slots=True)
class Part:
    """What a client gets, and where it stands after that."""

    cursor: Cursor
    entries: list[Entry] = field(default_factory=list)
    has_more: bool = False


def current_feed() -> Feed:
    """Return the state of the feed. Only the very first question ever writes."""
    return Feed.objects.filter(pk=1).first() or locked_feed()


def first_cursor(feed: Feed) -> Cursor:
    return Cursor(feed.epoch, feed.position, listed=0)


def read_part(cursor: Cursor, limit: int) -> Part:
    if cursor.listed is not None:
        return read_list(cursor, cursor.listed, limit)
    return read_events(cursor, limit)


def read_list(cursor: Cursor, listed: int, limit: int) -> Part:
    """Return the next pages of the list by their number.

    A page that becomes public behind the client's back has an event after the position
    at which the list began.
    """
    pages = all_public_pages(after=listed, limit=limit)
    if len(pages) < limit:
        return Part(Cursor(cursor.epoch, cursor.position), [*pages], has_more=True)
    last = Cursor(cursor.epoch, cursor.position, listed=pages[-1].pk)
    return Part(last, [*pages], has_more=True)


Key = int | tuple[str, str]
"""The number of a page, or model and number of another object."""


def read_events(cursor: Cursor, limit: int) -> Part:
    events = Event.objects.filter(position__gt=cursor.position).order_by("position")
    # Each event has at least one entry, so no more of them are needed.
    rows = list(events[: limit + 1])
    taken: dict[Key, bool] = {}
    position, given = cursor.position, cursor.given
    for event in rows:
        keys = list(keys_of(event))
        for number, (key, is_gone) in enumerate(keys):
            if number < given:
                continue
            if len(taken) == limit and key not in taken:
                stop = Cursor(cursor.epoch, position, number)
                return Part(stop, entries_of(taken), has_more=True)
            taken[key] = is_gone
        position, given = event.position, 0
    has_more = len(rows) > limit
    return Part(Cursor(cursor.epoch, position), entries_of(taken), has_more=has_more)


def keys_of(event: Event) -> Iterator[tuple[Key, bool]]:
    """Yield what an event concerns, and whether that has gone as far as it knows."""
    if not event.is_page:
        yield (event.model, event.object_id), event.is_gone
    for pk, _before, after in event.pages:
        yield pk, after is None
    for pk, _address in event.affected:
        yield pk, False


def entries_of(taken: dict[Key, bool]) -> list[Entry]:
    public = public_pages(key for key in taken if isinstance(key, int))
    return [entry_of(key, public, is_gone=gone) for key, gone in taken.items()]


def entry_of(key: Any, public: dict[int, PublicPage], *, is_gone: bool) -> Entry:
    if isinstance(key, int):
        return public.get(key) or GonePage(key)
    model, object_id = key
    return ChangedObject(model, object_id, is_gone)
