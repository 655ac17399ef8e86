"""Contacts and other entries by language: leaks 8 and 9.

The numbers are those of the research on wagtail-localize 1.14.5.
"""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from pages.models import Contact
from pages.translation.snippets import LanguageViewSet
from tests import factories
from tests.translation.people import address, browser, grant, sentence
from tests.translation.translating import (
    english_of,
)

pytestmark = pytest.mark.django_db


def view_of(contact, name):
    keys = () if name in {"add", "list"} else (contact.pk,)
    return reverse(f"wagtailsnippets_pages_contact:{name}", args=keys)


def test_translators_open_the_english_contact(cast, contact):
    english = english_of(contact)

    found = [
        browser(cast.translator).get(view_of(english, name)).status_code
        for name in ("edit", "usage", "history", "list")
    ]

    assert found == [200, 200, 200, 200]


@pytest.mark.parametrize("name", ["edit", "delete", "usage", "history", "copy"])
def test_leak_8_and_9_german_contacts_are_closed_to_translators(cast, contact, name):
    for action in ("add", "change", "delete", "view"):
        grant(cast.translator, f"{action}_contact")
    where = view_of(contact, name)
    form = {"name": "Jo", "role": "Changed"}

    answers = [browser(one).get(where) for one in (cast.translator, cast.editor)]
    posted = browser(cast.translator).post(where, form)

    assert [answer.status_code for answer in answers] == [403, 200]
    assert "(German)" in sentence(answers[0])
    assert posted.status_code == 403
    assert Contact.objects.get(pk=contact.pk).role == "Leitung"


@pytest.mark.parametrize("query", ["", "?locale=de"])
def test_leak_9_german_contacts_are_not_added_by_translators(cast, contact, query):
    grant(cast.translator, "add_contact")
    form = {"name": "Ada", "role": ""}
    where = view_of(contact, "add")

    answer = browser(cast.translator).post(f"{where}{query}", form)
    english = browser(cast.translator).post(f"{where}?locale=en", form)

    assert answer.status_code == 403
    assert english.status_code == 302
    added = Contact.objects.filter(name="Ada")
    assert [one.locale.language_code for one in added] == ["en"]


def test_leak_9_a_copy_of_an_english_contact_does_not_become_german(cast, contact):
    grant(cast.translator, "add_contact")
    before = Contact.objects.count()

    answer = browser(cast.translator).post(
        view_of(english_of(contact), "copy"), {"name": "Ada"}
    )

    assert answer.status_code == 403
    assert Contact.objects.count() == before


def test_leak_9_german_contacts_are_not_deleted_among_others(cast, contact):
    grant(cast.translator, "delete_contact")
    bulk = reverse("wagtail_bulk_action", args=["pages", "contact", "delete"])
    keys = f"?id={contact.pk}&id={english_of(contact).pk}"

    answer = browser(cast.translator).post(bulk + keys)

    assert answer.status_code == 403
    assert Contact.objects.count() == 2


def test_leak_9_no_contact_is_created_while_choosing(cast, contact):
    where = reverse("wagtailsnippetchoosers_pages_contact:create")
    before = Contact.objects.count()

    browser(cast.translator).post(where, {"name": "Ada"})

    assert Contact.objects.count() == before


def test_leak_9_views_that_are_switched_on_later_are_closed_too(cast, contact):
    viewset = LanguageViewSet(model=Contact, inspect_view_enabled=True)
    request = RequestFactory().get("/")
    request.user = cast.translator

    answers = [
        viewset.inspect_view(request, pk=str(one.pk))
        for one in (contact, english_of(contact))
    ]

    assert [answer.status_code for answer in answers] == [403, 200]


def test_leak_9_links_to_foreign_entries_are_not_offered(cast, contact):
    policy = LanguageViewSet(model=Contact).permission_policy

    found = policy.instances_user_has_any_permission_for(cast.translator, {"change"})

    assert [one.locale.language_code for one in found] == ["en"]


def test_translations_of_entries_are_started_by_who_may_change_them(cast):
    contact = factories.contact("Jo Wallner")
    where = address("submit_snippet_translation", "pages", "contact", contact.pk)
    form = {"locales": [factories.locale("en").pk]}
    grant(cast.stranger, "submit_translation")

    answers = [
        browser(one).post(where, form) for one in (cast.stranger, cast.translator)
    ]

    assert [answer.status_code for answer in answers] == [403, 302]
    assert english_of(contact).name == "Jo Wallner"
