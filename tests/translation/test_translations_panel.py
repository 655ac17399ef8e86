"""Editors see how true the translations of their page are."""

import pytest
from django.urls import reverse

from pages.translations_panel import states_of
from tests import factories
from tests.translation.translating import edit, published, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(home):
    return factories.workshop(home, "Werkstatt 1", lead="Machen Sie mit.")


def form(admin_client, page):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return admin_client.get(address).content.decode()


def test_page_without_translation_has_no_panel(admin_client, workshop):
    assert "warten auf eine" not in form(admin_client, workshop)
    assert states_of(workshop) == []


def test_begun_translation_is_not_published_yet(admin_client, workshop):
    start(workshop)

    html = form(admin_client, workshop)

    assert "noch nicht veröffentlicht." in html
    assert "2 Texte warten auf eine Übersetzung." in html


def test_changed_page_says_which_version_is_reflected(admin_client, workshop):
    published(workshop)
    assert "entspricht dem veröffentlichten Stand dieser Seite." in form(
        admin_client, workshop
    )

    workshop = edit(workshop, lead="Machen Sie alle mit.")

    html = form(admin_client, workshop)
    assert "gibt die Fassung vom" in html
    assert "1 Text wartet auf eine Übersetzung." in html
