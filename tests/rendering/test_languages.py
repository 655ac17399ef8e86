"""The way to the other language: in its own words, never to nowhere."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

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


def locked(*pages):
    for page in pages:
        PageViewRestriction.objects.create(
            page=page,
            restriction_type=PageViewRestriction.PASSWORD,
            password="Lindenblüte 7",
        )


def test_password_page_leads_to_that_of_the_translation(read, home, imprint):
    factories.translated(home)
    english = factories.translated(imprint, title="Imprint", slug="imprint")
    locked(imprint, english)

    seen = {"de": read(imprint), "en": read(english)}

    assert [len(one.all("input[type=password]")) for one in seen.values()] == [1, 1]
    assert [one.all(".menu__language .muted") for one in seen.values()] == [[], []]
    assert offered(seen["de"]) == [("English", "/en/imprint/", "en")]
    assert offered(seen["en"]) == [("Deutsch", "/impressum/", "de")]
    assert "en" not in alternates(seen["de"])


def test_refused_password_keeps_the_language(client, home, imprint):
    factories.translated(home)
    english = factories.translated(imprint, title="Imprint", slug="imprint")
    locked(imprint, english)

    for page, sentence in ((imprint, "Passwort"), (english, "password")):
        asked = client.get(page.url)
        address = BeautifulSoup(asked.content, "html.parser").select_one(
            "main form, form[method=post]"
        )["action"]
        refused = client.post(address, {"password": "x", "return_url": page.url})
        seen = BeautifulSoup(refused.content, "html.parser")
        assert seen.html["lang"] == page.locale.language_code
        assert sentence in seen.select_one("#password-error").get_text()
        assert seen.select(".menu__language .muted") == []


def test_private_translation_of_a_public_page_is_not_told_of(read, home, imprint):
    factories.translated(home)
    locked(factories.translated(imprint, title="Imprint", slug="imprint"))

    seen = read(imprint)

    assert [(url, code) for _words, url, code in offered(seen)] == [("/en/", "en")]


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
