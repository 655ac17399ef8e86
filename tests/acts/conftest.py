from datetime import date

import pytest

from pages.models import ChangeNote
from tests import factories
from tests.acts.deeds import stored
from tests.translation.people import create_cast
from tests.translation.translating import published


@pytest.fixture
def home(db):
    """A German home page with a public English version."""
    home = factories.home()
    published(home, title="Home")
    return home


@pytest.fixture
def cast(home):
    return create_cast()


@pytest.fixture
def workshop(home):
    """A public workshop of two days, with an English version."""
    workshop = factories.workshop(
        home,
        "Werkstatt",
        lead="Worum es geht.",
        registration_deadline=date(2031, 3, 1),
        agenda=[
            {"type": "day", "id": "d", "value": {"date": "2031-03-06"}},
            {
                "type": "session",
                "id": "s",
                "value": {"start": "11:00", "title": "Beginn"},
            },
        ],
    )
    workshop.save_revision().publish()
    published(workshop, title="Workshop", lead="What it is about.")
    return stored(workshop)


@pytest.fixture
def draft(workshop):
    workshop.lead = "Noch nicht fertig"
    workshop.price = "5 Euro"
    workshop.change_notes.add(ChangeNote(text="Kommt noch."))
    workshop.save_revision()
    return workshop
