"""Words that are still German on an English page say so, wherever they stand."""

import copy
import json
import pickle

import pytest
from django.template import Context, Template
from django.utils.html import format_html

from cms.foreign import ForeignText, language_of, plain
from pages.models import PageContact
from pages.translation.marking import marked_html
from tests import factories
from tests.translation.visitors.german import (
    ENGLISH,
    GERMAN,
    english,
    untranslated,
)


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
