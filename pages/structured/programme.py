"""The programme of an event as events of its own: one for each session and group.

Breaks are none. An end that nobody gave is the one the programme has worked out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from pages.agenda import Contribution, Day, Entry, Programme, Track
from pages.agenda.titles import entry_title
from pages.models import Venue
from pages.structured.parts import Node, node, people, room

__all__ = ["moderators", "performers", "sessions"]

BREAK = "break"


def sessions(programme: Programme, venue: Venue | None) -> list[Node]:
    """Return the entries of all days; rooms are in ``venue``, if people meet there."""
    return [
        session(entry, day, venue)
        for day in programme.days
        for entry in day.entries
        if entry.kind != BREAK
    ]


def session(entry: Entry, day: Day, venue: Venue | None) -> Node:
    starts, ends = moment(entry.starts_at, day.date), moment(entry.ends_at)
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
