"""Deleting what pages still refer to."""

import pytest

from pages.models import Contact, PageContact
from tests import factories

pytestmark = pytest.mark.browser


@pytest.fixture
def person(site):
    """A contact that two pages name."""
    person, home = factories.contact(), factories.home()
    for title in ("Erste Werkstatt", "Zweite Werkstatt"):
        page = factories.workshop(home, title)
        page.page_contacts.add(PageContact(contact=person, locale=page.locale))
        page.save()
    return person


def test_deleting_a_contact_in_use_lists_its_pages(moderator, person):
    moderator.edit_snippet("contact", person.pk)
    moderator.press_delete()

    links = moderator.page.locator(".messages a").all_inner_texts()
    assert sorted(links) == ["Erste Werkstatt", "Zweite Werkstatt"]
    assert Contact.objects.get() == person
