"""The trees of translations: they belong to those who may add pages to them."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from pages.models import StandardPage
from pages.roles import create_roles
from tests import factories
from tests.translation.people import browser, sentence
from tests.translation.translating import (
    english_of,
    published,
    start,
)

pytestmark = pytest.mark.django_db


# --- The English tree --------------------------------------------------------


def bulk_action(name, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", name])
    return f"{address}?id={page.pk}"


def test_translators_do_not_delete_translations(cast, english):
    addresses = [
        reverse("wagtailadmin_pages:delete", args=[english.pk]),
        bulk_action("delete", english),
    ]

    for address in addresses:
        browser(cast.translator).post(address)

    assert StandardPage.objects.filter(pk=english.pk).exists()


def test_moderators_delete_translations(cast, english):
    address = reverse("wagtailadmin_pages:delete", args=[english.pk])

    browser(cast.moderator).post(address)

    assert not StandardPage.objects.filter(pk=english.pk).exists()


def test_translators_do_not_copy_pages(cast, english):
    before = Page.objects.count()
    address = reverse("wagtailadmin_pages:copy", args=[english.pk])
    form = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": english.get_parent().pk,
    }

    answers = [browser(cast.translator).get(address)]
    answers.append(browser(cast.translator).post(address, form))

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == reverse("wagtailadmin_home")
    assert Page.objects.count() == before


def test_translators_do_not_create_pages(cast, english):
    keys = ["pages", "standardpage", english.get_parent().pk]
    address = reverse("wagtailadmin_pages:add", args=keys)

    answer = browser(cast.translator).post(address, {"title": "New", "slug": "new"})

    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")
    assert not Page.objects.filter(slug="new").exists()


def test_translators_do_not_sort_pages(cast, home, english):
    other = published(factories.standard(home, "Datenschutz", slug="datenschutz"))
    address = reverse("wagtailadmin_pages:set_page_position", args=[other.pk])

    browser(cast.translator).post(f"{address}?position=0")

    above = english.get_parent()
    offered = [
        above.permissions_for_user(person).can_reorder_children()
        for person in (cast.translator, cast.moderator)
    ]
    assert offered == [False, True]
    assert above.get_children().first().pk == english.pk


def test_translators_do_not_make_a_private_page_public(cast, german, english):
    PageViewRestriction.objects.create(page=german, restriction_type="login")
    address = reverse("wagtailadmin_pages:set_privacy", args=[english.pk])

    answer = browser(cast.translator).post(address, {"restriction_type": "none"})

    assert answer.status_code == 302
    assert english.get_view_restrictions().exists()


def test_privacy_of_a_translation_is_that_of_its_original(cast, german, english):
    found = [
        [
            page.permissions_for_user(person).can_set_view_restrictions()
            for page in (german, english)
        ]
        for person in (cast.translator, cast.moderator, cast.administrator)
    ]

    assert found == [[False, False], [True, False], [True, False]]


def test_translators_unpublish_translations(cast, english):
    address = reverse("wagtailadmin_pages:unpublish", args=[english.pk])

    browser(cast.translator).post(address)

    english.refresh_from_db()
    assert english.live is False


def test_translators_who_do_not_publish_do_not_unpublish(cast, english, settings):
    settings.TRANSLATORS_PUBLISH = False
    create_roles()
    address = reverse("wagtailadmin_pages:unpublish", args=[english.pk])

    browser(cast.translator).post(address)

    english.refresh_from_db()
    assert english.live is True


# --- A translation stands where its original does -----------------------------


def test_a_translation_alone_is_not_moved(cast, home, english):
    other = published(factories.standard(home, "Datenschutz", slug="datenschutz"))
    keys = [english.pk, other.pk]
    address = reverse("wagtailadmin_pages:move_confirm", args=keys)

    answers = [
        browser(person).post(address) for person in (cast.moderator, cast.administrator)
    ]

    english.refresh_from_db()
    assert english.get_parent() != other.page_ptr
    assert [answer.status_code for answer in answers] == [403, 403]
    assert "Move the original; all its translations follow." in (
        answers[0].content.decode()
    )


def test_a_translation_alone_is_not_moved_with_others(cast, home, english):
    other = published(factories.standard(home, "Datenschutz", slug="datenschutz"))
    address = bulk_action("move", english)

    for person in (cast.translator, cast.moderator, cast.administrator):
        browser(person).post(address, {"chooser": other.pk})

    english.refresh_from_db()
    assert english.get_parent() != other.page_ptr


def test_translations_follow_an_original_that_moderators_move(cast, home, german):
    english = published(german)
    other = factories.standard(home, "Datenschutz", slug="datenschutz")
    published(other)
    address = reverse("wagtailadmin_pages:move_confirm", args=[german.pk, other.pk])

    browser(cast.moderator).post(address)

    english = Page.objects.get(pk=english.pk)
    assert english.get_parent().translation_key == other.translation_key


def test_pages_without_an_original_are_moved_freely(cast, home, english):
    above = english.get_parent()
    own = factories.standard(above, "Only English", slug="only-english")
    address = reverse("wagtailadmin_pages:move_confirm", args=[own.pk, english.pk])

    browser(cast.moderator).post(address)

    assert Page.objects.get(pk=own.pk).get_parent().pk == english.pk


# --- No. 2 of the pitfalls: publishing the last version -----------------------


@pytest.mark.parametrize("role", ["translator", "moderator", "administrator"])
def test_pitfall_2_translations_are_not_published_in_bulk(cast, german, role):
    start(german)
    english = english_of(german)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = browser(getattr(cast, role)).post(f"{bulk}?id={english.pk}")

    english.refresh_from_db()
    assert answer.status_code == 403
    assert "Open it to publish it" in sentence(answer)
    assert english.live is False


def test_pitfall_2_translations_are_not_published_with_the_page_above(
    cast, home, german
):
    start(german)
    own = factories.standard(english_of(home), "Only English", slug="own")
    english_of(german).move(own, "last-child")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    browser(cast.moderator).post(f"{bulk}?id={own.pk}", {"include_descendants": "on"})

    assert english_of(german).live is False


@pytest.mark.parametrize("name", ["publish", "unpublish", "move", "delete", "copy"])
def test_pitfall_2_the_api_of_the_admin_only_reads(cast, german, name):
    start(german)
    english = english_of(german)
    where = reverse("wagtailadmin_api:pages:action", args=[english.pk, name])

    answer = browser(cast.administrator).post(where)

    assert answer.status_code == 404
    assert english_of(german).live is False
