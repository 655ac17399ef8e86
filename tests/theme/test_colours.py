"""Contrast as WCAG 2.2 defines it, and shades that keep their hue."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cms.theme.colours import contrast, luminance, mix, read_colour, shade, tone_of

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#595959", "#ffffff", 7.0),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio


@given(COLOURS, COLOURS)
def test_contrast_has_no_order_and_stays_in_its_range(one, other):
    ratio = contrast(one, other)

    assert ratio == contrast(other, one)
    assert 1 <= ratio <= 21.0001
    assert contrast(one, one) == 1


@given(COLOURS)
@example("#000000")
@example("#ffffff")
@example("#0000ff")
def test_shade_of_a_colours_tone_is_the_colour(colour):
    again = shade(tone_of(colour))

    for at in (1, 3, 5):
        assert abs(int(again[at : at + 2], 16) - int(colour[at : at + 2], 16)) <= 1


@given(COLOURS, st.floats(0, 0.9))
def test_lighter_tone_is_never_a_darker_colour(colour, light):
    _light, chroma, hue = tone_of(colour)

    darker, lighter = shade((light, chroma, hue)), shade((light + 0.1, chroma, hue))

    assert luminance(darker) <= luminance(lighter) + 0.01


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_mixture_lies_between_its_parts(colour, ground, share):
    mixed = mix(colour, ground, share)

    for at in (1, 3, 5):
        low, high = sorted(int(each[at : at + 2], 16) for each in (colour, ground))
        assert low <= int(mixed[at : at + 2], 16) <= high


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("#1F5C4D", "#1f5c4d"),
        (" 1f5c4d ", "#1f5c4d"),
        ("#0A5", "#00aa55"),
        ("", None),
        ("#", None),
        ("red", None),
        ("#12345", None),
        ("#1f5c4d80", None),
        ("#12345g", None),
        ("url(x)", None),
        ("#fff;}*{display:none", None),
        ("#１２３４５６", None),
    ],
)
def test_number_of_a_colour_is_read(written, colour):
    assert read_colour(written) == colour


@given(st.text())
def test_reading_never_fails(text):
    found = read_colour(text)

    assert found is None or contrast(found, "#ffffff") >= 1
