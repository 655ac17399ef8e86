"""Menus lead to the pages of their language, or say that a page is German."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from pages.context_processors import entries_by_place
from pages.models import Menu, MenuItem
from tests import factories
from tests.translation.visitors.german import GERMAN, untranslated


@pytest.fixture
def imprint(home):
    factories.translated(home)
    return factories.standard(home, "Impressum")


@pytest.fixture
def menu(imprint):
    """Make the English menu: ``menu(page, …)``, with a label for all entries."""

    def menu(*pages, label=""):
        locale = factories.locale("en")
        menu = Menu.objects.create(place="footer", locale=locale)
        for page in pages:
            MenuItem.objects.create(menu=menu, page=page, label=label, locale=locale)
        return menu

    return menu


def entries(seen):
    return [
        (
            link.get_text(),
            link["href"],
            link.get("hreflang"),
            bool(link.select("[lang]")),
        )
        for link in seen.html.select(".site-footer a")
    ]


def test_entry_leads_to_the_english_page(read, menu, imprint):
    english = factories.translated(imprint, title="Imprint", slug="imprint")
    menu(imprint, label="About us")

    seen = read(english)

    assert entries(seen) == [("About us", "/en/imprint/", None, False)]
    assert seen.one(".site-footer a")["aria-current"] == "page"


def test_entry_without_a_label_is_called_as_the_english_page(read, menu, imprint):
    english = factories.translated(imprint, title="Imprint", slug="imprint")
    menu(imprint, english)

    assert entries(read("/en/")) == [("Imprint", "/en/imprint/", None, False)] * 2


def test_entry_leads_to_the_german_page_and_says_so(read, menu, imprint):
    menu(imprint)

    seen = read("/en/")

    assert entries(seen) == [("Impressum", "/impressum/", "de", True)]
    assert seen.one(".site-footer a [lang]")["lang"] == "de"


def test_english_label_of_a_german_page_is_not_called_german(read, menu, imprint):
    menu(imprint, label="Imprint")

    assert entries(read("/en/")) == [("Imprint", "/impressum/", "de", False)]


@pytest.mark.parametrize("reason", ["draft", "private"])
def test_entry_does_not_lead_to_a_page_that_visitors_may_not_see(
    read, menu, imprint, reason
):
    english = factories.translated(imprint, title="Imprint", slug="imprint")
    if reason == "draft":
        english.unpublish()
    else:
        PageViewRestriction.objects.create(page=english, restriction_type="login")
    menu(imprint, label="Imprint")

    assert entries(read("/en/")) == [("Imprint", "/impressum/", "de", False)]


def test_german_label_is_marked(read, menu, imprint):
    factories.translated(imprint, title="Imprint", slug="imprint")
    untranslated(menu(imprint, label="Über uns"))

    assert entries(read("/en/")) == [("Über uns", "/en/imprint/", None, True)]


def test_german_title_of_an_english_page_is_marked(read, menu, imprint):
    english = factories.translated(imprint, slug="imprint")
    type(english).objects.filter(pk=english.pk).update(text_origins={"title": [GERMAN]})
    menu(imprint, english)

    assert entries(read("/en/")) == [("Impressum", "/en/imprint/", None, True)] * 2


@pytest.mark.parametrize("amount", [1, 3])
def test_menus_cost_two_queries(menu, home, amount):
    pages = [factories.standard(home, f"Seite {n}") for n in range(amount)]
    for page in pages:
        factories.translated(page)
    menu(*pages)

    with CaptureQueriesContext(connection) as asked:
        found = entries_by_place("en")["footer"]

    assert len(found) == amount
    assert len(asked) == 2


def test_menus_of_the_source_language_cost_one_query(imprint):
    with CaptureQueriesContext(connection) as asked:
        entries_by_place("de")

    assert len(asked) == 1
