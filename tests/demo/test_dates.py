"""Dates of the demo, moved to the day on which it is loaded."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.demo.dates import NEXT_WORKSHOP, WORKSHOP_DAYS, move_dates, weeks_to_move
from home.demo.holidays import is_holiday
from home.demo.loading import CONTENT
from tests.demo.written import content, page, values

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
PAST_FIELDS = ("first_published_at", "content_updated_at", "original_published_on")


def test_next_workshop_is_the_one_in_the_file():
    found = page("werkstatt-2")["starts_at"]

    assert datetime.fromisoformat(found).date() == NEXT_WORKSHOP


def test_days_of_workshops_are_those_in_the_file():
    slugs = [f"werkstatt-{number}" for number in (1, 2, 3)]
    found = {datetime.fromisoformat(page(slug)["starts_at"]).date() for slug in slugs}
    evening = date(2026, 3, 4)

    assert found | {evening} == set(WORKSHOP_DAYS)


@given(DAYS)
def test_next_workshop_lies_three_to_four_weeks_ahead_or_a_little_less(today):
    weeks = weeks_to_move(today)

    moved = [day + timedelta(weeks=weeks) for day in WORKSHOP_DAYS]

    assert 7 <= (NEXT_WORKSHOP + timedelta(weeks=weeks) - today).days < 28
    assert not any(map(is_holiday, moved))
    assert {day.weekday() for day in moved} <= set(range(5))


@pytest.mark.parametrize(
    ("today", "workshop"),
    [
        (date(2026, 2, 12), date(2026, 3, 5)),
        (date(2026, 11, 28), date(2026, 12, 17)),  # not on Christmas Eve
        (date(2027, 4, 14), date(2027, 4, 29)),  # not on Ascension Day, nor before it
    ],
)
def test_workshops_are_on_no_public_holiday(today, workshop):
    moved = NEXT_WORKSHOP + timedelta(weeks=weeks_to_move(today))

    assert moved == workshop


@given(st.integers(-300, 2000))
def test_moving_keeps_weekday_and_time_on_the_clock(weeks):
    text = "starts_at: 2026-03-05T11:00:00+01:00\n"

    moved = datetime.fromisoformat(move_dates(text, weeks).split(": ", 1)[1].strip())

    assert moved.date() == NEXT_WORKSHOP + timedelta(weeks=weeks)
    assert moved.timetz().replace(tzinfo=None) == time(11)
    assert moved.utcoffset() in (timedelta(hours=1), timedelta(hours=2))


def test_moving_into_summer_time_changes_the_offset():
    text = "ends_at: 2026-03-05T16:00:00+01:00\n"

    moved = move_dates(text, 10)

    assert moved == "ends_at: 2026-05-14T16:00:00+02:00\n"


def test_moving_reaches_dates_within_one_line():
    text = "- {date: 2026-02-03, text: Raum}\n- {type: day, date: 2026-03-04}\n"

    moved = move_dates(text, 1)

    assert (
        moved == "- {date: 2026-02-10, text: Raum}\n- {type: day, date: 2026-03-11}\n"
    )


def test_moving_leaves_words_and_other_fields_alone():
    text = "title: 2026-03-05\nstart: 11:00\nupdate: 2026-03-05\n"

    moved = move_dates(text, 4)

    assert moved == text


@pytest.mark.parametrize(
    ("weeks", "starts_on", "ends_on"),
    [(2, "2025-05-01", "2028-04-30"), (41, "2026-02-01", "2029-01-31")],
)
def test_projects_begin_and_end_with_a_month(weeks, starts_on, ends_on):
    text = "starts_on: 2025-05-01\nends_on: 2028-04-30\n"

    moved = move_dates(text, weeks)

    assert moved == f"starts_on: {starts_on}\nends_on: {ends_on}\n"


def test_moving_by_no_week_changes_nothing():
    text = CONTENT.read_text("utf-8")

    moved = move_dates(text, 0)

    assert moved == text


def test_every_date_of_the_file_is_moved():
    text = CONTENT.read_text("utf-8")

    before, after = values(content(text)), values(content(move_dates(text, 53)))

    dated = [
        (name, old, new)
        for (name, old), (_same, new) in zip(before, after, strict=True)
        if isinstance(old, str) and old[:3] == "202" and old[4:5] == "-"
    ]
    assert len(dated) > 100
    assert [name for name, old, new in dated if old == new] == []


@pytest.mark.parametrize("day", range(7))
def test_nothing_is_published_or_changed_in_the_future(day):
    today = date(2030, 6, 3) + timedelta(days=day)

    text = move_dates(CONTENT.read_text("utf-8"), weeks_to_move(today))

    past = [value[:10] for name, value in values(content(text)) if name in PAST_FIELDS]
    notes = [
        note["date"]
        for each in content(text)["pages"]
        for note in each.get("change_notes", [])
    ]
    assert max(past + notes) <= today.isoformat()
