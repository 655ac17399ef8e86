"""Puts together what a page says to programs, and writes it into its head."""

import json
from functools import singledispatch
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from pages.models import NewsPage, ProjectPage, SeriesPage, WorkshopPage
from pages.structured import article, collections, event
from pages.structured.former import former_starts
from pages.structured.parts import Node, Surroundings

__all__ = ["graph", "script", "subject"]

# No tag ends where a title says so, and old readers of JavaScript find whole lines.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def graph(page: Any, site: Surroundings) -> Node:
    """Return all that a page tells, as one JSON-LD document."""
    found = [
        site.organisation,
        article.web_page(page, site),
        article.breadcrumb(page),
        *beside(page),
        subject(page, site),
    ]
    return {
        "@context": "https://schema.org",
        "@graph": [each for each in found if each],
    }


@singledispatch
def subject(page: Any, site: Surroundings) -> Node | None:
    """Return what a page is about; None for one that is just a page."""
    return None


@singledispatch
def beside(page: Any) -> list[Node]:
    """Return what else a page tells of."""
    return []


@beside.register
def _(page: WorkshopPage) -> list[Node]:
    return event.events_before(page)


@subject.register
def _(page: WorkshopPage, site: Surroundings) -> Node:
    return event.event(page, site, former_starts(page))


@subject.register
def _(page: SeriesPage, site: Surroundings) -> Node:
    return collections.event_series(page, site)


@subject.register
def _(page: ProjectPage, site: Surroundings) -> Node:
    return collections.project(page, site)


@subject.register
def _(page: NewsPage, site: Surroundings) -> Node:
    return article.news_article(page, site)


def script(data: Node) -> SafeString:
    """Return JSON-LD as an element. It is data: no policy forbids it, nothing runs."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(  # noqa: S308 (what could end the element is escaped)
        f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>'
    )
