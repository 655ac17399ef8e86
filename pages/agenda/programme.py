"""The programme of an event as one value.

HTML, print, JSON, iCalendar and JSON-LD are all written from it, so they agree.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from pages.agenda.items import EntryItem, Person
from pages.agenda.timing import utc


@dataclass(frozen=True, slots=True)
class Entry(EntryItem):
    """An item of the agenda and when it takes place.

    `starts_at` and `ends_at` are in the programme's zone, None if unknown; `start`
    and `end` remain what the editor wrote. Compare moments in UTC: Python compares
    two datetimes of one zone by their clocks.
    """

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    end_is_computed: bool = False

    @property
    def duration(self) -> timedelta | None:
        """Elapsed time, negative if the end was given wrong, None if unknown."""
        if self.starts_at is None or self.ends_at is None:
            return None
        return utc(self.ends_at) - utc(self.starts_at)


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading; without a title and an id before the first one."""

    title: str
    moderators: tuple[Person, ...]
    entries: tuple[Entry, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """One day in reading order; without an id if no day item stands at its head."""

    date: date | None
    title: str
    sections: tuple[Section, ...]
    id: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sections."""
        return tuple(chain.from_iterable(part.entries for part in self.sections))


@dataclass(frozen=True, slots=True)
class Programme:
    """The days of an event; false if there is no entry in them."""

    days: tuple[Day, ...]
    zone: ZoneInfo

    def __bool__(self) -> bool:
        return any(day.entries for day in self.days)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in reading order."""
        return tuple(chain.from_iterable(day.entries for day in self.days))

    @property
    def is_multi_day(self) -> bool:
        """Whether the days need headings to be told apart."""
        return len(self.days) > 1
