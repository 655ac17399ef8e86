"""No colour that is let through makes a page that cannot be read."""

import pytest
from hypothesis import example, given, settings

from cms.theme.colours import contrast, shade, tone_of
from cms.theme.palette import DARK, LIGHT, TEXT, Palette, shortfall
from tests.theme.test_colours import COLOURS

SCHEMES = {"light": LIGHT, "dark": DARK}


def worst_contrast(palette):
    """The lowest contrast of all texts that a page has in these colours."""
    scheme, tint = palette.scheme, palette.tint
    texts = (scheme.ink, scheme.muted, scheme.visited, palette.accent)
    on_grounds = [
        contrast(text, each) for text in texts for each in (scheme.paper, tint)
    ]
    under_labels = [palette.accent, *palette.pressed]
    return min(on_grounds + [contrast(palette.label, each) for each in under_labels])


@pytest.mark.parametrize("name", SCHEMES)
@given(colour=COLOURS)
@example(colour="#767676")
@example(colour="#ffd500")
@example(colour="#000000")
@settings(max_examples=60, deadline=None)
def test_accepted_and_proposed_colours_can_be_read_everywhere(name, colour):
    scheme = SCHEMES[name]

    missed = shortfall(colour, scheme)

    usable = missed.proposal if missed else colour
    assert worst_contrast(Palette(usable, scheme)) >= TEXT
    assert missed is None or missed.ratio < TEXT
    assert missed is None or contrast(colour, missed.ground) == missed.ratio


@given(COLOURS)
@settings(max_examples=60, deadline=None)
def test_derived_dark_palette_can_be_read_everywhere(colour):
    palette = Palette.in_the_dark(colour)

    assert worst_contrast(palette) >= TEXT


@pytest.mark.parametrize(
    ("colour", "name", "back"),
    [
        ("#ffd500", "light", 0.01),
        ("#5ab031", "light", 0.01),
        ("#1f5c4d", "dark", -0.01),
    ],
)
def test_proposal_is_the_nearest_shade_that_can_be_read(colour, name, back):
    missed = shortfall(colour, SCHEMES[name])

    light, chroma, hue = tone_of(missed.proposal)
    assert abs(hue - tone_of(colour)[2]) < 0.06
    assert shortfall(missed.proposal, SCHEMES[name]) is None
    assert shortfall(shade((light + back, chroma, hue)), SCHEMES[name])


@pytest.mark.parametrize("colour", ["#2044aa", "#9c2f1f", "#1f5c4d", "#000000"])
def test_dark_enough_colours_are_taken(colour):
    assert shortfall(colour, LIGHT) is None
