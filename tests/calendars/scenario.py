"""A small project with one series of two workshops, on fixed days with fixed keys."""

from copy import deepcopy
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import override

from pages.calendars.links import path_of
from pages.models import PageContact
from tests import factories
from tests.translation.translating import published

NOW = "2031-01-10 10:00+01:00"
LATER = "2031-01-20 10:00+01:00"
AUTUMN = datetime(2031, 10, 25, 15, 0, tzinfo=factories.BERLIN)
AGENDA = [
    {
        "type": "session",
        "id": "welcome",
        "value": {
            "start": "15:00",
            "title": "Begrüßung",
            "room": "Saal",
            "people": [
                {
                    "type": "person",
                    "value": {"name": "Ada Okafor", "institution": "Stadt Lindenau"},
                }
            ],
        },
    },
    {"type": "break", "id": "coffee", "value": {"start": "16:00"}},
    {
        "type": "parallel",
        "id": "groups",
        "value": {
            "start": "16:30",
            "tracks": [
                {"type": "track", "value": {"title": "Wege", "room": "Raum 1"}},
                {"type": "track", "value": {"title": "Orte"}},
            ],
        },
    },
]


EVERYTHING = {"de": "/kalender/alle.ics", "en": "/en/calendar/all.ics"}


def key(number):
    return UUID(int=number)


class Scenario:
    """German pages that are public; ``translate`` adds their English versions."""

    def __init__(self):
        self.home = factories.home(title="Stadtlabore", translation_key=key(1))
        self.project = factories.project(
            self.home, "Stadt für alle", acronym="SFA", translation_key=key(2)
        )
        self.series = factories.series(
            self.project, "Vier Werkstätten", translation_key=key(3)
        )
        self.venue = factories.venue(
            "Rathaus, Ratssaal",
            street="Markt 1",
            postal_code="44135",
            city="Lindenau",
            latitude="51.446200",
            longitude="7.104300",
        )
        self.workshop = factories.workshop(
            self.series,
            "Werkstatt 1: Ankommen",
            slug="werkstatt-1",
            translation_key=key(4),
            lead="Wir lernen uns kennen; alle sind willkommen.",
            venue=self.venue,
            starts_at=AUTUMN,
            ends_at=AUTUMN + timedelta(hours=3),
            agenda=deepcopy(AGENDA),
        )
        person = factories.contact("Jo Wallner", email="jo@lab.example", phone="0231 1")
        PageContact.objects.create(
            page=self.workshop, contact=person, locale=self.workshop.locale
        )
        # The night between the two is that in which summer time ends.
        self.second = factories.workshop(
            self.series,
            "Werkstatt 2: Weitergehen",
            translation_key=key(5),
            attendance="online",
            online_url="https://meet.example/2?a=1,2;b",
            starts_at=AUTUMN + timedelta(days=1),
            ends_at=AUTUMN + timedelta(days=1, hours=3),
        )
        self.pages = [self.home, self.project, self.series, self.workshop, self.second]
        for page in self.pages:
            page.save_revision().publish()

    def translate(self):
        titles = ["City labs", "A city for all", "Four workshops"]
        titles += ["Workshop 1: Arriving", "Workshop 2: Moving on"]
        for page, title in zip(self.pages, titles, strict=True):
            published(page, title=title, room="Hall", lead="We get to know each other.")


def address(page, language="de"):
    with override(language):
        return path_of(page)


def programme_address(page, language="de"):
    name = {"de": "programm", "en": "programme"}[language]
    return address(page, language).replace(".ics", f"/{name}.ics")


def addresses(scenario, language="de"):
    workshop = scenario.workshop
    return {
        "workshop": address(workshop, language),
        "programme": programme_address(workshop, language),
        "series": address(scenario.series, language),
        "project": address(scenario.project, language),
        "everything": EVERYTHING[language],
    }
