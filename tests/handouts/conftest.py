"""A workshop with one of everything in its programme."""

import pytest

from pages.models import ShortLink
from tests import factories


def block(kind, **values):
    return {"type": kind, "value": values}


def people(*pairs):
    return [block("person", name=name, institution=place) for name, place in pairs]


AGENDA = [
    block("day", date="2031-03-06", title="Erster Tag"),
    block(
        "session",
        start="11:00",
        end="11:15",
        title="Begrüßung",
        room="Saal 1",
        people=people(("Jo Wallner", "Stadt Lindenau")),
    ),
    block("section", title="Aus der Praxis", moderators=people(("Kim Roth", ""))),
    block(
        "session",
        start="11:15",
        title="Impulse",
        contributions=[
            block(
                "contribution",
                title="Ein <Garten> & 12 Häuser",
                people=people(("Ada Lenz", ""), ("", "Grünflächenamt")),
            )
        ],
    ),
    block("break", start="12:45"),
    block(
        "parallel",
        start="13:30",
        end="15:30",
        tracks=[
            block(
                "track", title="Schatten", room="1.04", people=people(("Bo Ali", ""))
            ),
            block("track", title="Wege", abstract="<p>Wo es <b>hakt</b>.</p>"),
        ],
    ),
    block("day", date="2031-03-07"),
    block("session", start="09:00", end="10:00", title="Rundgang"),
]


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def workshop(home):
    venue = factories.venue("Rathaus", street="Markt 1", city="Lindenau")
    page = factories.workshop(home, "Grün & Grau", slug="gruen", venue=venue)
    page.agenda = AGENDA
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.fixture
def english(home, workshop):
    factories.translated(home)
    return factories.translated(workshop, title="Green & Grey", slug="green")


@pytest.fixture
def code(workshop):
    return ShortLink.objects.get(key=workshop.translation_key).code
