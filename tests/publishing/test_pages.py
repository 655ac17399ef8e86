"""What is told when pages are published and unpublished, in every way there is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from pages.models import StandardPage
from tests import factories
from tests.publishing.conftest import change, form_of, fresh

pytestmark = pytest.mark.django_db


def test_draft_of_a_new_page_tells_nothing(home, heard, commit):
    page = StandardPage(title="Impressum", live=False, locale=home.locale)

    with commit():
        home.add_child(instance=page)
        page.save_revision()
        page.title = "Pflichtangaben"
        page.save()

    assert heard == []


def test_draft_of_a_live_page_tells_nothing(admin_client, home, heard, commit):
    page = factories.standard(home)

    with commit():
        data = form_of(page, title="Neu", slug="neu")
        admin_client.post(f"/admin/pages/{page.pk}/edit/", data)

    assert fresh(page).draft_title == "Neu"
    assert heard == []


def test_first_publication_tells_the_new_address(admin_client, home, heard, commit):
    page = factories.standard(home, live=False)

    with commit():
        data = {**form_of(page), "action-publish": "1"}
        admin_client.post(f"/admin/pages/{page.pk}/edit/", data)

    assert heard == [(change("published", page, after="/impressum/"),)]


def test_publishing_again_tells_the_same_address_twice(workshop, heard, commit):
    with commit():
        workshop.save_revision().publish()

    address = "/projekt/werkstatt/"
    assert heard == [(change("published", workshop, address, address),)]


def test_creating_a_live_page_is_publishing_it(home, heard, commit):
    with commit():
        page = factories.standard(home)

    assert heard == [(change("published", page, after="/impressum/"),)]


def test_saving_a_live_page_in_a_script_changes_it(workshop, heard, commit):
    workshop.places = 12

    with commit():
        workshop.save()

    address = "/projekt/werkstatt/"
    assert heard == [(change("changed", workshop, address, address),)]


def test_unpublishing_leaves_no_address(admin_client, workshop, heard, commit):
    with commit():
        admin_client.post(f"/admin/pages/{workshop.pk}/unpublish/")

    assert heard == [(change("unpublished", workshop, "/projekt/werkstatt/"),)]


def test_unpublishing_a_tree_tells_each_page(project, workshop, heard, commit):
    with commit():
        project.unpublish()
        fresh(workshop).unpublish()

    assert heard == [
        (
            change("unpublished", project, "/projekt/"),
            change("unpublished", workshop, "/projekt/werkstatt/"),
        )
    ]


def test_scheduled_publishing_is_told_when_it_happens(home, heard, commit):
    page = factories.standard(home, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)

    with commit():
        page.save_revision().publish()

    assert heard == []

    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    revision = page.revisions.get()
    revision.content["go_live_at"] = None
    revision.save()
    with commit():
        call_command("publish_scheduled")

    assert heard == [(change("published", page, after="/impressum/"),)]


def test_expiry_is_told_as_unpublished(home, heard, commit):
    page = factories.standard(home, expire_at=timezone.now() - timedelta(minutes=1))

    with commit():
        call_command("publish_scheduled")

    assert heard == [(change("unpublished", page, "/impressum/"),)]


def test_copy_of_a_live_page_is_published(workshop, heard, commit):
    with commit():
        copy = workshop.copy(update_attrs={"slug": "zweite", "title": "Zweite"})

    assert heard == [(change("published", copy, after="/projekt/zweite/"),)]


def test_copy_kept_as_a_draft_tells_nothing(workshop, heard, commit):
    with commit():
        workshop.copy(update_attrs={"slug": "zweite"}, keep_live=False)

    assert heard == []


# --- Aliases and other languages ------------------------------------------------


def test_new_alias_of_a_live_page_is_published(workshop, heard, commit):
    with commit():
        alias = workshop.create_alias(update_slug="spiegel")

    assert heard == [(change("published", alias, after="/projekt/spiegel/"),)]


def test_alias_is_published_with_its_original(workshop, heard, commit):
    alias = workshop.create_alias(update_slug="spiegel")

    with commit():
        fresh(workshop).save_revision().publish()

    address, mirror = "/projekt/werkstatt/", "/projekt/spiegel/"
    assert heard == [
        (
            change("published", workshop, address, address),
            change("published", alias, mirror, mirror),
        )
    ]


def test_alias_in_another_language_has_an_address_there(home, project, heard, commit):
    factories.translated(home)

    with commit():
        alias = project.copy_for_translation(factories.locale("en"), alias=True)

    expected = change("published", alias, after="/en/projekt/", language="en")
    assert heard == [(expected,)]


def test_new_translation_is_a_draft_and_tells_nothing(home, project, heard, commit):
    factories.translated(home)

    with commit():
        project.copy_for_translation(factories.locale("en"))

    assert heard == []


def test_english_page_has_an_english_address(home, heard, commit):
    english = factories.translated(home)
    address = "/en/"

    with commit():
        english.save_revision().publish()

    assert heard == [(change("published", english, address, address, language="en"),)]
