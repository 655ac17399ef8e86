"""What an editor wrote: the agenda as a flat stream of day, section and entry items.

Blocks translate their stream into these values; nothing here knows a block. Texts
are plain strings without markup. Required parts may be empty, because a draft can be
saved before it is complete.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from itertools import chain


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part: a name, an institution or both.

    Raises ValueError if both are empty.
    """

    name: str = ""
    institution: str = ""

    def __post_init__(self) -> None:
        if not (self.name.strip() or self.institution.strip()):
            raise ValueError("A person needs a name or an institution.")

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.institution) if part)


@dataclass(frozen=True, slots=True)
class Contribution:
    """One talk in an entry or a track. `slides` are documents, never looked into."""

    title: str
    people: tuple[Person, ...] = ()
    slides: tuple[object, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """One of several groups that work at the same time. `abstract` is rich text."""

    title: str
    room: str = ""
    people: tuple[Person, ...] = ()
    abstract: object = ""
    contributions: tuple[Contribution, ...] = ()
    id: str = ""

    @property
    def everyone(self) -> tuple[Person, ...]:
        """The people of the track, then those of its contributions."""
        return (*self.people, *_speakers(self.contributions))


@dataclass(frozen=True, slots=True)
class DayItem:
    """What follows is on this day. Without a date the times of the day are unknown."""

    id: str
    date: date | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class SectionItem:
    """What follows belongs together, until the next section or day."""

    id: str
    title: str
    moderators: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryItem:
    """One line of the programme.

    `kind` is "session", "break", "parallel" or the name of a plugin's block. `start`
    and `end` are times on the clock of the event's zone, on the day the entry lies
    in; an entry without a start is untimed and keeps its place in the order. An end
    at 00:00 is the midnight after that day. `abstract`, `slides` and `block` (a
    plugin's bound block) are handed through, never looked into.
    """

    id: str
    kind: str
    start: time | None = None
    end: time | None = None
    title: str = ""
    people: tuple[Person, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    tracks: tuple[Track, ...] = ()
    room: str = ""
    abstract: object = ""
    slides: tuple[object, ...] = ()
    block: object = field(default=None, repr=False, compare=False)

    @property
    def everyone(self) -> tuple[Person, ...]:
        """All people in reading order: of the entry, its contributions, its tracks."""
        in_tracks = chain.from_iterable(track.everyone for track in self.tracks)
        return (*self.people, *_speakers(self.contributions), *in_tracks)


AgendaItem = DayItem | SectionItem | EntryItem


def _speakers(contributions: tuple[Contribution, ...]) -> Iterator[Person]:
    return chain.from_iterable(talk.people for talk in contributions)
