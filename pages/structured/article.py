"""A page as a page, news as an article, and the way that leads there."""

from typing import Any

from django.utils.timezone import localtime

from pages.models import NewsPage
from pages.structured.parts import Node, Surroundings, node

__all__ = ["breadcrumb", "news_article", "web_page"]


def web_page(page: Any, site: Surroundings) -> Node:
    """Return any page, dated as it is for its readers."""
    return node(
        "WebPage",
        id=page.full_url,
        name=page.title,
        url=page.full_url,
        description=page.search_description or page.lead,
        inLanguage=site.language,
        publisher=site.reference,
        breadcrumb={"@id": f"{page.full_url}#breadcrumb"} if page.trail else None,
        **dates_of(page),
    )


def news_article(page: NewsPage, site: Surroundings) -> Node:
    subject = page.subject
    about = node("Thing", name=subject.title, url=subject.full_url) if subject else None
    return node(
        "NewsArticle",
        id=f"{page.full_url}#article",
        headline=page.title,
        url=page.full_url,
        description=page.lead,
        inLanguage=site.language,
        image=site.images,
        author=site.reference,
        publisher=site.reference,
        about=about,
        mainEntityOfPage={"@id": page.full_url},
        **dates_of(page),
    )


def dates_of(page: Any) -> dict[str, str]:
    """Return what visitors read as "published on" and "updated on"."""
    dates = {}
    if page.published_on:
        dates["datePublished"] = page.published_on.isoformat()
    if page.content_updated_at:
        dates["dateModified"] = localtime(page.content_updated_at).isoformat()
    return dates


def breadcrumb(page: Any) -> Node | None:
    """Return the pages above one and itself; None for the home page."""
    if not page.trail:
        return None
    steps = [
        node("ListItem", position=number, item=step(each))
        for number, each in enumerate([*page.trail, page], start=1)
    ]
    return node(
        "BreadcrumbList", id=f"{page.full_url}#breadcrumb", itemListElement=steps
    )


def step(page: Any) -> Node:
    name = getattr(page, "short_title", "") or page.title
    return node("WebPage", id=page.full_url, name=name)
