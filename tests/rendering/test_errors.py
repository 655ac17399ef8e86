"""Pages for when something is not there or goes wrong."""

from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.rendering.reading import Reading


def test_missing_page_looks_like_the_site(read, home):
    seen = read("/en/nothing/here/")

    assert seen.status == 404
    assert seen.all("h1") == ["Page not found"]
    assert list(seen.links()) == ["To the home page", "Search this website"]


def test_fault_is_answered_without_the_database(settings, monkeypatch, home):
    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("search.views.render", fail)
    browser = Client(raise_request_exception=False)

    seen = Reading(browser.get("/en/search/"))

    assert seen.status == 500
    assert seen.all("h1") == ["Something went wrong"]


def test_fault_page_needs_no_context():
    """No database here: this test may not use it."""
    with override("en"):
        html = render_to_string("500.html")

    assert "Something went wrong" in html
