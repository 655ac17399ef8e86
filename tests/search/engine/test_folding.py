"""Words that people take for the same are the same to the search."""

import pytest

from search.engine.folding import fold, is_stop_word, stem, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Förderung", "foerderung"),
        ("Möhre", "mo\u0308hre"),
        ("Ärzte", "aerzte"),
        ("Übung", "Uebung"),
        ("Café", "cafe"),
        ("Łódź", "lodz"),
    ],
)
def test_spellings_of_a_word_are_folded_alike(one, other):
    assert fold(one, "de") == fold(other, "de")


@pytest.mark.parametrize("word", ["neue", "bauer", "quelle", "steuer"])
def test_vowels_that_are_no_umlaut_stay(word):
    assert fold(word, "de") == word


def test_written_out_umlauts_are_german_only():
    assert (fold("blue", "en"), fold("Müller", "en")) == ("blue", "muller")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Werkstätten", "Werkstatt"),
        ("de", "Gärten", "Garten"),
        ("de", "Häuser", "Haus"),
        ("de", "Straßen", "strasse"),
        ("en", "workshops", "workshop"),
        ("en", "funded", "funding"),
        ("en", "municipalities", "municipality"),
    ],
)
def test_forms_of_a_word_have_one_stem(language, one, other):
    stems = {stem(fold(word, language), language) for word in (one, other)}

    assert len(stems) == 1


def test_language_without_stems_leaves_words_alone():
    assert stem("dzielnice", "pl") == "dzielnice"


def test_words_are_letters_and_digits_only():
    found = words_of("E-Mail: (2. Werkstatt) \x00 “½” – a'b", "en")

    assert found == ["e", "mail", "2", "werkstatt", "12", "a", "b"]


def test_words_that_say_nothing_are_known():
    assert is_stop_word("und", "de")
    assert not is_stop_word("und", "en")
