"""Every page type in both languages, and what is so on every page."""

import re

import pytest
from bs4 import BeautifulSoup
from django.apps import apps

from pages.models import ContentPage
from tests import factories
from tests.plugins.notices.models import NoticePage
from tests.rendering.content import Content
from tests.rendering.reading import Reading

PAGE_TYPES = sorted(
    model.__name__ for model in apps.get_models() if issubclass(model, ContentPage)
)
DATA = '<script type="application/ld+json">'  # which no browser runs
FORBIDDEN = re.compile(r"<script|<style| style=|<iframe| on\w+=")
ANYWHERE_ELSE = re.compile(r"(?:src|srcset|href)=\"(?:https?:)?//[^\"]*")


@pytest.fixture
def content(db):
    return Content()


@pytest.fixture
def pages(content):
    """A page of every type in both languages, those of plugins included."""
    notice = factories.page(NoticePage, content.project, "Aushang")
    german = {**content.pages, "NoticePage": notice}
    english = content.translate()
    english["NoticePage"] = factories.translated(notice)
    return {"de": german, "en": english}


def test_content_has_every_page_type(pages):
    assert sorted(pages["de"]) == PAGE_TYPES


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_renders_in_its_language(read, pages, language):
    seen = {kind: read(page) for kind, page in pages[language].items()}

    assert {
        kind: (one.status, one.one("html")["lang"], one.all("h1"))
        for kind, one in seen.items()
    } == {kind: (200, language, [page.title]) for kind, page in pages[language].items()}


def test_every_page_keeps_to_itself(client, pages):
    """No script, no style that the policy forbids, no other host, no cookie."""
    found = {}
    for kind, page in pages["de"].items():
        response = client.get(page.url)
        html = response.content.decode().replace("http://testserver/", "/")
        html = html.replace(DATA, "")
        strangers = FORBIDDEN.findall(html) + ANYWHERE_ELSE.findall(html)
        found[kind] = (strangers, dict(response.cookies), response.headers.get("Vary"))

    assert found == {kind: ([], {}, None) for kind in pages["de"]}


def test_every_page_has_one_outline_without_gaps(read, pages):
    found = {kind: outline(read(page)) for kind, page in pages["de"].items()}

    assert {kind: levels.count(1) for kind, levels in found.items()} == dict.fromkeys(
        found, 1
    )
    assert {kind: steps_down(levels) for kind, levels in found.items()} == {
        kind: [] for kind in found
    }


def outline(seen):
    headings = seen.html.select("h1, h2, h3, h4, h5, h6")
    return [int(heading.name[1]) for heading in headings]


def steps_down(levels):
    """Where a heading lies more than one level below the one before it."""
    pairs = zip([0, *levels], levels, strict=False)
    return [(before, after) for before, after in pairs if after > before + 1]


def test_page_prints_the_facts_that_close_it(read, content):
    seen = read(content.standard)

    assert seen.all(".contact strong") == ["Person 1"]
    assert [link.split(" (")[0] for link in seen.all(".documents a")] == ["Datei 1"] * 2
    assert len(seen.all(".changes li")) == 1


def test_title_names_page_and_site(read, content):
    assert read(content.series).title == "Reihe – Stadt Lindenau"


def test_description_is_the_lead(read, content):
    described = read(content.series).one("meta[name=description]")

    assert described["content"] == "Worum es geht."


def test_breadcrumb_leads_through_live_pages(read, content):
    content.series.unpublish()

    trail = read(content.workshop).links("nav.breadcrumb a")

    assert trail == {"Start": "/", "Projekt": "/projekt/"}


def test_menus_mark_the_page_being_read(read, content):
    seen = read(content.standard)

    current = seen.all("nav [aria-current=page]")
    assert current == ["Impressum", "Impressum"]


def test_page_without_anything_renders(read, home):
    seen = read(factories.standard(home, "Leer"))

    assert seen.text == "Leer"


def test_private_page_asks_for_its_password(client, content):
    content.series.view_restrictions.create(
        restriction_type="password", password="Linde"
    )

    seen = Reading(client.get(content.workshop.url))

    assert seen.all("main input[type=password]") == [""]
    assert "Werkstatt 1" not in BeautifulSoup(seen.response.content, "html.parser").text
