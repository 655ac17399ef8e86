"""What holds for every agenda, however it is written."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, time, timedelta
from itertools import combinations, pairwise, starmap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.agenda import (
    Day,
    DayItem,
    Entry,
    EntryItem,
    Person,
    Track,
    build_programme,
    find_warnings,
)
from tests.agenda.strategies import (
    Event,
    agendas,
    clock,
    dated_programmes,
    moments,
    near_moments,
    programmes,
    sound_events,
    zones,
)
from tests.agenda.written import BERLIN

# The first example reads time zones and catalogues from disk.
unhurried = settings(deadline=None)


def written(entry: Entry) -> EntryItem:
    facts = {field.name: getattr(entry, field.name) for field in fields(EntryItem)}
    return EntryItem(**facts)


def entries_by_day(items: list[Any]) -> list[list[EntryItem]]:
    parts: list[list[EntryItem]] = [[]]
    for item in items:
        if isinstance(item, DayItem):
            parts.append([])
        elif isinstance(item, EntryItem):
            parts[-1].append(item)
    return [part for part in parts if part]


def starts(day: Day) -> list[Any]:
    """What can be compared within a day: moments or, without a date, clocks."""
    if day.date is None:
        return [entry.start for entry in day.entries if entry.start]
    return [entry.starts_at.astimezone(UTC) for entry in day.entries if entry.starts_at]


def ends_before_start(day: Day, entry: Entry) -> bool:
    if day.date is None:
        # Midnight as an end is that after the day.
        has_end = entry.end is not None and entry.end != time.min
        return has_end and entry.start is not None and entry.end < entry.start
    return entry.duration is not None and entry.duration < timedelta(0)


@unhurried
@given(agendas, st.none() | moments, st.none() | moments, zones)
def test_programme_has_every_entry_once_and_in_order(items, starts_at, ends_at, zone):
    expected = [item for item in items if isinstance(item, EntryItem)]

    built = build_programme(items, starts_at, ends_at, zone)

    assert [written(entry) for entry in built.entries] == expected


@unhurried
@given(agendas, st.none() | moments, st.none() | moments, zones)
def test_days_part_the_entries(items, starts_at, ends_at, zone):
    built = build_programme(items, starts_at, ends_at, zone)

    by_day = [[written(entry) for entry in day.entries] for day in built.days]
    assert [part for part in by_day if part] == entries_by_day(items)
    assert [entry for day in built.days for entry in day.entries] == [*built.entries]


@unhurried
@given(programmes)
def test_computed_end_lies_after_the_start(built):
    computed = [entry for entry in built.entries if entry.end_is_computed]

    assert all(entry.duration > timedelta(0) for entry in computed)


@unhurried
@given(programmes)
def test_entry_without_a_start_has_no_times(built):
    untimed = [entry for entry in built.entries if entry.start is None]

    assert all(entry.starts_at is entry.ends_at is None for entry in untimed)


@unhurried
@given(programmes, st.none() | moments)
def test_every_negative_duration_is_told(built, ends_at):
    negative = [
        entry.id
        for day in built.days
        for entry in day.entries
        if ends_before_start(day, entry)
    ]

    found = find_warnings(built, ends_at=ends_at)

    told = [each.entry_id for each in found if each.code == "end-before-start"]
    assert sorted(told) == sorted(negative)
    assert [each.code for each in found if each.blocking] == (
        ["end-before-start"] * len(negative)
    )


@unhurried
@given(programmes)
def test_every_step_back_in_time_is_told_once(built):
    steps = [
        later < earlier
        for day in built.days
        for earlier, later in pairwise(starts(day))
    ]

    codes = [warning.code for warning in find_warnings(built)]

    assert codes.count("out-of-order") == sum(steps)


@unhurried
@given(programmes)
def test_every_second_use_of_a_date_is_told(built):
    dates = [day.date for day in built.days if day.date]

    codes = [warning.code for warning in find_warnings(built)]

    assert codes.count("day-twice") == len(dates) - len(set(dates))


@unhurried
@given(programmes)
def test_nothing_is_too_late_without_an_event_end(built):
    codes = {warning.code for warning in find_warnings(built)}

    assert codes.isdisjoint({"after-event-end"})


def together(one: Entry, other: Entry) -> bool:
    """Whether two entries share a moment, or at least their start."""
    if one.starts_at == other.starts_at:
        return True
    first, second = sorted([one, other], key=lambda entry: entry.starts_at)
    return first.ends_at is not None and second.starts_at < first.ends_at


def has_gap_after(entry: Entry, timed: list[Entry]) -> bool:
    """Whether nothing goes on when an entry ends and another one comes later."""
    if entry.end is None or entry.duration <= timedelta(0):
        return False
    goes_on = (lasts_beyond(entry.ends_at, each, timed) for each in timed)
    comes_later = (each.starts_at > entry.ends_at for each in timed)
    return not any(goes_on) and any(comes_later)


def lasts_beyond(moment: datetime, entry: Entry, timed: list[Entry]) -> bool:
    """An entry with an unknown end lasts until another one begins."""
    if entry.starts_at > moment:
        return False
    if entry.ends_at is None:
        return not any(entry.starts_at < each.starts_at <= moment for each in timed)
    return entry.ends_at > moment


def shares_a_person(one: Entry | Track, other: Entry | Track) -> bool:
    here, there = (
        {person.name.strip().lower() for person in each.everyone}
        for each in (one, other)
    )
    return bool(here & there)


def possible_codes(day: Day, ends_at: datetime) -> set[str]:
    """What could be wrong with a day, found by comparing everything with everything."""
    timed = [entry for entry in day.entries if entry.starts_at]
    pairs = [pair for pair in combinations(timed, 2) if together(*pair)]
    groups = [pair for each in day.entries for pair in combinations(each.tracks, 2)]
    late = (each.starts_at >= ends_at or _end(each) > ends_at for each in timed)
    faults = {
        "overlap": bool(pairs),
        "gap": any(has_gap_after(entry, timed) for entry in timed),
        "same-person": any(starmap(shares_a_person, pairs + groups)),
        "after-event-end": any(late),
    }
    return {code for code, is_there in faults.items() if is_there}


def _end(entry: Entry) -> datetime:
    return entry.ends_at or entry.starts_at


@settings(deadline=None, max_examples=300)
@given(dated_programmes, near_moments)
def test_nothing_is_told_without_its_fault(built, ends_at):
    possible = [possible_codes(day, ends_at) for day in built.days]

    found = find_warnings(built, ends_at=ends_at)

    compared = {"overlap", "gap", "same-person", "after-event-end"}
    assert compared & {each.code for each in found} <= set().union(*possible)


@unhurried
@given(st.lists(st.times(), max_size=8, unique=True))
def test_agenda_of_starts_in_order_has_no_warning(clocks):
    items = [
        EntryItem(id=f"{start}", kind="session", start=start, people=(Person("Ada"),))
        for start in sorted(clocks)
    ]

    found = find_warnings(build_programme(items, None, None, BERLIN))

    assert found == ()


@unhurried
@given(sound_events())
def test_sound_event_has_no_warning(event):
    found = event.warnings()

    assert found == ()


def change(event: Event, day: int, position: int, **facts: Any) -> None:
    event.days[day][position] = replace(event.days[day][position], **facts)


def moved(entry: EntryItem, more: int) -> time:
    return clock(entry.start.hour * 60 + entry.start.minute + more)


def end_too_early(event: Event, day: int, position: int) -> None:
    change(event, day, position, end=moved(event.days[day][position], -1))


def end_at_the_start(event: Event, day: int, position: int) -> None:
    change(event, day, position, end=event.days[day][position].start)


def end_in_the_next(event: Event, day: int, position: int) -> None:
    change(event, day, position, end=moved(event.days[day][position + 1], 1))


def end_before_the_next(event: Event, day: int, position: int) -> None:
    change(event, day, position, end=moved(event.days[day][position + 1], -1))


def swap_entries(event: Event, day: int, position: int) -> None:
    entries = event.days[day]
    entries[position : position + 2] = reversed(entries[position : position + 2])


def one_person_in_two_tracks(event: Event, day: int, position: int) -> None:
    same = (Track("Labs", people=(Person("Ada"),)), Track("", people=(Person("ADA "),)))
    change(event, day, position, tracks=same)


def end_after_the_event(event: Event, day: int, position: int) -> None:
    change(event, -1, -1, end=clock(23 * 60 + 59))


def swap_dates(event: Event, day: int, position: int) -> None:
    event.dates[0], event.dates[1] = event.dates[1], event.dates[0]


def repeat_date(event: Event, day: int, position: int) -> None:
    event.dates[1] = event.dates[0]


SPOILERS = [
    (end_too_early, "end-before-start"),
    (end_at_the_start, "zero-length"),
    (end_in_the_next, "overlap"),
    (end_before_the_next, "gap"),
    (swap_entries, "out-of-order"),
    (one_person_in_two_tracks, "same-person"),
    (end_after_the_event, "after-event-end"),
    (swap_dates, "days-out-of-order"),
    (repeat_date, "day-twice"),
]


@pytest.mark.parametrize(("spoil", "code"), SPOILERS)
@unhurried
@given(event=sound_events(), data=st.data())
def test_one_fault_is_told_by_one_warning(
    spoil: Callable[[Event, int, int], None], code: str, event: Event, data: Any
) -> None:
    day = data.draw(st.integers(0, len(event.days) - 1))
    position = data.draw(st.integers(0, len(event.days[day]) - 2))

    spoil(event, day, position)

    assert [warning.code for warning in event.warnings()] == [code]
