"""Words are fitted into a space: wrapped, made smaller, at last cut off."""

import pytest

from pages.sharing.text import BOLD, REGULAR, fitted, font, printable

SIZES = (80, 50)


def widths(found):
    used = font(found.weight, found.size)
    return [used.getlength(line) for line in found.lines]


def test_short_text_is_one_line_in_the_largest_size():
    found = fitted("Werkstatt 2", BOLD, SIZES, 1000, 3)

    assert (found.lines, found.size, found.is_whole) == (("Werkstatt 2",), 80, True)


def test_longer_text_is_wrapped_between_words():
    found = fitted("Ein Garten für alle, die hier wohnen", BOLD, SIZES, 700, 3)

    assert " ".join(found.lines) == "Ein Garten für alle, die hier wohnen"
    assert found.is_whole
    assert len(found.lines) > 1
    assert max(widths(found)) <= 700


def test_text_becomes_smaller_before_anything_is_cut():
    text = "Ein Garten für alle, die hier wohnen, lernen oder arbeiten"

    found = fitted(text, BOLD, SIZES, 800, 2)

    assert (found.size, found.is_whole) == (50, True)


def test_what_is_too_much_ends_in_an_ellipsis_after_a_word():
    found = fitted("Viele Wörter, " * 50, BOLD, SIZES, 700, 2)

    assert len(found.lines) == 2
    assert found.lines[-1].endswith(("Wörter…", "Viele…"))
    assert not found.is_whole
    assert max(widths(found)) <= 700


@pytest.mark.parametrize("word", ["W" * 300, "Donaudampfschifffahrt" * 4])
def test_word_that_is_too_long_is_broken(word):
    found = fitted(word, BOLD, SIZES, 700, 3)

    assert len(found.lines) == 3
    assert max(widths(found)) <= 700
    assert found.lines[0].endswith("-")


@pytest.mark.parametrize("text", ["", "   ", "🏠"])
def test_nothing_is_no_line(text):
    assert fitted(text, BOLD, SIZES, 700, 3).lines == ()


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Größe – „Straße“ €", "Größe – „Straße“ €"),
        ("Łódź", "Lódz\u0301"),
        ("u\u0308ber", "über"),
        ("Haus 🏠", "Haus "),
        ("ﬁn", "fin"),
    ],
)
def test_signs_that_the_font_lacks_become_simpler(weight, text, shown):
    assert printable(text, weight) == shown
