from datetime import UTC, date, datetime, time, timedelta

import pytest

from pages.agenda import (
    Contribution,
    EntryItem,
    Person,
    Programme,
    Track,
    build_programme,
)
from tests.agenda.written import (
    BERLIN,
    WORKSHOP_DAY,
    at,
    day,
    pause,
    programme,
    section,
    session,
)


def clocks(built: Programme) -> list[tuple[str, str]]:
    """Starts and ends as a visitor reads them, "" for what is unknown."""
    return [
        tuple(f"{moment:%H:%M}" if moment else "" for moment in moments)
        for moments in ((entry.starts_at, entry.ends_at) for entry in built.entries)
    ]


def test_programme_of_the_reference_workshop_has_all_its_times():
    items = [
        session("11:00", "Begrüßung"),
        session("11:15", "Einführung"),
        session("11:30", "Input-Vorträge"),
        pause("12:45"),
        session("13:30", "Parallele Arbeitsgruppen", kind="parallel"),
        pause("15:15"),
        session("15:30", "Fazit und Ausblick"),
    ]

    built = programme(*items)

    assert clocks(built) == [
        ("11:00", "11:15"),
        ("11:15", "11:30"),
        ("11:30", "12:45"),
        ("12:45", "13:30"),
        ("13:30", "15:15"),
        ("15:15", "15:30"),
        ("15:30", "16:00"),
    ]
    assert {entry.end_is_computed for entry in built.entries} == {True}


def test_programme_without_items_is_empty_and_false():
    built = programme()

    assert built == Programme(days=(), zone=BERLIN)
    assert bool(built) is False


def test_programme_with_a_day_but_no_entry_is_false():
    built = programme(day("2018-02-22"), section("Vormittag"))

    assert bool(built) is False


def test_programme_with_an_entry_is_true():
    built = programme(session("11:00"))

    assert bool(built) is True


def test_programme_of_one_day_is_not_multi_day():
    built = programme(session("11:00"), section("Nachmittag"), session("13:00"))

    assert built.is_multi_day is False


def test_programme_keeps_days_and_sections_in_the_order_they_were_written():
    items = [
        session("11:00", "A"),
        section("Nachmittag"),
        session("13:00", "B"),
        session("12:00", "C"),
        day("2018-02-24", "Exkursion"),
        session("09:00", "D"),
        section("Mittag"),
        day("2018-02-23"),
        section("Leer"),
    ]

    built = programme(*items)

    outline = [
        (str(each.date), each.title, each.id, part.title, [e.id for e in part.entries])
        for each in built.days
        for part in each.sections
    ]
    assert outline == [
        ("2018-02-22", "", "", "", ["A"]),
        ("2018-02-22", "", "", "Nachmittag", ["B", "C"]),
        ("2018-02-24", "Exkursion", "day 2018-02-24", "", ["D"]),
        ("2018-02-24", "Exkursion", "day 2018-02-24", "Mittag", []),
        ("2018-02-23", "", "day 2018-02-23", "Leer", []),
    ]
    assert built.is_multi_day is True


def test_first_day_is_the_date_on_which_the_event_starts_in_its_zone():
    just_after_midnight = datetime(2018, 2, 21, 23, 30, tzinfo=UTC)

    built = build_programme([session("00:30")], just_after_midnight, None, BERLIN)

    assert built.days[0].date == WORKSHOP_DAY


def test_evening_on_the_day_before_lies_before_the_start_of_the_event():
    items = [
        day("2018-02-21", "Vorabend"),
        session("19:00", "Empfang"),
        day("2018-02-22"),
        session("11:00", "Begrüßung"),
    ]

    reception, welcome = programme(*items).entries

    assert reception.starts_at == at(date(2018, 2, 21), "19:00")
    assert reception.ends_at is None
    assert welcome.ends_at == at(WORKSHOP_DAY, "16:00")


