"""Pages for when something is not there or goes wrong."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.rendering.content import Content
from tests.rendering.reading import Reading


def test_missing_page_looks_like_the_site(read, home):
    seen = read("/en/nothing/here/")

    assert seen.status == 404
    assert seen.all("h1") == ["Page not found"]
    assert seen.links() == {"To the home page": "/en/"}
    assert seen.one("main form")["action"] == "/en/search/"


def test_missing_page_offers_the_menu_in_the_language_of_its_address(db, read):
    content = Content()
    content.translate()
    ways = {}

    for address in ("/gibt-es-nicht/", "/en/nothing/"):
        seen = read(address)
        ways[seen.html.html["lang"]] = (seen.status, list(seen.links().values()))

    assert ways == {
        "de": (404, ["/", "/projekt/impressum/"]),
        "en": (404, ["/en/", "/en/projekt/impressum/"]),
    }


def test_missing_page_has_no_canonical_address(read, home):
    seen = read("/gibt-es-nicht/")

    assert seen.html.select("link[rel=canonical], link[hreflang]") == []


def test_fault_is_answered_without_the_database(settings, monkeypatch, home):
    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("search.views.render", fail)
    browser = Client(raise_request_exception=False)

    seen = Reading(browser.get("/en/search/"))

    assert seen.status == 500
    assert seen.all("h1") == ["Something went wrong"]


@pytest.mark.parametrize(
    ("language", "heading", "ways"),
    [
        ("en", "Something went wrong", {"Try this page again", "To the home page"}),
        (
            "de",
            "Es ist ein Fehler aufgetreten",
            {"Diese Seite noch einmal laden", "Zur Startseite"},
        ),
    ],
)
def test_fault_page_needs_no_context(language, heading, ways):
    """No database here: this test may not use it."""
    with override(language):
        page = BeautifulSoup(render_to_string("500.html"), "html.parser")

    home = {"en": "/en/", "de": "/"}[language]
    links = {link.get_text(): link["href"] for link in page.select("main a")}
    assert page.html["lang"] == language
    assert page.h1.get_text() == heading
    assert set(links) == ways
    assert set(links.values()) == {"", home}
    assert len(page.select("link[rel=stylesheet]")) == 1


@pytest.mark.parametrize(
    ("path", "language"), [("/suche/", "de"), ("/en/search/", "en")]
)
def test_fault_speaks_the_language_of_the_address(monkeypatch, home, path, language):
    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("search.views.render", fail)
    browser = Client(raise_request_exception=False)

    response = browser.get(path)

    assert response.status_code == 500
    assert Reading(response).html.html["lang"] == language
