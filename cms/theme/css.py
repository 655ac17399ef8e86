"""The part of the style that differs between two sites. It is part of the page.

A request of its own would cost visitors more than these few bytes, and a page that a
cache has kept would go with colours of another day.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from cms.theme.palette import DARK, LIGHT, Palette
from cms.theme.typefaces import STACKS

__all__ = ["csp_source", "theme_css"]


def theme_css(
    *, accent: str = "", accent_dark: str = "", typeface: str = "", band: bool = False
) -> str:
    """Return the custom properties of a theme; "" for the one of the stylesheet.

    Paper keeps black and white, so colours are for screens only.
    """
    light = Palette(accent, LIGHT) if accent else None
    dark = None
    if accent_dark:
        dark = Palette(accent_dark, DARK)
    elif accent:
        dark = Palette.in_the_dark(accent)
    return "".join(
        (
            rule(":root", typeface_properties(typeface)),
            on_screens("", colour_properties(light)),
            on_screens(" and (prefers-color-scheme:dark)", colour_properties(dark)),
            # Also in the dark, where a band of the lighter colour would glare.
            on_screens("", band_properties(light)) if band else "",
        )
    )


def csp_source(css: str) -> str:
    """Return what allows exactly this style in a Content-Security-Policy."""
    return f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'"


def typeface_properties(typeface: str) -> Iterator[tuple[str, str]]:
    if typeface in STACKS:
        yield "--kern-typography-font-family-default", STACKS[typeface]


def colour_properties(palette: Palette | None) -> Iterator[tuple[str, str]]:
    if palette is None:
        return
    hover, active = palette.pressed
    yield "--kern-color-action-default", palette.accent
    yield "--kern-color-action-on-default", palette.label
    yield "--kern-color-action-state-indicator-shade-hover", hover
    yield "--kern-color-action-state-indicator-shade-active", active
    yield "--tint", palette.tint


def band_properties(palette: Palette | None) -> Iterator[tuple[str, str]]:
    """Yield the colours of a header in the accent colour, the same light and dark."""
    yield "--band", palette.accent if palette else "#2044aa"
    yield "--band-ink", palette.label if palette else "#ffffff"


def on_screens(condition: str, properties: Iterator[tuple[str, str]]) -> str:
    inner = rule(":root", properties)
    return f"@media screen{condition}{{{inner}}}" if inner else ""


def rule(selector: str, properties: Iterator[tuple[str, str]]) -> str:
    body = ";".join(f"{name}:{value}" for name, value in properties)
    return f"{selector}{{{body}}}" if body else ""
