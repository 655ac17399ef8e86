"""What stands on the picture of a page. Two cards that say the same are one picture."""

import json
from dataclasses import asdict, dataclass
from functools import singledispatch
from hashlib import sha256
from html import unescape
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.text import capfirst

from cms.models import SiteSettings
from cms.theme.colours import read_colour
from pages.models import NewsPage, ProjectPage, WorkshopPage
from pages.rendering.dates import day_in_words

__all__ = ["Card", "card_of", "details_of"]

DESIGN = 1
"""Counted on when pictures of the same words are to look otherwise."""
BLUE = "#2044aa"
"""The accent colour of the stylesheet."""
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Card:
    """Words in one language, none longer than 300 characters, and a colour."""

    title: str
    details: tuple[str, ...] = ()
    notice: str = ""
    """What has to be known first: that a workshop is cancelled."""
    site: str = ""
    accent: str = BLUE

    @property
    def digest(self) -> str:
        """What the picture is called by; it changes with what stands on it."""
        text = json.dumps([DESIGN, asdict(self)], sort_keys=True)
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def words(self) -> str:
        """The picture for those who cannot see it."""
        return ". ".join(filter(None, (self.notice, self.title, *self.details)))


def card_of(page: Any, settings: SiteSettings) -> Card:
    """Return the card of a page, without a query."""
    details = (plain(line) for line in details_of(page))
    return Card(
        title=plain(page.title),
        details=tuple(line for line in details if line),
        notice=notice_of(page),
        site=plain(settings.name),
        accent=read_colour(settings.accent or "") or BLUE,
    )


def plain(text: Any) -> str:
    """Return words on one line, without marks of their language."""
    return " ".join(str(text).split())[:LONGEST]


@singledispatch
def details_of(page: Any) -> list[str]:
    return [page.lead]


@details_of.register
def _(page: WorkshopPage) -> list[str]:
    return [written(page, "when"), written(page, "where")]


@details_of.register
def _(page: NewsPage) -> list[str]:
    return [day_in_words(page.published_on)] if page.published_on else []


@details_of.register
def _(page: ProjectPage) -> list[str]:
    return [page.subtitle or page.lead]


def written(workshop: WorkshopPage, name: str) -> str:
    """Return what lists say of a workshop, as text."""
    html = render_to_string(f"pages/includes/{name}.html", {"workshop": workshop})
    return unescape(strip_tags(html))


@singledispatch
def notice_of(page: Any) -> str:
    return ""


@notice_of.register
def _(page: WorkshopPage) -> str:
    return "" if page.is_as_planned else capfirst(page.get_status_display())
