"""The two nights a year in which clocks change, and the ends of the calendar."""

from datetime import date, time, timedelta

import pytest

from pages.agenda import Entry, build_programme
from tests.agenda.written import BERLIN, at, day, programme, session


def one_night(on: date, *clock_times: tuple[str, str]) -> tuple[Entry, ...]:
    """The entries of a night in Berlin that is over at six in the morning."""
    items = [session(start, start, end) for start, end in clock_times]
    return build_programme(items, at(on, "00:00"), at(on, "06:00"), BERLIN).entries


def test_entry_in_the_night_to_summer_time_lasts_an_hour_less():
    (entry,) = one_night(date(2018, 3, 25), ("01:00", "04:00"))

    assert entry.duration == timedelta(hours=2)


def test_entry_in_the_night_to_winter_time_lasts_an_hour_more():
    (entry,) = one_night(date(2018, 10, 28), ("01:00", "04:00"))

    assert entry.duration == timedelta(hours=4)


def test_skipped_time_is_read_with_the_offset_before_the_change():
    (entry,) = one_night(date(2018, 3, 25), ("02:30", "05:00"))

    assert entry.starts_at.isoformat() == "2018-03-25T03:30:00+02:00"
    assert entry.start == time(2, 30)


def test_time_that_occurs_twice_is_its_first_occurrence():
    (entry,) = one_night(date(2018, 10, 28), ("02:30", "05:00"))

    assert entry.starts_at.isoformat() == "2018-10-28T02:30:00+02:00"


def test_skipped_time_that_falls_behind_the_next_entry_has_no_computed_end():
    skipped, regular = one_night(date(2018, 3, 25), ("02:30", ""), ("03:00", ""))

    assert skipped.ends_at is None
    assert regular.duration == timedelta(hours=3)


@pytest.mark.parametrize("iso", ["0001-01-01", "9999-12-31"])
def test_day_at_the_end_of_the_calendar_does_not_raise(iso):
    built = programme(day(iso), session("00:00", end="23:59"), session("23:59"))

    assert [entry.end_is_computed for entry in built.entries] == [False, False]
