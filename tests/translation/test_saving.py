"""A translation is saved once, with what it refers to, and not without need."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex

from pages.models import PageContact
from pages.translation.following import follow
from pages.translation.starting import start_translation
from tests import factories
from tests.translation.translating import edit, english_of, published, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(home):
    return factories.workshop(home, "Werkstatt", lead="Machen Sie mit.")


def referred_to(page):
    """Return the keys of everything in the directory that a page refers to."""
    rows = ReferenceIndex.get_references_for_object(page)
    return set(rows.filter(model_path__contains="contact").values_list("to_object_id"))


def saved_pages(statements):
    return [
        query["sql"]
        for query in statements
        if query["sql"].startswith('UPDATE "wagtailcore_page"')
    ]


def test_new_translation_has_one_version_in_which_all_texts_are_marked(workshop):
    english = start(workshop)

    [version] = english_of(workshop).revisions.all()
    assert version.pk == english_of(workshop).latest_revision_id
    assert version.content["text_origins"]["lead"] == [{"string": None}]
    assert version.as_object().text_version == 0
    assert english.draft_title == "Werkstatt"


def test_new_translation_tells_who_began_it(workshop, admin_user):
    start_translation(workshop, factories.locale("en"), admin_user)

    assert english_of(workshop).latest_revision.user == admin_user


def test_translation_is_found_where_its_contact_is_used(workshop):
    contact = factories.contact()
    workshop.page_contacts = [PageContact(contact=contact, locale=workshop.locale)]
    workshop.save_revision().publish()

    english = start(workshop)

    [own] = english_of(workshop).contacts
    assert referred_to(english) == {(str(own.pk),)}


def test_contact_added_later_is_found_too(workshop):
    published(workshop)
    contact = factories.contact()

    workshop.page_contacts = [PageContact(contact=contact, locale=workshop.locale)]
    workshop.save_revision().publish()

    [own] = english_of(workshop).contacts
    assert referred_to(english_of(workshop)) == {(str(own.pk),)}


def test_true_translation_is_not_saved_again(workshop):
    published(workshop)

    with CaptureQueriesContext(connection) as asked:
        changed = follow(workshop)

    assert changed == 0
    assert saved_pages(asked.captured_queries) == []


def test_translation_that_lost_a_fact_is_repaired(workshop):
    english = published(workshop)
    workshop = edit(workshop, places=30)
    type(workshop).objects.filter(pk=english.pk).update(places=3)

    changed = follow(workshop)

    assert changed == 1
    assert english_of(workshop).places == 30
