"""What a site's colour is used with, light and dark, and whether that can be read.

Links stand in the accent colour on paper and on tinted ground; buttons and the header
have it as their ground. Text needs 4.5:1 (WCAG 2.2, 1.4.3). Lines and other parts that
are no text need 3:1 (1.4.11), which the ratio of text includes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cms.theme.colours import contrast, mix, shade, tone_of

__all__ = ["DARK", "LIGHT", "TEXT", "Palette", "Scheme", "Shortfall", "shortfall"]

TEXT = 4.5
BLACK, WHITE = "#000000", "#ffffff"
STEP = 0.002
DARK_LIGHTNESS, DARK_CHROMA = 0.76, 0.12
"""Light enough to be read on dark ground, pale enough not to glow."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The grounds and texts of one appearance. The stylesheet has the same values."""

    paper: str
    ink: str
    muted: str
    visited: str
    share: float
    """How much of the accent there is in tinted ground."""
    is_dark: bool

    def tint(self, accent: str) -> str:
        return mix(accent, self.paper, self.share)


LIGHT = Scheme(WHITE, "#131525", "#51577a", "#7e01a8", share=0.06, is_dark=False)
DARK = Scheme("#131525", "#f3f4f7", "#b2b6cc", "#ce9ce8", share=0.08, is_dark=True)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A colour that cannot be read well enough, and one close to it that can."""

    ratio: float
    ground: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours that follow from one accent colour."""

    accent: str
    scheme: Scheme

    @classmethod
    def in_the_dark(cls, accent: str) -> "Palette":
        """Return the palette for dark ground that suits an accent chosen for light."""
        light, chroma, hue = tone_of(accent)
        tone = max(light, DARK_LIGHTNESS), min(chroma, DARK_CHROMA), hue
        return cls(nearest_passing(shade(tone), DARK), DARK)

    @property
    def tint(self) -> str:
        return self.scheme.tint(self.accent)

    @property
    def label(self) -> str:
        """The colour of text that stands on the accent: black or white."""
        return max(BLACK, WHITE, key=lambda each: contrast(each, self.accent))

    @property
    def pressed(self) -> tuple[str, str]:
        """The ground of a button under the pointer, and while it is pressed.

        Both move away from the label, so that it is read even better.
        """
        away = WHITE if self.label == BLACK else BLACK
        return mix(away, self.accent, 0.12), mix(away, self.accent, 0.24)


def shortfall(accent: str, scheme: Scheme) -> Shortfall | None:
    """Return where an accent colour falls short most; None if it can be used."""
    ratio, ground = min(measured(accent, scheme))
    if ratio >= TEXT:
        return None
    return Shortfall(ratio, ground, nearest_passing(accent, scheme))


def measured(accent: str, scheme: Scheme) -> Iterator[tuple[float, str]]:
    """Yield the contrast with each ground that the accent stands on."""
    for ground in (scheme.paper, scheme.tint(accent)):
        yield contrast(accent, ground), ground


def nearest_passing(accent: str, scheme: Scheme) -> str:
    """Return the nearest lighter or darker shade that can be read."""
    light, chroma, hue = tone_of(accent)
    found = accent
    while min(measured(found, scheme))[0] < TEXT:
        light += STEP if scheme.is_dark else -STEP
        found = shade((light, chroma, hue))
    return found
