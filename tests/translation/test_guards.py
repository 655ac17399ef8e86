"""What wagtail-localize lets happen, leak by leak, and who is refused here.

The numbers are those of the research on wagtail-localize 1.14.5.
"""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from pages.translation.starting import start_translation
from tests import factories
from tests.translation.people import address, browser, sentence
from tests.translation.translating import (
    edit,
    english_of,
    published,
    start,
    translate,
    translation_of,
)

pytestmark = pytest.mark.django_db


# --- 3: "sync" that publishes -------------------------------------------------


def test_leak_3_translators_do_not_sync(cast, german, english):
    where = address("update_translations", translation_of(german).source_id)

    answers = [browser(cast.translator).get(where)]
    answers.append(browser(cast.translator).post(where, {"publish_translations": "on"}))

    assert [answer.status_code for answer in answers] == [403, 403]


def test_leak_3_repairing_publishes_no_text(cast, german, english):
    edit(german, lead="Wer wir jetzt sind.")
    translate(german, lead="Who we are now.")
    StringTranslation.objects.filter(data="EN Impressum").update(data="Not yet")
    where = address("update_translations", translation_of(german).source_id)

    browser(cast.moderator).post(where, {"publish_translations": "on"})

    english.refresh_from_db()
    assert (english.title, english.lead) == ("EN Impressum", "EN Wer wir sind.")


def test_leak_3_repairing_leaves_an_unpublished_translation_offline(cast, german):
    start(german)
    where = address("update_translations", translation_of(german).source_id)

    browser(cast.moderator).post(where, {"publish_translations": "on"})

    assert english_of(german).live is False


def test_repairing_brings_the_facts(cast, home):
    german = factories.workshop(home)
    english = published(german)
    type(english).objects.filter(pk=english.pk).update(starts_at=None)
    where = address("update_translations", translation_of(german).source_id)

    page = browser(cast.moderator).get(where)
    answer = browser(cast.moderator).post(where)

    assert page.status_code == 200
    assert answer.status_code == 302
    assert english_of(german).starts_at == german.starts_at


# --- 4: back to an alias, in German -------------------------------------------


@pytest.mark.parametrize("role", ["translator", "moderator", "administrator"])
def test_leak_4_a_translation_never_becomes_an_alias(cast, english, role):
    where = address("convert_to_alias", english.pk)

    answer = browser(getattr(cast, role)).post(where)

    english.refresh_from_db()
    assert answer.status_code == 403
    assert "stays connected with its original" in sentence(answer)
    assert english.alias_of_id is None


# --- 6: the report ------------------------------------------------------------


def test_leak_6_the_report_is_for_translators(cast, german, english):
    where = address("translations_report")

    answers = [browser(one).get(where) for one in (cast.stranger, cast.translator)]

    assert [answer.status_code for answer in answers] == [403, 200]
    assert "Impressum" in answers[1].content.decode()


@pytest.mark.parametrize("name", ["translations_report", "translations_report_results"])
def test_leak_6_the_report_shows_ones_own_languages(cast, german, french, name):
    start_translation(german, factories.locale("fr"))
    where = address(name)

    found = [
        "Impressum" in browser(one).get(where).content.decode()
        for one in (cast.translator, cast.moderator)
    ]

    assert found == [False, True]


# --- 7: the list of snippets --------------------------------------------------


def test_leak_7_snippets_are_listed_to_those_who_may_change_them(cast, contact):
    keys = ("pages", "contact")
    addresses = [
        address("snippets_api_listing", *keys),
        address("snippets_api_detail", *keys, contact.pk),
    ]

    found = [
        [
            browser(one).get(where, headers={"Accept": "application/json"}).status_code
            for where in addresses
        ]
        for one in (cast.stranger, cast.translator)
    ]

    assert found == [[403, 403], [200, 200]]


def test_leak_7_to_translate_pages_is_not_to_read_the_directory(cast, contact):
    Group.objects.get(name="Translators").permissions.filter(
        content_type__app_label="pages"
    ).delete()
    where = address("snippets_api_listing", "pages", "contact")

    answer = browser(cast.translator).get(where)

    assert answer.status_code == 403


# --- 10, and no. 22 of the pitfalls: stopping and starting again --------------


@pytest.mark.parametrize("role", ["translator", "moderator", "administrator"])
def test_leak_10_a_translation_is_never_stopped(cast, german, english, role):
    translation = translation_of(german)
    where = address("stop_translation", translation.pk)

    answer = browser(getattr(cast, role)).post(where)

    translation.refresh_from_db()
    assert answer.status_code == 403
    assert translation.enabled is True


@pytest.mark.parametrize(
    "name", ["localize-restart-translation", "localize-convert-to-alias"]
)
def test_leak_10_a_translation_is_not_restarted_over_what_was_written_by_hand(
    cast, german, english, name
):
    Translation.objects.update(enabled=False)
    where = reverse("wagtailadmin_pages:edit", args=[english.pk])

    answer = browser(cast.moderator).post(where, {name: "1"})

    assert answer.status_code == 403
    assert translation_of(german).enabled is False


def test_what_is_refused_is_not_offered(cast, german, english):
    Translation.objects.update(enabled=False)
    where = reverse("wagtailadmin_pages:edit", args=[english.pk])

    text = browser(cast.moderator).get(where).content.decode()

    assert "localize-restart-translation" not in text
    assert "localize-convert-to-alias" not in text