def test_entries_of_two_days_end_within_their_own_day():
    items = [session("11:00"), day("2018-02-23"), session("09:00"), session("10:00")]

    built = build_programme(
        items, at(WORKSHOP_DAY, "11:00"), at(date(2018, 2, 23), "12:00"), BERLIN
    )

    assert clocks(built) == [("11:00", ""), ("09:00", "10:00"), ("10:00", "12:00")]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param(
            [session("11:00", end="11:10"), session("11:15")],
            [("11:00", "11:10"), ("11:15", "16:00")],
            id="given end is kept",
        ),
        pytest.param(
            [session("11:00", end="10:00"), session("11:15")],
            [("11:00", "10:00"), ("11:15", "16:00")],
            id="wrong end is kept",
        ),
        pytest.param(
            [session("11:00"), session(""), session("12:00")],
            [("11:00", "12:00"), ("", ""), ("12:00", "16:00")],
            id="untimed entry ends nothing",
        ),
        pytest.param(
            [session("", end="12:00"), session("13:00")],
            [("", ""), ("13:00", "16:00")],
            id="end without a start says nothing",
        ),
        pytest.param(
            [session("11:00"), session("11:00"), session("12:00")],
            [("11:00", "12:00"), ("11:00", "12:00"), ("12:00", "16:00")],
            id="entries that start together end together",
        ),
        pytest.param(
            [session("11:00"), session("13:00"), session("12:00")],
            [("11:00", "13:00"), ("13:00", ""), ("12:00", "16:00")],
            id="no end before the start",
        ),
        pytest.param(
            [session("16:00")], [("16:00", "")], id="starts when the event ends"
        ),
        pytest.param(
            [session("17:00")], [("17:00", "")], id="starts after the event's end"
        ),
    ],
)
def test_end_of_an_entry(items, expected):
    built = programme(*items)

    assert clocks(built) == expected


def test_last_entry_has_no_end_if_the_event_ends_on_another_day():
    night = datetime(2018, 2, 23, 2, 0, tzinfo=BERLIN)

    built = build_programme(
        [session("20:00")], at(WORKSHOP_DAY, "20:00"), night, BERLIN
    )

    assert clocks(built) == [("20:00", "")]


def test_event_end_in_another_zone_is_the_same_moment():
    in_utc = datetime(2018, 2, 22, 15, 0, tzinfo=UTC)

    built = build_programme([session("11:00")], in_utc, in_utc, BERLIN)

    assert clocks(built) == [("11:00", "16:00")]


def test_programme_without_a_day_and_an_event_start_has_no_times():
    built = build_programme([session("11:00", end="12:00")], None, None, BERLIN)

    (entry,) = built.entries
    assert built.days[0].date is None
    assert (entry.start, entry.end) == (time(11), time(12))
    assert (entry.starts_at, entry.ends_at, entry.duration) == (None, None, None)


def test_programme_refuses_an_event_start_without_a_zone():
    naive = datetime(2018, 2, 22, 11, 0)  # noqa: DTZ001 (what is refused)

    with pytest.raises(ValueError, match="has no time zone"):
        build_programme([], naive, None, BERLIN)


def test_entry_keeps_the_facts_of_its_item():
    item = EntryItem(
        id="1",
        kind="vote",
        start=time(11),
        end=time(12),
        title="Abstimmung",
        people=(Person("Clara Utsch", "Stadt Wuppertal"),),
        contributions=(Contribution("Erfahrungen aus Wuppertal"),),
        tracks=(Track("Aufbau", room="Saal 1"),),
        room="Foyer",
        abstract="<p>Worum es geht</p>",
        slides=("slides.pdf",),
        block=object(),
    )

    (entry,) = programme(item).entries

    facts = {name: getattr(entry, name) for name in EntryItem.__slots__}
    assert facts == {name: getattr(item, name) for name in EntryItem.__slots__}
    assert entry.duration == timedelta(hours=1)
