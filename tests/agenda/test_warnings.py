from datetime import date, datetime
from typing import get_args

import pytest
from django.utils.translation import override

from pages.agenda import (
    AgendaWarning,
    Contribution,
    build_programme,
    find_warnings,
)
from pages.agenda.sentences import Code
from tests.agenda.faults import ELIAS, FAULTS, SOUND, UTSCH
from tests.agenda.written import (
    BERLIN,
    WORKSHOP_DAY,
    at,
    day,
    pause,
    programme,
    session,
)

WORKSHOP_END = at(WORKSHOP_DAY, "16:00")


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def told(*items) -> list[tuple[str, str, str]]:
    """Code, message and entry of the warnings for a workshop from 11:00 to 16:00."""
    found = find_warnings(programme(*items), ends_at=WORKSHOP_END)
    return [(warning.code, warning.message, warning.entry_id) for warning in found]


def test_every_code_has_a_row():
    codes = {expected[0] for _, expected in FAULTS.values()}

    assert codes == set(get_args(Code))


@pytest.mark.parametrize(("items", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_told_once(items, expected):
    found = told(*items)

    assert found == [expected]


@pytest.mark.parametrize("items", SOUND.values(), ids=SOUND.keys())
def test_sound_agenda_has_no_warning(items):
    found = told(*items)

    assert found == []


def test_only_an_end_before_the_start_blocks():
    blocking = {
        warning.code
        for items, _ in FAULTS.values()
        for warning in find_warnings(programme(*items), ends_at=WORKSHOP_END)
        if warning.blocking
    }

    assert blocking == {"end-before-start"}


def test_person_in_two_overlapping_entries_is_told_besides_the_overlap():
    items = [
        session("11:00", "Welcome", "11:30", people=(UTSCH, ELIAS)),
        session("11:15", "Introduction", people=(UTSCH,)),
        session("11:20", "Talks", people=(ELIAS, UTSCH)),
    ]

    found = told(*items)

    assert found == [
        (
            "overlap",
            "11:15 “Introduction” begins before 11:00 “Welcome” ends (11:30).",
            "Introduction",
        ),
        (
            "same-person",
            (
                "Clara Utsch is in 11:00 “Welcome” and in 11:15 “Introduction”"
                " at the same time."
            ),
            "Introduction",
        ),
        (
            "same-person",
            "Arne Elias is in 11:00 “Welcome” and in 11:20 “Talks” at the same time.",
            "Talks",
        ),
    ]


def test_entry_within_a_longer_one_leaves_no_gap():
    items = [
        session("11:00", "Excursion", "15:00"),
        session("11:30", "Talk", "12:00"),
        session("14:00", "Walk", "14:30"),
        session("15:00", "Outlook"),
    ]

    codes = [code for code, *_ in told(*items)]

    assert codes == ["overlap"]


def test_end_of_the_event_before_an_entry_out_of_order_leaves_no_gap():
    items = [session("17:00", "Dinner"), session("11:00", "Welcome")]

    codes = [code for code, *_ in told(*items)]

    assert codes == ["after-event-end", "out-of-order"]


def test_warnings_come_in_reading_order():
    items = [
        session("11:00", "Welcome", "11:10"),
        session("11:15", "Introduction", "11:00"),
        session("12:00", "Talks", "12:00"),
        day("2018-02-21"),
    ]

    codes = [code for code, *_ in told(*items)]

    assert codes == ["gap", "end-before-start", "zero-length", "days-out-of-order"]


def test_warnings_that_need_only_a_clock_work_without_a_date():
    items = [
        session("11:00", "Welcome", "11:30"),
        session("11:15", "Introduction", "11:10"),
        session("12:00", "Talks", "12:30"),
        session("13:00", "Groups"),
        session("12:45", "Break"),
    ]

    found = find_warnings(build_programme(items, None, None, BERLIN))

    assert [(warning.code, warning.entry_id) for warning in found] == [
        ("end-before-start", "Introduction"),
        ("overlap", "Introduction"),
        ("gap", "Talks"),
        ("out-of-order", "Break"),
    ]


def test_times_beyond_the_end_are_not_told_without_an_event_end():
    late = programme(session("17:00", "Dinner", "19:00"))

    found = find_warnings(late)

    assert found == ()


def test_event_that_ends_after_midnight_may_have_entries_until_then():
    items = [session("22:00", "Night walk", "23:30")]
    half_past_midnight = at(date(2018, 2, 23), "00:30")
    built = build_programme(
        items, at(WORKSHOP_DAY, "22:00"), half_past_midnight, BERLIN
    )

    found = find_warnings(built, ends_at=half_past_midnight)

    assert found == ()


def test_event_end_without_a_zone_is_refused():
    naive = datetime(2018, 2, 22, 16, 0)  # noqa: DTZ001 (what is refused)

    with pytest.raises(ValueError, match="has no time zone"):
        find_warnings(programme(session("11:00")), ends_at=naive)


def test_skipped_hour_is_told_by_the_time_it_really_has():
    on = date(2018, 3, 25)
    items = [session("02:30", "Walk", "03:00")]
    built = build_programme(items, at(on, "00:00"), None, BERLIN)

    found = find_warnings(built)

    assert found == (
        AgendaWarning(
            code="end-before-start",
            message="03:30 “Walk” ends before it begins (03:00).",
            entry_id="Walk",
            blocking=True,
        ),
    )


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (pause("11:00", "11:00"), "11:00 (break)"),
        (session("11:00", end="11:00"), "11:00 (programme item)"),
        (session("11:00", title=None, end="11:00", id="1"), "11:00 (programme item)"),
        (session("11:00", end="11:00", kind="parallel"), "11:00 (parallel groups)"),
        (session("11:00", end="11:00", kind="vote"), "11:00 (untitled entry)"),
        (session("11:00", end="11:00", people=(ELIAS,)), "11:00 (Arne Elias)"),
        (
            session("11:00", end="11:00", contributions=(Contribution("A talk"),)),
            "11:00 “A talk”",
        ),
        (session("11:00", "100 % <b>", "11:00"), "11:00 “100 % <b>”"),
    ],
)
def test_entry_is_named_by_what_it_has(entry, expected):
    ((_, message, _),) = told(entry)

    assert message == f"{expected} ends at the same time as it begins."
