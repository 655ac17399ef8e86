"""Terms that LibreTranslate has to leave as the glossary has them."""

import re

import pytest
from wagtail.models import Locale
from wagtail_localize.strings import StringValue

from pages.translation.machine.glossary import protect, restore
from pages.translation.machine.libretranslate import SafeLibreTranslator
from tests.translation.service import running

TERMS = {
    "Werkstatt": "workshop",
    "Werkstatt für alle": "workshop for everyone",
    "Kunst & Bau": "art & building",
    "b": "NO",
}


@pytest.mark.parametrize(
    ("text", "protected", "kept"),
    [
        (
            "Die Werkstatt ruft",
            'Die <code id="term1">workshop</code> ruft',
            ["workshop"],
        ),
        ("Werkstatt 2", '<code id="term1">Workshop</code> 2', ["Workshop"]),
        (
            "<b>Werkstatt</b> und Werkstatt",
            (
                '<b><code id="term1">Workshop</code></b>'
                ' und <code id="term2">workshop</code>'
            ),
            ["Workshop", "workshop"],
        ),
        (
            "Eine Werkstatt für alle",
            'Eine <code id="term1">workshop for everyone</code>',
            ["workshop for everyone"],
        ),
        (
            "Für Kunst &amp; Bau",
            'Für <code id="term1">art &amp; building</code>',
            ["art &amp; building"],
        ),
        ("Werkstätten, Werkstattleitung", "Werkstätten, Werkstattleitung", []),
        ('<a id="b">Suppe</a>', '<a id="b">Suppe</a>', []),
    ],
)
def test_whole_words_are_protected(text, protected, kept):
    assert protect(text, TERMS) == (protected, kept)


def test_without_glossary_nothing_is_touched():
    assert protect("Die Werkstatt", {}) == ("Die Werkstatt", [])


@pytest.mark.parametrize(
    ("answer", "restored"),
    [
        ('The <code id="term1">workshop</code>', "The workshop"),
        ("The <code id=term1> Workshop! </code>", "The workshop"),
        ("The workshop", ""),
        ('<code id="term1">a</code> <code id="term1">b</code>', ""),
        ('<code id="term2">a</code>', ""),
    ],
)
def test_lost_term_leaves_no_text(answer, restored):
    assert restore(answer, ["workshop"]) == restored


def test_libretranslate_returns_the_terms():
    german, english = Locale(language_code="de"), Locale(language_code="en")
    with running() as service:
        # Like Argos: what is in <code> stays, other words change.
        service.translate = lambda text: re.sub(r"\bDie\b", "The", text)
        translator = SafeLibreTranslator(
            {"LIBRETRANSLATE_URL": service.address, "GLOSSARIES": {"en": TERMS}}
        )

        found = translator.translate(german, english, [StringValue("Die Werkstatt")])

    assert [answer.data for answer in found.values()] == ["The workshop"]
