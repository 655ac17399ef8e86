"""What a feed says of pages: values, read in as many queries however many there are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Q
from django.utils.timezone import localtime, make_aware
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.visibility import public
from pages.listings import gather
from pages.models import ChangeNote, NewsPage, ProjectPage, WorkshopPage

__all__ = ["Entry", "changes", "identity", "news", "of_project"]

MOST = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, all of it plain text. ``updated_at`` never comes from Wagtail."""

    id: str
    title: str
    url: str
    updated_at: datetime
    published_at: datetime | None = None
    summary: str = ""


def identity(key: UUID, language: str | None = None) -> str:
    """Return the id of something in a language (default: the active one), for good.

    It is made of what all versions have in common, so neither another name nor another
    address nor an import changes it.
    """
    return uuid5(key, f"atom:{language or get_language()}").urn


def news(site: Site) -> list[Entry]:
    """Return the latest news of a site in the active language."""
    found = NewsPage.objects.filter(on_site(site)).listed()
    return newest_first(of_pages(found[:MOST]))


def of_project(project: ProjectPage) -> list[Entry]:
    """Return a project, its series, workshops and news, the last changed first."""
    found = gather(project)
    pages = [project, *found.series, *found.upcoming, *found.past, *found.news]
    return newest_first(of_pages(pages))


def changes(site: Site) -> list[Entry]:
    """Return the latest change notes of workshops of a site in the active language."""
    workshops = public(WorkshopPage.objects.filter(on_site(site)))
    notes = ChangeNote.objects.filter(page__in=workshops.values("pk"))
    latest = notes.select_related("page").order_by("-date", "-pk")[:MOST]
    return newest_first(filter(None, map(of_note, latest)))


def on_site(site: Site) -> Q:
    """Return what pages below the home page of a site in the active language fulfil.

    Where they begin is cached by Wagtail. Where there is no such home page, nothing is.
    """
    for root in Site.get_site_root_paths():
        if (root.site_id, root.language_code) == (site.pk, get_language()):
            return Q(
                url_path__startswith=root.root_path,
                locale__language_code=root.language_code,
            )
    return Q(pk__in=())


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    ordered = sorted(entries, key=lambda entry: entry.updated_at, reverse=True)
    return list(islice(ordered, MOST))


def of_pages(pages: Iterable[Any]) -> Iterator[Entry]:
    """Yield an entry for each page, none for one that says no date to its readers."""
    for page in pages:
        published_at = published(page)
        updated_at = page.content_updated_at or published_at
        url = page.get_full_url()
        if updated_at and url:
            yield Entry(
                id=identity(page.translation_key),
                title=str(page.title),
                url=url,
                updated_at=localtime(updated_at),
                published_at=published_at,
                summary=str(page.lead),
            )


def published(page: Any) -> datetime | None:
    """Return when visitors read that a page was published; days begin at midnight."""
    if page.original_published_on:
        return midnight(page.original_published_on)
    return page.first_published_at and localtime(page.first_published_at)


def midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))


def of_note(note: ChangeNote) -> Entry | None:
    page: Page = note.page
    url = page.get_full_url()
    if not url:
        return None
    return Entry(
        id=identity(note.translation_key),
        title=f"{page.title}: {note.text}",
        url=url,
        updated_at=midnight(note.date),
    )
