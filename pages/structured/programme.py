"""The programme of an event as events of its own: one for each session and group.

Breaks are none. An end that nobody gave is the one the programme has worked out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from pages.agenda import Contribution, Day, Entry, Programme, Track
from pages.agenda.timing import utc
from pages.agenda.titles import entry_title
from pages.models import Venue
from pages.structured.parts import Node, node, people, room

__all__ = ["early", "moderators", "performers", "sessions"]

BREAK = "break"


def sessions(
    programme: Programme, venue: Venue | None, begins: datetime | None = None
) -> list[Node]:
    """Return what happens, without what is before the event begins (``early``).

    Rooms are in ``venue``, if people meet there.
    """
    return [
        session(entry, day, venue, begins)
        for day, entry in happening(programme)
        if not is_before(begins, entry, day)
    ]


def early(
    programme: Programme, venue: Venue | None, begins: datetime | None
) -> list[Node]:
    """Return what happens before, as on the evening before.

    No part of an event begins before it does: readers would take one of the two times
    for wrong.
    """
    return [
        session(entry, day, venue)
        for day, entry in happening(programme)
        if is_before(begins, entry, day)
    ]


def happening(programme: Programme) -> Iterator[tuple[Day, Entry]]:
    for day in programme.days:
        yield from ((day, entry) for entry in day.entries if entry.kind != BREAK)


def is_before(begins: datetime | None, entry: Entry, day: Day) -> bool:
    if begins is None:
        return False
    if entry.starts_at:
        return utc(entry.starts_at) < utc(begins)
    return day.date is not None and day.date < begins.date()


def session(
    entry: Entry, day: Day, venue: Venue | None, begins: datetime | None = None
) -> Node:
    # A day alone would be midnight to some, before an event that begins on it.
    is_on_first_day = begins is not None and day.date == begins.date()
    known_day = None if is_on_first_day else day.date
    starts, ends = moment(entry.starts_at, known_day), moment(entry.ends_at)
    return node(
        "Event",
        name=entry_title(entry),
        startDate=starts,
        endDate=ends,
        location=room(entry.room, venue),
        performer=people(entry.people),
        workFeatured=list(talks(entry.contributions)),
        subEvent=[group(track, starts, ends, venue) for track in entry.tracks],
    )


def group(
    track: Track, starts: str | None, ends: str | None, venue: Venue | None
) -> Node:
    return node(
        "Event",
        name=track.title,
        startDate=starts,
        endDate=ends,
        location=room(track.room, venue),
        performer=people(track.people),
        workFeatured=list(talks(track.contributions)),
    )


def talks(contributions: Iterable[Contribution]) -> Iterator[Node]:
    for talk in contributions:
        yield node("CreativeWork", name=talk.title, author=people(talk.people))


def moment(value: datetime | None, day: date | None = None) -> str | None:
    """Return a moment with its offset from UTC, else the day, if that is known."""
    if value is not None:
        return value.isoformat()
    return day.isoformat() if day else None


def performers(programme: Programme) -> list[Node]:
    """Return all who take part in what happens, each once."""
    return people(person for entry in programme.entries for person in entry.everyone)


def moderators(programme: Programme) -> list[Node]:
    sections = (section for day in programme.days for section in day.sections)
    return people(person for section in sections for person in section.moderators)
