"""Colours as numbers: contrast by WCAG 2.2, lightness by OKLab.

A colour is written "#1f5c4d" everywhere outside of this module.
"""

import re
from math import atan2, cos, hypot, sin

__all__ = ["contrast", "luminance", "mix", "read_colour", "shade", "tone_of"]

SHORT = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])", re.IGNORECASE)
LONG = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)

Numbers = tuple[float, float, float]


def read_colour(text: str) -> str | None:
    """Return "#00aa55" for "#00AA55", "00aa55" or "#0a5"; None for anything else."""
    bare = text.strip()
    if match := LONG.fullmatch(bare):
        return f"#{match[1].lower()}"
    if match := SHORT.fullmatch(bare):
        return "#" + "".join(digit.lower() * 2 for digit in match.groups())
    return None


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (linear(part) for part in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21; the order does not matter."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """Return ``ground`` with a share (0 to 1) of a colour laid over it."""
    pairs = zip(parts(colour), parts(ground), strict=True)
    return written(tuple(a * share + b * (1 - share) for a, b in pairs))


def tone_of(colour: str) -> Numbers:
    """Return lightness (0 to 1), chroma and hue (radians) in OKLCH.

    The matrices are those of https://bottosson.github.io/posts/oklab/.
    """
    red, green, blue = (linear(part) for part in parts(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (
        1 / 3
    )
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    light = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return light, hypot(a, b), atan2(b, a)


def shade(tone: Numbers) -> str:
    """Return the colour of a tone; chroma that no screen shows is taken back."""
    light, chroma, hue = tone
    while True:
        red, green, blue = screen_parts(light, chroma, hue)
        if chroma <= 0 or all(-0.0005 <= part <= 1.0005 for part in (red, green, blue)):
            return written((red, green, blue))
        chroma = max(0.0, chroma - 0.004)


def screen_parts(light: float, chroma: float, hue: float) -> Numbers:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def parts(colour: str) -> Numbers:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def written(values: tuple[float, ...]) -> str:
    whole = (round(min(1.0, max(0.0, value)) * 255) for value in values)
    return "#" + "".join(f"{value:02x}" for value in whole)


def linear(part: float) -> float:
    """Undo the encoding of sRGB: the amount of light for a part of a colour, 0 to 1."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def encoded(light: float) -> float:
    if light <= 0.0031308:
        return light * 12.92
    return float(1.055 * light ** (1 / 2.4) - 0.055)
