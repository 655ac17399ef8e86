"""VTIMEZONE: how the clocks of a zone change, so that every program agrees with us.

Written here, because icalendar's generator gives the beginning of summer time on the
clocks after the change, where RFC 5545 §3.6.5 wants those before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import (
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vDDDTypes,
    vRecur,
)

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Change", "changes", "timezone"]

# Outside of these years moments are written in UTC.
FIRST_YEAR = 1970
LAST_YEAR = 2199

EUROPE_SINCE = 1996
"""Since when the European Union has changed its clocks as it does today."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A moment from which on the clocks of a zone show another time."""

    at: datetime
    """In UTC."""
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def on_the_clock(self) -> datetime:
        """What clocks showed at that moment, if nobody had changed them."""
        return (self.at + self.before).replace(tzinfo=None)


@lru_cache(maxsize=256)
def timezone(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """Return the component for moments from one year to another, both included.

    A zone whose clocks change as in the European Union gets the rule for that, which
    every program knows; of another one all changes are listed.
    """
    found = list(changes(zone, first_year, last_year))
    component = Timezone()
    component.add("tzid", zone.key)
    if is_european(found, first_year, last_year):
        for change in european_rule(found):
            component.add_component(observance(change, yearly=True))
        return component
    component.add_component(observance(beginning(zone, first_year)))
    for change in found:
        component.add_component(observance(change))
    return component


def changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    """Yield all changes of a zone's clocks from one year to another."""
    day = datetime(first_year, 1, 1, tzinfo=UTC)
    end = datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while day < end:
        if shown(zone, day) != shown(zone, day + DAY):
            yield change_between(zone, day, day + DAY)
        day += DAY


def change_between(zone: ZoneInfo, early: datetime, late: datetime) -> Change:
    before = shown(zone, early)
    while late - early > timedelta(seconds=1):
        middle = (early + (late - early) / 2).replace(microsecond=0)
        if shown(zone, middle) == before:
            early = middle
        else:
            late = middle
    return change_at(zone, late, before[0])


def change_at(zone: ZoneInfo, moment: datetime, before: timedelta) -> Change:
    after, name = shown(zone, moment)
    is_summer = bool(moment.astimezone(zone).dst())
    return Change(moment, before, after, name, is_summer)


def shown(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, str]:
    local = moment.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or ""


def beginning(zone: ZoneInfo, year: int) -> Change:
    """Return what holds until the first change."""
    moment = datetime(year, 1, 1, tzinfo=UTC) - DAY
    return change_at(zone, moment, shown(zone, moment)[0])


def is_european(found: list[Change], first_year: int, last_year: int) -> bool:
    if first_year < EUROPE_SINCE:
        return False
    expected = [
        european_change(year, month)
        for year in range(first_year, last_year + 1)
        for month in (3, 10)
    ]
    return [change.at for change in found] == expected


def european_change(year: int, month: int) -> datetime:
    """Return 01:00 UTC of the last Sunday of March or October (2000/84/EC)."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def european_rule(found: list[Change]) -> Iterator[Change]:
    """Yield the two changes of the year in which the rule began."""
    for change, month in zip(found[:2], (3, 10), strict=True):
        at = european_change(EUROPE_SINCE, month)
        yield Change(at, change.before, change.after, change.name, change.is_summer)


def observance(
    change: Change, *, yearly: bool = False
) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if change.is_summer else TimezoneStandard()
    part.add("dtstart", vDDDTypes(change.on_the_clock))
    if yearly:
        month = change.at.month
        part.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
    part.add("tzname", change.name)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    return part
