"""The way to the other language: in its own words, never to nowhere."""

import pytest

from tests import factories


def offered(seen):
    return [
        (link.get_text(), link["href"], link["lang"])
        for link in seen.html.select(".menu__language a")
    ]


def alternates(seen):
    return {
        link["hreflang"]: link["href"]
        for link in seen.html.select("link[rel=alternate][hreflang]")
    }


@pytest.fixture
def imprint(home):
    return factories.standard(home, "Impressum")


def test_switch_leads_to_the_translation(read, home, imprint):
    factories.translated(home)
    english = factories.translated(imprint, title="Imprint", slug="imprint")

    assert offered(read(imprint)) == [("English", "/en/imprint/", "en")]
    assert offered(read(english)) == [("Deutsch", "/impressum/", "de")]


def test_translations_are_told_to_search_engines(read, home, imprint):
    factories.translated(home)
    english = factories.translated(imprint, slug="imprint")

    expected = {
        "de": "http://testserver/impressum/",
        "en": "http://testserver/en/imprint/",
        "x-default": "http://testserver/impressum/",
    }
    assert alternates(read(imprint)) == expected
    assert alternates(read(english)) == expected


def test_page_without_translation_says_so(read, home, imprint):
    factories.translated(home)

    seen = read(imprint)

    assert len(seen.all(".menu__language .muted")) == 1
    assert [(url, code) for _words, url, code in offered(seen)] == [("/en/", "en")]
    assert alternates(seen) == {
        "de": "http://testserver/impressum/",
        "x-default": "http://testserver/impressum/",
    }


def test_unpublished_translation_is_not_offered(read, home, imprint):
    factories.translated(home)
    factories.translated(imprint, slug="imprint").unpublish()

    assert [url for _words, url, _code in offered(read(imprint))] == ["/en/"]


def test_site_without_the_other_language_offers_nothing(read, imprint):
    assert offered(read(imprint)) == []


def test_search_leads_to_the_search_of_the_other_language(read, home):
    seen = read("/en/search/")

    (switch,) = offered(seen)
    assert switch[0] == "Deutsch"
    assert offered(read(switch[1])) == [("English", "/en/search/", "en")]


def test_nothing_found_leads_to_the_other_home_page(read, home):
    assert offered(read("/nichts/")) == [("English", "/en/", "en")]
