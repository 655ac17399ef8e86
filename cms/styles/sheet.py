"""Joins the stylesheet."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.apps import apps

from cms.plugins import plugins
from cms.styles.rules import minified
from cms.styles.selection import Mentions, select

__all__ = ["NAME", "sheet"]

NAME = "cms/css/site.css"
"""Where it is found among the static files. Addresses in the sources (the fonts) are
relative to it."""

HERE = Path(__file__).parent
KERN = HERE.parent / "static" / "cms" / "vendor" / "kern" / "kern.min.css"
SOURCES = [
    HERE / "sources" / f"{name}.css"
    for name in ("site", "frame", "content", "lists", "programme", "search")
]
PRINT = HERE / "sources" / "print.css"
NOTICE = (
    "/*! KERN (kern-ux.de), EUPL-1.2: the rules this site uses. The whole, unchanged: "
    "cms/vendor/kern/kern.min.css */"
)


def sheet() -> str:
    """Return the stylesheet as its sources are now."""
    files = [KERN, *SOURCES, PRINT, *mentioning_files()]
    return joined(tuple((file, file.stat().st_mtime_ns) for file in files))


def mentioning_files() -> Iterator[Path]:
    """Yield the templates and stylesheets of the core and of all plugins."""
    for config in (apps.get_app_config("cms"), *plugins()):
        folder = Path(config.path)
        yield from sorted(folder.glob("templates/**/*.html"))
        yield from sorted(folder.glob("static/*/css/**/*.css"))


@lru_cache(maxsize=1)
def joined(files: tuple[tuple[Path, int], ...]) -> str:
    """Join files that are named with the time of their last change."""
    own = "".join(minified(source.read_text("utf-8")) for source in SOURCES)
    on_paper = minified(PRINT.read_text("utf-8"))
    own += f"@media print{{{on_paper}}}"
    mentioning = [file for file, _changed in files if file != KERN]
    mentions = Mentions(file.read_text("utf-8") for file in mentioning)
    asking = "".join(
        file.read_text("utf-8") for file in mentioning if file.suffix == ".css"
    )
    kern = select(minified(KERN.read_text("utf-8")), mentions, asking)
    return f"{NOTICE}\n{kern}\n/*! Werkstatt */\n{own}\n"
