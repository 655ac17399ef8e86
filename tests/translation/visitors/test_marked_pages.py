"""Every page type whose English words are German still says so everywhere."""

import copy
import json
from io import StringIO

import pytest
from django.core.management import call_command

from pages.models import WorkshopPage
from pages.translation.marking import mark_page
from tests.translation.visitors.german import (
    German,
)

TYPES = [
    "HomePage",
    "ProjectPage",
    "SeriesPage",
    "WorkshopPage",
    "NewsIndexPage",
    "NewsPage",
    "StandardPage",
]


def language(element):
    """In which language assistive technology reads an element."""
    return element.get("lang") or element.find_parent(lang=True)["lang"]


def unmarked(seen, language_expected="de"):
    """The German texts of a page that are read as if they were English."""
    texts = [text for text in seen.html.body.find_all(string=True) if "Wort" in text]
    pictures = [
        image for image in seen.html.select("img") if "Wort" in image.get("alt", "")
    ]
    assert len(texts) > 3
    found = [(text.strip(), language(text.parent)) for text in texts]
    found += [(image["alt"], language(image)) for image in pictures]
    return [text for text, code in found if code != language_expected]


def attributes(seen):
    for element in seen.html.find_all(True):
        for value in element.attrs.values():
            yield from value if isinstance(value, list) else [value]


@pytest.fixture(scope="module")
def original(lasting_db):
    return German()


@pytest.fixture
def german(original, db):
    return copy.deepcopy(original)


@pytest.mark.parametrize("kind", TYPES)
def test_every_german_word_of_an_english_page_is_marked(read, german, kind):
    seen = read(german.pages[kind])

    assert seen.html.html["lang"] == "en"
    assert unmarked(seen) == []


@pytest.mark.parametrize("kind", TYPES)
def test_attributes_and_titles_hold_words_without_marks(read, german, kind):
    seen = read(german.pages[kind])

    assert [value for value in attributes(seen) if "<" in value] == []
    assert seen.html.title.find_all(True) == []
    assert "span" not in seen.title
    assert seen.title == f"{german.pages[kind].title} – City"
    description = seen.one("meta[name=description]")["content"]
    assert description == german.pages[kind].lead


@pytest.mark.parametrize("kind", TYPES)
def test_german_page_marks_nothing(read, german, kind):
    originals = {type(page).__name__: page for page in german.originals()}

    seen = read(originals[kind])

    assert seen.html.select("main [lang]") == []
    assert unmarked(seen, "de") == []


def test_marks_are_as_narrow_as_the_text(read, german):
    seen = read(german.pages["WorkshopPage"])

    marked = {element.get_text() for element in seen.html.select("main [lang=de]")}
    assert {"Wort Beginn", "Wort Pause", "Wort Gruppe", "Wort Land"} <= marked
    assert [text for text in marked if "Ada Roth" in text or "1.04" in text] == []
    assert [text for text in marked if "PDF" in text] == []


def test_words_of_the_page_around_a_german_link_are_not_marked(read, german):
    seen = read(german.pages["StandardPage"])

    facts = seen.html.select("main .file-facts")
    assert len(facts) > 4
    assert {language(one) for one in facts} == {"en"}


def test_search_results_mark_german_titles(read, german):
    call_command("rebuild_search", stdout=StringIO())

    seen = read("/en/search/?q=Impressum")

    assert "Wort Impressum" in seen.all(".item__title [lang=de]")
    assert unmarked(seen) == []


def test_preview_marks_german_words(german):
    page = german.pages["WorkshopPage"]

    response = page.make_preview_request()

    assert '<h1><span lang="de">Wort Werkstatt</span></h1>' in response.content.decode()


def test_showing_a_page_changes_nothing_that_is_stored(read, german):
    page = german.pages["WorkshopPage"]
    before = WorkshopPage.objects.filter(pk=page.pk).values().get()

    read(page)

    assert WorkshopPage.objects.filter(pk=page.pk).values().get() == before


def test_marking_twice_is_marking_once(german):
    page = german.pages["WorkshopPage"]

    once = copy.deepcopy(mark_page(page).agenda.get_prep_value())
    intro = page.intro
    mark_page(page)

    assert page.intro == intro
    assert page.agenda.get_prep_value() == once
    assert 'lang="de"' in json.dumps(once, default=str).replace('\\"', '"')
