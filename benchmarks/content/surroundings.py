"""What surrounds projects and workshops: home page, news, imprint, menus, site name."""

from datetime import timedelta
from typing import Any

from wagtail.models import Page, PageViewRestriction, Site

from benchmarks.content.directory import LANGUAGES, Directory
from benchmarks.content.forest import Forest, Pair
from benchmarks.content.moment import NOW
from benchmarks.content.streams import Streams
from benchmarks.content.words import sentence
from cms.models import SiteSettings
from home.models import HomePage
from pages.models import Menu, MenuItem, NewsIndexPage, NewsPage, StandardPage

__all__ = [
    "add_news",
    "add_overview",
    "add_standard",
    "close_to_visitors",
    "make_home",
    "make_menus",
]


def make_home(directory: Directory) -> Pair:
    """Put a home page per language in the place of Wagtail's welcome page."""
    Page.objects.filter(depth=2).delete()
    root = Page.get_first_root_node()
    source = root.add_child(
        instance=HomePage(title="Start", slug="start", locale=directory.locales["de"])
    )
    homes = {"de": source}
    for code in LANGUAGES[1:]:
        copy = HomePage(
            title="Start",
            slug=f"start-{code}",
            locale=directory.locales[code],
            translation_key=source.translation_key,
        )
        root.refresh_from_db()
        homes[code] = root.add_child(instance=copy)
    Site.objects.all().delete()
    site = Site.objects.create(
        hostname="testserver", root_page=source, is_default_site=True
    )
    SiteSettings.objects.create(
        site=site, site_name={"de": "Lindenau"}, logo=directory.images[30]
    )
    return homes


def add_standard(forest: Forest, home: Pair, title: str, streams: Streams) -> Pair:
    def facts(code: str) -> dict[str, Any]:
        return {
            "title": title,
            "lead": sentence(code, 1),
            "body": streams.body(code, 1),
        }

    slug = title.lower()
    return forest.plant(StandardPage, home, slug, NOW - timedelta(days=40), facts)


def close_to_visitors(pair: Pair) -> None:
    """Let only people who are logged in see a page: every list has to leave it out."""
    login = PageViewRestriction.LOGIN
    for page in pair.values():
        PageViewRestriction.objects.create(page=page, restriction_type=login)


def add_overview(forest: Forest, home: Pair, streams: Streams) -> Pair:
    """Plant the page that lists all news."""

    def facts(code: str) -> dict[str, Any]:
        return {
            "title": "Aktuelles",
            "lead": sentence(code, 2),
            "body": streams.body(code, 2),
        }

    published = NOW - timedelta(days=40)
    return forest.plant(NewsIndexPage, home, "aktuelles", published, facts)


def add_news(
    forest: Forest, overview: Pair, title: str, streams: Streams, about: Pair
) -> Pair:
    """Plant news with a picture about another page, each older than the one before."""
    number = overview["de"].numchild

    def facts(code: str) -> dict[str, Any]:
        return {
            "title": title,
            "lead": sentence(code, number),
            "body": streams.body(code, number),
            "image": streams.directory.images[number % 10],
            "about": about[code],
        }

    published = NOW - timedelta(hours=7 * number + 1)
    return forest.plant(NewsPage, overview, f"meldung-{number}", published, facts)


def make_menus(directory: Directory, header: list[Pair], footer: list[Pair]) -> None:
    for place, pages in (("header", header), ("footer", footer)):
        for code, locale in directory.locales.items():
            menu = Menu.objects.create(place=place, locale=locale)
            MenuItem.objects.bulk_create(
                MenuItem(menu=menu, page=pair[code], locale=locale, sort_order=order)
                for order, pair in enumerate(pages)
            )
