"""Words that are still German on an English page say so, wherever they stand."""

import copy
import json
import pickle
from io import StringIO

import pytest
from django.core.management import call_command
from django.template import Context, Template
from django.utils.html import format_html

from cms.foreign import ForeignText, language_of, plain
from pages.models import PageContact, WorkshopPage
from pages.translation.marking import mark_page, marked_html
from tests import factories
from tests.translation.visitors.german import (
    ENGLISH,
    GERMAN,
    German,
    english,
    untranslated,
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


@pytest.fixture
def german(db):
    return German()


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


def test_only_the_german_paragraph_is_marked():
    html = marked_html(
        "<p>One</p><p>Zwei <b>fett</b></p><p>Three</p>", [ENGLISH, GERMAN, ENGLISH]
    )

    assert html == (
        '<p>One</p><p><span lang="de">Zwei </span><b><span lang="de">fett</span></b>'
        "</p><p>Three</p>"
    )


def test_translated_text_is_left_as_it_is():
    text = '<p>One <a href="/x/">link</a></p><p>Two</p>'

    assert marked_html(text, [ENGLISH, ENGLISH]) == text


def test_text_that_is_cut_otherwise_marks_what_no_translator_wrote():
    known = {"string": 1, "text": "One"}

    html = marked_html("<p>One</p><p>Zwei</p><p>Drei</p>", [known, GERMAN])

    assert html == (
        '<p>One</p><p><span lang="de">Zwei</span></p><p><span lang="de">Drei</span></p>'
    )


def test_translated_fields_of_a_partly_german_page_are_not_marked(read, home):
    english_home = factories.translated(home)
    page = factories.standard(english_home, "Imprint", lead="Wort Anriss")
    untranslated(page, "lead")

    seen = read(page)

    assert [one.get_text() for one in seen.html.select("main [lang=de]")] == [
        "Wort Anriss"
    ]


@pytest.mark.parametrize("has_version", [True, False], ids=["english", "german"])
def test_german_words_of_the_directory_are_marked(read, home, has_version):
    page = factories.standard(factories.translated(home), "Page")
    contact = factories.contact("Jo Doe", role="Wort Leitung")
    contact = english(contact) if has_version else contact
    PageContact.objects.create(page=page, contact=contact, locale=page.locale)

    seen = read(page)

    marks = [one.get_text() for one in seen.html.select(".contact [lang=de]")]
    assert marks == ["Wort Leitung"]


def test_translated_words_of_the_directory_are_not_marked(read, home):
    page = factories.standard(factories.translated(home), "Page")
    contact = factories.contact("Jo Doe", role="Lead").copy_for_translation(page.locale)
    contact.save()
    PageContact.objects.create(page=page, contact=contact, locale=page.locale)

    assert read(page).html.select(".contact [lang]") == []


@pytest.mark.parametrize(
    ("alt_texts", "expected"),
    [
        ({"de": "Platz", "en": "Square"}, ("Square", None)),
        ({"de": "Platz"}, ("Platz", "de")),
        ({"en": "Square"}, ("Square", None)),
        ({}, ("", None)),
    ],
)
def test_alternative_text_says_its_language(read, home, alt_texts, expected):
    image = factories.image(alt_texts=alt_texts)
    body = [{"type": "figure", "value": {"image": image.pk}}]
    page = factories.standard(factories.translated(home), "Page", body=body)

    shown = read(page).one("main picture img")

    assert (shown["alt"], shown.get("lang")) == expected


def test_foreign_text_marks_itself_in_html_only():
    text = ForeignText("Bürger & Stadt", "de")

    marked = '<span lang="de">Bürger &amp; Stadt</span>'
    assert Template("{{ text }}").render(Context({"text": text})) == marked
    assert format_html("<b>{}</b>", text) == f"<b>{marked}</b>"
    assert f"{text}" == "Bürger & Stadt"
    assert json.dumps({"text": text}) == '{"text": "B\\u00fcrger & Stadt"}'
    assert (type(plain(text)), plain(None)) == (str, "")


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickle.loads])
def test_foreign_text_keeps_its_language_when_copied(duplicate):
    text = ForeignText("Stadt", "de")

    other = duplicate(pickle.dumps(text) if duplicate is pickle.loads else text)

    assert (other, language_of(other)) == ("Stadt", "de")


def test_element_says_the_language_of_a_filtered_text():
    template = Template(
        "{% load languages %}<p{{ text|lang_attribute }}>{{ text|linebreaksbr }}</p>"
    )

    german = template.render(Context({"text": ForeignText("Ein\nWort", "de")}))
    plain_text = template.render(Context({"text": "One\nword"}))

    assert german == '<p lang="de">Ein<br>Wort</p>'
    assert plain_text == "<p>One<br>word</p>"
