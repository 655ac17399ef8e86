"""What is wrong with a programme, told to its editor before visitors find it.

One fault is told once: entries that are out of order do not overlap as well, an end
that is too late is told for the next entry only.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import pairwise

from pages.agenda import sentences
from pages.agenda.building import timed
from pages.agenda.people import people_in_two_entries, people_in_two_tracks
from pages.agenda.programme import Day, Programme
from pages.agenda.sentences import AgendaWarning
from pages.agenda.timeline import Slot, gaps, overlaps, timeline
from pages.agenda.timing import utc

# On a day without a date, times on the clock can still be compared.
STAND_IN_DATE = date(2000, 1, 1)


def find_warnings(
    programme: Programme, ends_at: datetime | None = None
) -> tuple[AgendaWarning, ...]:
    """All faults of a programme in reading order, in the active language.

    `ends_at` is the end of the event; without it nothing is found to be too late.
    Raises ValueError if it has no time zone. Meant for the forms of editors; pages for
    visitors do not need it.
    """
    found = [*_days(programme.days), *_after_event_end(programme, ends_at)]
    for day in programme.days:
        found += _within(day)
    return tuple(sorted(found, key=_reading_order(programme)))


def _reading_order(programme: Programme) -> Callable[[AgendaWarning], int]:
    ids: list[str] = []
    for day in programme.days:
        ids += [day.id, *(entry.id for entry in day.entries)]
    return lambda warning: ids.index(warning.entry_id)


def _days(days: Iterable[Day]) -> Iterator[AgendaWarning]:
    dates: list[date] = []
    for day in days:
        if day.date is None:
            continue
        if day.date in dates:
            yield sentences.day_twice(day, day.date)
        elif dates and day.date < dates[-1]:
            yield sentences.days_out_of_order(day, day.date, dates[-1])
        dates.append(day.date)


def _after_event_end(
    programme: Programme, ends_at: datetime | None
) -> Iterator[AgendaWarning]:
    """The first entry that is too late: if all are, the event's end is wrong."""
    if ends_at is None:
        return
    event_end = utc(ends_at).astimezone(programme.zone)
    for slot in timeline(programme.entries):
        if slot.start >= utc(ends_at):
            yield sentences.begins_after_event(slot.entry, event_end)
            return
        if _ends_after(slot, utc(ends_at)):
            yield sentences.ends_after_event(slot.entry, event_end)
            return


def _ends_after(slot: Slot, moment: datetime) -> bool:
    if slot.end is None or slot.entry.end_is_computed:
        return False
    return slot.end > moment


def _within(day: Day) -> Iterator[AgendaWarning]:
    entries = day.entries
    if day.date is None:
        entries = timed(entries, STAND_IN_DATE, UTC)
    slots = timeline(entries)
    yield from _lengths(slots)
    yield from _neighbours(slots)
    yield from _gaps(slots)
    for entry in entries:
        yield from people_in_two_tracks(entry)
    for slot, others in overlaps(slots):
        yield from people_in_two_entries(slot.entry, [later.entry for later in others])


def _lengths(slots: Iterable[Slot]) -> Iterator[AgendaWarning]:
    for slot in slots:
        if slot.end and slot.end < slot.start:
            yield sentences.end_before_start(slot.entry)
        elif slot.end == slot.start:
            yield sentences.zero_length(slot.entry)


def _neighbours(slots: Iterable[Slot]) -> Iterator[AgendaWarning]:
    for slot, later in pairwise(slots):
        if later.start < slot.start:
            yield sentences.out_of_order(later.entry, slot.entry)
        elif not slot.reaches(later):
            continue
        elif later.start == slot.start:
            yield sentences.same_start(later.entry, slot.entry)
        else:
            yield sentences.overlap(later.entry, slot.entry)


def _gaps(slots: Iterable[Slot]) -> Iterator[AgendaWarning]:
    for slot, later in gaps(slots):
        yield sentences.gap(slot.entry, later.entry)
