"""Moving a workshop in the calendar, as properties over any workshop."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail import blocks

from pages.blocks import AgendaStream
from pages.blocks.agenda import SlidesBlock
from pages.models import WorkshopPage
from pages.shifting import emptied, shift_workshop, shifted_dates, shifted_moment

# Wagtail asks for the content type of a page, unless another test has already.
pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["Europe/Berlin", "UTC", "Australia/Lord_Howe", "America/New_York"]

zones = st.sampled_from(ZONES).map(ZoneInfo)
clocks = st.times() | st.builds(time, st.integers(0, 4), st.just(30))
days = st.integers(-800, 800)
dates = st.dates(date(2010, 1, 1), date(2040, 12, 31)) | st.sampled_from(
    [date(2026, 3, 29), date(2026, 10, 25), date(2028, 2, 29), date(2026, 12, 31)]
)


@st.composite
def workshops(draw):
    """A workshop of one to four days, with or without day blocks and a deadline."""
    first, clock, zone = draw(dates), draw(clocks), draw(zones)
    length = timedelta(days=draw(st.integers(0, 3)), hours=draw(st.integers(1, 9)))
    start = datetime.combine(first, clock, zone).astimezone(UTC)
    agenda = [
        {"type": "day", "value": {"date": day.isoformat(), "title": "Tag"}}
        if day
        else {"type": "session", "value": {"start": "09:00", "title": "Beginn"}}
        for day in draw(st.lists(st.none() | dates, max_size=5))
    ]
    return WorkshopPage(
        title="Werkstatt",
        starts_at=start,
        ends_at=start + length,
        time_zone=zone.key,
        registration_deadline=draw(st.none() | dates),
        agenda=AgendaStream().to_python(agenda),
    )


def days_in(workshop):
    return [
        child.value["date"] for child in workshop.agenda if child.block_type == "day"
    ]


def exists(local):
    """Whether clocks show this time on that day; one night a year they skip some."""
    there_and_back = local.astimezone(UTC).astimezone(local.tzinfo)
    return there_and_back.replace(tzinfo=None) == local.replace(tzinfo=None)


@given(workshops(), days)
def test_every_date_moves_by_the_same_days_and_no_clock_is_moved(workshop, number):
    old = [workshop.local_start, workshop.local_end]
    old_days, deadline = days_in(workshop), workshop.registration_deadline
    shift = timedelta(number)

    shift_workshop(workshop, number)

    new = [workshop.local_start, workshop.local_end]
    for before, after in zip(old, new, strict=True):
        wanted = before.replace(tzinfo=None) + shift
        if exists(wanted.replace(tzinfo=before.tzinfo)):
            assert after.replace(tzinfo=None) == wanted
    assert days_in(workshop) == [day + shift for day in old_days]
    assert workshop.registration_deadline == (deadline and deadline + shift)


@given(workshops(), days)
def test_shift_leaves_all_else_and_back_restores_the_days(workshop, number):
    before = workshop.agenda.get_prep_value()

    shift_workshop(workshop, number)
    shift_workshop(workshop, -number)

    assert workshop.agenda.get_prep_value() == before


@given(workshops())
def test_shift_by_no_day_changes_nothing(workshop):
    before = (workshop.starts_at, workshop.ends_at, workshop.registration_deadline)

    shift_workshop(workshop, 0)

    after = (workshop.starts_at, workshop.ends_at, workshop.registration_deadline)
    assert after == before


@pytest.mark.parametrize(
    ("day", "number", "utc_hour"),
    [
        (date(2026, 3, 23), 7, 7),  # to summer time, a night later
        (date(2026, 10, 19), 7, 8),  # and back
        (date(2026, 1, 31), 28, 8),  # the end of February
        (date(2027, 12, 31), 60, 8),  # over a leap day
    ],
)
def test_nine_in_berlin_stays_nine_in_berlin(day, number, utc_hour):
    nine = datetime.combine(day, time(9), BERLIN)

    moved = shifted_moment(nine, BERLIN, number)

    assert moved.hour == utc_hour
    assert moved.astimezone(BERLIN).date() == day + timedelta(number)


def test_date_in_any_block_of_a_plugin_moves():
    class Trip(blocks.StructBlock):
        leaves = blocks.DateTimeBlock()
        name = blocks.CharBlock()

    class Plan(blocks.StreamBlock):
        trips = blocks.ListBlock(Trip())
        day = blocks.DateBlock()

    trip = {"leaves": "2026-02-27T08:00:00+00:00", "name": "2026-02-27"}
    stored = [
        {"type": "trips", "value": [{"type": "item", "id": "a", "value": trip}, trip]},
        {"type": "day", "value": "2026-02-28", "id": "b"},
        {"type": "gone", "value": {"date": "2026-02-28"}},
    ]

    found = shifted_dates(Plan(), stored, BERLIN, 2)

    moved = {"leaves": "2026-03-01T08:00:00+00:00", "name": "2026-02-27"}
    assert found == [
        {
            "type": "trips",
            "value": [{"type": "item", "id": "a", "value": moved}, moved],
        },
        {"type": "day", "value": "2026-03-02", "id": "b"},
        {"type": "gone", "value": {"date": "2026-02-28"}},
    ]


def test_moment_in_a_block_keeps_its_time_when_the_clocks_change():
    class Plan(blocks.StreamBlock):
        leaves = blocks.DateTimeBlock()

    def leaving(moment):
        return [{"type": "leaves", "value": moment}]

    aware = shifted_dates(Plan(), leaving("2026-03-23T08:00:00+00:00"), BERLIN, 7)
    naive = shifted_dates(Plan(), leaving("2026-03-23T08:00:00"), BERLIN, 7)

    assert aware == leaving("2026-03-30T07:00:00+00:00")
    assert naive == leaving("2026-03-30T08:00:00")


def test_slides_are_left_out_wherever_they_are():
    slides = [{"type": "document", "value": 7, "id": "s"}]
    talk = {"title": "Vortrag", "people": [], "slides": slides}
    talks = [{"type": "contribution", "id": "t", "value": talk}]
    group = {"title": "Gruppe", "contributions": talks}
    stored = [
        {"type": "session", "value": {"slides": slides, "contributions": talks}},
        {
            "type": "parallel",
            "value": {"tracks": [{"type": "track", "value": group}]},
        },
    ]

    found = emptied(AgendaStream(), stored, SlidesBlock)

    assert "document" not in str(found)
    assert str(found).count("Vortrag") == 2


@pytest.mark.parametrize("number", [-800_000, 3_000_000])
def test_shift_beyond_the_calendar_says_so(number):
    start = datetime(2026, 3, 1, 9, tzinfo=BERLIN)

    with pytest.raises(OverflowError):
        shifted_moment(start, BERLIN, number)
