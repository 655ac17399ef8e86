"""A workshop as an Event: what happens, where, and what became of it."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.acts.acting import perform
from pages.acts.kinds import Act, Kind, Words
from pages.acts.undoing import undo
from pages.models import PageContact, WorkshopPage
from tests import factories
from tests.structured.vocabulary import complaints

pytestmark = pytest.mark.django_db

Status, Attendance = WorkshopPage.Status, WorkshopPage.Attendance
SCHEMA = "https://schema.org/"


def person(name, institution=""):
    return {"type": "person", "value": {"name": name, "institution": institution}}


AGENDA = [
    {
        "type": "section",
        "value": {"title": "Auftakt", "moderators": [person("Mia", "Stadt")]},
    },
    {
        "type": "session",
        "value": {
            "start": "11:00",
            "title": "Begrüßung",
            "room": "Saal",
            "people": [person("Jo Wallner", "Hochschule"), person("", "Beirat")],
        },
    },
    {"type": "break", "value": {"start": "12:00", "end": "12:30"}},
    {
        "type": "parallel",
        "value": {
            "start": "12:30",
            "tracks": [
                {
                    "type": "track",
                    "value": {
                        "title": "Gruppe A",
                        "room": "Küche",
                        "people": [person("Ada")],
                        "contributions": [
                            {
                                "type": "contribution",
                                "value": {"title": "Wege", "people": [person("Bo")]},
                            }
                        ],
                    },
                }
            ],
        },
    },
]


@pytest.fixture
def venue():
    return factories.venue(
        "Stadtteilhaus",
        street="Weg 1",
        postal_code="12345",
        city="Lindenau",
        latitude="51.500000",
        longitude="7.400000",
    )


def test_programme_is_told_session_by_session(home, told, venue):
    workshop = factories.workshop(home, venue=venue, agenda=AGENDA, places=40)

    event = told(workshop)["Event"]

    opening, groups = event["subEvent"]
    assert (event["startDate"], event["endDate"]) == (
        "2031-03-06T11:00:00+01:00",
        "2031-03-06T16:00:00+01:00",
    )
    assert event["maximumAttendeeCapacity"] == 40
    assert event["contributor"] == [
        {
            "@type": "Person",
            "name": "Mia",
            "affiliation": {"@type": "Organization", "name": "Stadt"},
        }
    ]
    assert opening == {
        "@type": "Event",
        "name": "Begrüßung",
        "startDate": "2031-03-06T11:00:00+01:00",
        "endDate": "2031-03-06T12:00:00+01:00",
        "location": {
            "@type": "Place",
            "name": "Saal",
            "containedInPlace": {"@type": "Place", "name": "Stadtteilhaus"},
        },
        "performer": [
            {
                "@type": "Person",
                "name": "Jo Wallner",
                "affiliation": {"@type": "Organization", "name": "Hochschule"},
            },
            {"@type": "Organization", "name": "Beirat"},
        ],
    }
    (track,) = groups["subEvent"]
    assert (groups["name"], groups["endDate"]) == (
        "Parallele Gruppen",
        "2031-03-06T16:00:00+01:00",
    )
    assert track["name"] == "Gruppe A"
    assert track["workFeatured"] == [
        {
            "@type": "CreativeWork",
            "name": "Wege",
            "author": [{"@type": "Person", "name": "Bo"}],
        }
    ]
    names = [each["name"] for each in event["performer"]]
    assert names == ["Jo Wallner", "Beirat", "Ada", "Bo"]


def test_place_is_told_with_its_address(home, told, venue):
    event = told(factories.workshop(home, venue=venue))["Event"]

    assert event["location"] == [
        {
            "@type": "Place",
            "name": "Stadtteilhaus",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Weg 1",
                "postalCode": "12345",
                "addressLocality": "Lindenau",
            },
            "geo": {"@type": "GeoCoordinates", "latitude": 51.5, "longitude": 7.4},
        }
    ]


@pytest.mark.parametrize(
    ("planned", "mode", "places"),
    [
        ((Attendance.ON_SITE, Status.PLANNED), "Offline", ["Place"]),
        ((Attendance.ONLINE, Status.PLANNED), "Online", ["VirtualLocation"]),
        ((Attendance.BOTH, Status.PLANNED), "Mixed", ["Place", "VirtualLocation"]),
        ((Attendance.ON_SITE, Status.MOVED_ONLINE), "Online", ["VirtualLocation"]),
        ((Attendance.BOTH, Status.MOVED_ONLINE), "Online", ["VirtualLocation"]),
    ],
)
def test_attendance_and_place_agree(home, told, planned, mode, places):
    attendance, status = planned
    workshop = factories.workshop(
        home,
        venue=factories.venue(),
        attendance=attendance,
        status=status,
        online_url="https://meeting.example/raum",
    )

    event = told(workshop)["Event"]

    assert event["eventAttendanceMode"] == f"{SCHEMA}{mode}EventAttendanceMode"
    assert [each["@type"] for each in event["location"]] == places
    urls = {each.get("url") for each in event["location"]} - {None}
    assert urls <= {"https://meeting.example/raum"}


def test_nobody_is_led_into_a_meeting_that_does_not_take_place(home, told):
    workshop = factories.workshop(
        home,
        attendance=Attendance.ONLINE,
        status=Status.CANCELLED,
        online_url="https://meeting.example/raum",
    )

    assert told(workshop)["Event"]["location"][0]["url"] == workshop.full_url


@pytest.mark.parametrize(
    ("status", "told_status"),
    [
        (Status.PLANNED, "EventScheduled"),
        (Status.CANCELLED, "EventCancelled"),
        (Status.POSTPONED, "EventPostponed"),
        (Status.RESCHEDULED, "EventRescheduled"),
        (Status.MOVED_ONLINE, "EventMovedOnline"),
    ],
)
def test_status_is_told(home, told, status, told_status):
    workshop = factories.workshop(home, status=status)

    assert told(workshop)["Event"]["eventStatus"] == SCHEMA + told_status


def test_organisations_of_the_contacts_organise_it(home, told):
    workshop = factories.workshop(home)
    alone = told(workshop)["Event"]["organizer"]
    office = factories.organisation("Bauamt")
    for name in ("Jo", "Ada"):
        contact = factories.contact(name, organisation=office)
        PageContact.objects.create(
            page=workshop, contact=contact, locale=workshop.locale
        )

    organizers = told(workshop)["Event"]["organizer"]

    assert alone == [{"@id": "http://testserver/#organization"}]
    assert organizers == [{"@type": "Organization", "name": "Bauamt"}]


def test_workshop_without_programme_has_no_sessions(home, told):
    event = told(factories.workshop(home))["Event"]

    assert not event.keys() & {"subEvent", "performer", "contributor"}


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"title": "Begrüßung", "people": [person("Jo")]}, "Begrüßung"),
        (
            {
                "contributions": [{"type": "contribution", "value": {"title": "Wege"}}],
                "people": [person("Jo")],
            },
            "Wege",
        ),
        ({"people": [person("Jo", "Bauamt")]}, "Jo, Bauamt"),
        ({"room": "Saal"}, "Programmpunkt"),
    ],
)
def test_session_without_a_title_is_called_as_in_the_calendar(home, told, value, name):
    agenda = [{"type": "session", "value": value}]

    event = told(factories.workshop(home, agenda=agenda))["Event"]

    assert [session["name"] for session in event["subEvent"]] == [name]


def at(start):
    return {"type": "session", "value": {"start": start, "title": f"Um {start}"}}


def on(day):
    return {"type": "day", "value": {"date": day}}


def test_no_session_begins_before_its_event(home, client):
    agenda = [on("2031-03-05"), at("19:00"), on("2031-03-06"), at("10:59"), at("11:00")]
    agenda += [at(""), on("2031-03-07"), at("")]
    page = factories.workshop(home, agenda=agenda)

    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    document = json.loads(html.select_one("[type*='ld+json']").string)

    assert list(complaints(document)) == []
    *before, event = [one for one in document["@graph"] if one["@type"] == "Event"]
    assert event["startDate"] == "2031-03-06T11:00:00+01:00"
    assert [session.get("startDate") for session in event["subEvent"]] == [
        "2031-03-06T11:00:00+01:00",
        None,
        "2031-03-07",
    ]
    assert [one["startDate"] for one in before] == [
        "2031-03-05T19:00:00+01:00",
        "2031-03-06T10:59:00+01:00",
    ]
    assert {one["about"]["@id"] for one in before} == {event["@id"]}


@pytest.fixture
def editor():
    return User.objects.create_superuser("editor", password="geheim")


def postpone(workshop, editor, day):
    act = Act(Kind.POSTPONE, uuid4(), Words(), first_day=day)
    perform(workshop.pk, act, editor)


@pytest.mark.parametrize("language", ["de", "en"])
def test_postponed_workshop_tells_all_former_dates(home, told, editor, language):
    factories.translated(home)
    german = factories.workshop(home)
    german.save_revision().publish()
    english = factories.translated(german, status=Status.RESCHEDULED)
    page = german if language == "de" else english
    first_day = german.local_start.date()

    postpone(german, editor, first_day + timedelta(days=7))
    postpone(german, editor, first_day + timedelta(days=30))

    event = told(page)["Event"]
    assert event["previousStartDate"] == [
        "2031-03-06T11:00:00+01:00",
        "2031-03-13T11:00:00+01:00",
    ]
    if language == "de":
        assert event["startDate"] == "2031-04-05T11:00:00+02:00"
        assert event["eventStatus"] == f"{SCHEMA}EventRescheduled"


def test_act_that_was_taken_back_leaves_no_former_date(home, told, editor):
    workshop = factories.workshop(home)
    workshop.save_revision().publish()
    first_day = workshop.local_start.date()
    postpone(workshop, editor, first_day + timedelta(days=7))
    postpone(workshop, editor, first_day + timedelta(days=30))

    undo(workshop.pk, editor)

    event = told(workshop)["Event"]
    assert event["previousStartDate"] == ["2031-03-06T11:00:00+01:00"]


def test_workshop_as_planned_asks_nothing_about_its_past(client, home):
    counted = {}

    for status in (Status.PLANNED, Status.CANCELLED, Status.RESCHEDULED):
        workshop = factories.workshop(home, f"W {status}", status=status)
        client.get(workshop.url)
        with CaptureQueriesContext(connection) as asked:
            client.get(workshop.url)
        counted[status] = len(asked)

    planned = counted[Status.PLANNED]
    assert counted[Status.CANCELLED] == planned
    assert counted[Status.RESCHEDULED] == planned + 1


def test_times_are_those_of_the_zone_across_the_change_of_clocks(home, told):
    starts_at = datetime(2031, 3, 29, 12, tzinfo=UTC)
    workshop = factories.workshop(
        home, starts_at=starts_at, ends_at=starts_at + timedelta(days=1)
    )

    event = told(workshop)["Event"]

    assert (event["startDate"], event["endDate"]) == (
        "2031-03-29T13:00:00+01:00",
        "2031-03-30T14:00:00+02:00",
    )
