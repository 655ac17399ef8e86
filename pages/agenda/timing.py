"""From times on a clock to moments: zones, clock changes, computed ends.

Two datetimes of one zone are compared and subtracted by Python as their clocks show
them, which is wrong in the two nights a year when clocks change. Whatever is compared
or subtracted here is in UTC first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Span:
    """When an entry takes place; what is not known is None."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    end_is_computed: bool = False


def utc(moment: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a moment without a zone."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment!r} has no time zone.")
    return moment.astimezone(UTC)


def date_in(zone: tzinfo, moment: datetime | None) -> date | None:
    """The date people in this zone live on at that moment."""
    return utc(moment).astimezone(zone).date() if moment else None


def moment_on(day: date | None, clock: time | None, zone: tzinfo) -> datetime | None:
    """The moment in UTC at which clocks in `zone` show `clock` on that day.

    As RFC 5545 §3.3.5 has it: a time that occurs twice means its first occurrence,
    a time that is skipped is read with the offset before the change (02:30 in the
    night to summer time is 03:30). None without a day or a clock, and at the two
    ends of the calendar, where no moment in UTC exists.
    """
    if day is None or clock is None:
        return None
    try:
        return datetime.combine(day, clock.replace(fold=0), zone).astimezone(UTC)
    except OverflowError:
        return None


def spans(
    clocks: Iterable[tuple[time | None, time | None]],
    day: date | None,
    zone: tzinfo,
    closing: datetime | None = None,
) -> list[Span]:
    """When the entries of one day take place, given their starts and ends on the clock.

    A missing end is the start of the next timed entry, for the last one `closing`.
    Entries that start together end together. An end is never computed to lie at or
    before the start: it is unknown instead. An end that was given is kept as it is.
    """
    moments = [
        (moment_on(day, start, zone), moment_on(end_date(day, end), end, zone))
        for start, end in clocks
    ]
    bounds = _bounds([start for start, _ in moments], closing and utc(closing))
    return [
        _span(start, end, bound, zone)
        for (start, end), bound in zip(moments, bounds, strict=True)
    ]


def end_date(day: date | None, end: time | None) -> date | None:
    """The date on which an entry of a day ends: at midnight, the next one."""
    if day is None or end != MIDNIGHT or day == date.max:
        return day
    return day + timedelta(days=1)


def _bounds(
    starts: list[datetime | None], closing: datetime | None
) -> list[datetime | None]:
    """For each start the moment at which what begins there has to be over."""
    bounds: list[datetime | None] = []
    following, bound = closing, None
    for start in reversed(starts):
        if start and start != following:
            bound = following if following and following > start else None
            following = start
        bounds.append(bound if start else None)
    return bounds[::-1]


def _span(
    start: datetime | None,
    end: datetime | None,
    bound: datetime | None,
    zone: tzinfo,
) -> Span:
    if start is None:
        return Span()
    last = end or bound
    return Span(
        starts_at=start.astimezone(zone),
        ends_at=last.astimezone(zone) if last else None,
        end_is_computed=end is None and bound is not None,
    )
