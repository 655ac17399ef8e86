"""The workshop page: what, when, where, is it still on; all facts in their order."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from pages.models import PlannedWorkshop
from tests import factories
from tests.rendering.reading import Reading, words
from tests.rendering.reference import FACTS, full_workshop, session

EVENING = datetime(2031, 3, 6, 20, 0, tzinfo=factories.BERLIN)
BEFORE = "2031-03-01 12:00+01:00"
AFTER = "2031-04-01 12:00+02:00"


@pytest.fixture
def english(home):
    """A home page below /en/, where texts of ours stand as they are written."""
    return factories.translated(home)


@pytest.fixture
def project(english):
    return factories.project(english, "Lab", lead="Neighbours try things out.")


@pytest.fixture
def series(project):
    return factories.series(project, "Four workshops")


def test_workshop_carries_the_facts_in_their_order(read, series):
    workshop = full_workshop(series)

    with time_machine.travel(BEFORE):
        text = read(workshop).text

    position = 0
    for fact in FACTS:
        assert fact in text[position:], fact
        position = text.index(fact, position) + len(fact)


@pytest.mark.parametrize(
    ("moment", "order"),
    [(BEFORE, ["Programme"]), (AFTER, ["Report", "Programme"])],
)
def test_report_stands_above_the_programme_once_it_is_over(read, series, moment, order):
    workshop = full_workshop(series)

    with time_machine.travel(moment):
        headings = read(workshop).all("main h2")

    assert [found for found in headings if found in ("Report", "Programme")] == order


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("cancelled", "This workshop is cancelled."),
        ("postponed", "This workshop is postponed."),
        ("moved_online", "This workshop takes place online."),
    ],
)
def test_status_stands_before_the_facts(read, series, status, sentence):
    workshop = factories.workshop(series, status=status, status_note="Dates in May.")

    text = read(workshop).text

    assert text.index(sentence) < text.index("Dates in May.") < text.index("When")


@pytest.mark.parametrize("place", ["home", "project", "series", "sibling"])
def test_status_and_note_stand_in_every_list(read, english, project, series, place):
    factories.workshop(
        series, "Walk", number=1, status="cancelled", status_note="Illness."
    )
    sibling = factories.workshop(series, "Talk", number=2)
    pages = {"home": english, "project": project, "series": series, "sibling": sibling}

    with time_machine.travel(BEFORE):
        notes = read(pages[place]).all(".item__note")

    assert notes == ["cancelled Illness."]


def test_series_marks_past_and_announced_workshops(read, series):
    factories.workshop(series, "Old", number=1)
    PlannedWorkshop.objects.create(
        page=series, number=2, title="Later", locale=series.locale
    )

    with time_machine.travel(AFTER):
        entries = read(series).all(".item")

    assert entries == [
        "1. Old Thursday, 6 March 2031 , 11:00 am to 4:00 pm past",
        "2. Later announced",
    ]


@pytest.mark.parametrize(
    ("values", "when"),
    [
        ({}, "Thursday, 6 March 2031, 11:00 am to 4:00 pm"),
        ({"attendance": "online"}, "… 11:00 am to 4:00 pm (CET)"),
        (
            {"time_zone": "Europe/London"},
            "… 10:00 am to 3:00 pm (local time in London)",
        ),
        (
            {"starts_at": EVENING, "ends_at": EVENING + timedelta(hours=5)},
            "Thursday, 6 March 2031, 8:00 pm to Friday, 7 March 2031, 1:00 am",
        ),
    ],
)
def test_when_is_told_in_words(read, series, values, when):
    workshop = factories.workshop(series, **values)

    said = words(read(workshop).one(".facts dd.facts__main")).replace(" ,", ",")

    assert said == when.replace("…", "Thursday, 6 March 2031,")


def test_times_are_told_to_programs_too(read, series):
    workshop = factories.workshop(series, agenda=[session("11:00", "Welcome")])

    times = [time["datetime"] for time in read(workshop).html.select("main time")]

    assert times[:3] == [
        "2031-03-06",
        "2031-03-06T11:00+01:00",
        "2031-03-06T16:00+01:00",
    ]
    assert times[3] == "2031-03-06T11:00+01:00"


@pytest.mark.parametrize(
    ("deadline", "words_of_it", "links"),
    [
        (date(2031, 3, 5), "open until Wednesday, 5 March 2031", 2),
        (date(2031, 2, 5), "closed (closing date: Wednesday, 5 February 2031)", 0),
    ],
)
def test_registration_says_whether_it_is_open(
    read, series, deadline, words_of_it, links
):
    workshop = factories.workshop(
        series, registration_email="us@lab.example", registration_deadline=deadline
    )

    with time_machine.travel(BEFORE):
        seen = read(workshop)

    assert words_of_it in seen.text
    assert len(seen.html.select("main a[href^='mailto:us@']")) == links


def test_place_says_how_to_get_in(read, series):
    venue = factories.venue(
        "Hall",
        city="Lindenau",
        wheelchair_access="partly",
        access_note="Ramp at the side.",
        arrival="Tram 4.",
        latitude="51.446200",
        longitude="7.104300",
    )
    workshop = factories.workshop(series, venue=venue)

    seen = read(workshop)

    assert "partly accessible Ramp at the side." in seen.text
    assert "Tram 4." in seen.text
    assert seen.links()["Map on openstreetmap.org (leaves this website)"] == (
        "https://www.openstreetmap.org/?mlat=51.446200&mlon=7.104300"
        "#map=17/51.446200/7.104300"
    )


def test_workshop_moved_online_names_no_place(read, series):
    workshop = factories.workshop(
        series,
        venue=factories.venue("Hall"),
        status="moved_online",
        online_url="https://meet.example/",
    )

    with time_machine.travel(BEFORE):
        seen = read(workshop)

    assert "Hall" not in seen.text
    assert seen.links()["Take part online"] == "https://meet.example/"


def test_draft_without_a_date_can_be_previewed(series):
    draft = factories.workshop(series, agenda=[session("11:00", "Welcome")])
    draft.starts_at = draft.ends_at = None

    response = draft.make_preview_request()
    response.render()

    seen = Reading(response)
    assert words(seen.one(".facts__main")) == "The date will be announced."
    assert seen.all("li.entry") == ["11:00 am Welcome"]


def test_zone_of_summer_has_its_own_name(read, series):
    summer = datetime(2031, 7, 3, 11, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    workshop = factories.workshop(
        series, starts_at=summer, ends_at=summer, attendance="both"
    )

    assert "(CEST)" in read(workshop).text
