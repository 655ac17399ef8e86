"""Translations cost the same number of queries, however much a page says.

wagtail-localize asks about ten times for each text.
"""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import PageContact, PageDocument
from pages.translation.starting import start_translation
from tests import factories
from tests.translation.translating import published

pytestmark = pytest.mark.django_db

ENTRIES = pytest.mark.parametrize("entries", [3, 30])
PUBLISH_FACT = 183
PUBLISH_TEXT = 157
START = 171


@pytest.fixture
def workshop(home, entries):
    workshop = factories.workshop(
        home,
        "Werkstatt",
        lead="Machen Sie mit.",
        venue=factories.venue(),
        agenda=[session(number) for number in range(entries)],
    )
    workshop.page_contacts = [
        PageContact(contact=factories.contact(), locale=workshop.locale)
    ]
    workshop.page_documents = [
        PageDocument(document=factories.document(), locale=workshop.locale)
    ]
    workshop.save_revision().publish()
    return type(workshop).objects.get(pk=workshop.pk)


def session(number):
    value = {
        "start": "11:00",
        "title": f"Vortrag {number}",
        "abstract": f"<p>Worum es im Vortrag {number} geht.</p>",
        "people": [{"type": "person", "value": {"name": f"Person {number}"}}],
    }
    return {"type": "session", "id": f"entry-{number}", "value": value}


def count(work):
    """Count queries, but those of the search index, which differ by database."""
    ContentType.objects.get_for_models(*(kind.model_class() for kind in kinds()))
    with CaptureQueriesContext(connection) as asked:
        work()
    return sum("indexentry" not in query["sql"] for query in asked.captured_queries)


def kinds():
    return [kind for kind in ContentType.objects.all() if kind.model_class()]


def publication(workshop, **values):
    """Return how to publish a change, which is saved as a draft already."""
    page = workshop.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    page.update_pending = True
    return page.save_revision().publish


@ENTRIES
def test_start_of_a_translation_asks_as_much_for_any_number_of_texts(workshop):
    factories.locale("en")
    published(workshop.venue)
    published(workshop.contacts[0])

    asked = count(lambda: start_translation(workshop, factories.locale("en")))

    assert asked == START


@ENTRIES
def test_publishing_a_fact_asks_as_much_for_any_number_of_texts(workshop):
    published(workshop)

    asked = count(publication(workshop, places=30))

    assert asked == PUBLISH_FACT


@ENTRIES
def test_publishing_a_text_asks_as_much_for_any_number_of_texts(workshop):
    published(workshop)

    asked = count(publication(workshop, lead="Machen Sie alle mit."))

    assert asked == PUBLISH_TEXT
