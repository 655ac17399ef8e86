"""The fields that the core's own types of pages have beside the common ones."""

from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.apps import apps
from django.conf import settings
from django.urls import reverse

from pages.calendars.links import path_of
from pages.delivery.common_fields import written_day
from pages.delivery.page_data import (
    HomeData,
    NewsData,
    NewsIndexData,
    ProjectData,
    RegistrationData,
    SeriesData,
    StandardData,
    WorkshopData,
    WorkshopFilesData,
)
from pages.delivery.page_types import Place, register_page_type
from pages.handouts.pdf import can_write_pdf
from pages.models import (
    NewsIndexPage,
    NewsPage,
    ProjectPage,
    SeriesPage,
    StandardPage,
    WorkshopPage,
)
from pages.models.series import SeriesEntry
from pages.translation.marking import mark_children

__all__ = ["register_types"]


def register_types() -> None:
    register_page_type(apps.get_model(settings.HOME_PAGE_MODEL), HomeData, {})
    register_page_type(StandardPage, StandardData, {})
    register_page_type(NewsIndexPage, NewsIndexData, {})
    register_page_type(SeriesPage, SeriesData, {"workshops": workshops})
    register_page_type(
        NewsPage,
        NewsData,
        {"image": lambda page, place: place.reader.image(page.image), "about": about},
        summary=("image", "about"),
        related=("image",),
    )
    register_page_type(
        ProjectPage, ProjectData, PROJECT_SUMMARY | PROJECT, summary=PROJECT_SUMMARY
    )
    register_page_type(
        WorkshopPage,
        WorkshopData,
        WORKSHOP_SUMMARY | WORKSHOP,
        summary=WORKSHOP_SUMMARY,
        related=("venue__locale",),
    )


def about(page: Any, place: Place) -> Any:
    return place.reader.page(place.gathered.subjects.get(page.about_id))


# --- Projects and series --------------------------------------------------------


def organisations(page: Any, place: Place) -> list[Any]:
    links = sorted(
        place.gathered.organisations[page.pk], key=lambda link: link.sort_order or 0
    )
    return [
        {**place.reader.organisation(link.organisation), "role": link.role}  # type: ignore[dict-item]  # there always is one
        for link in links
    ]


PROJECT_SUMMARY = {
    "acronym": lambda page, place: page.acronym,
    "subtitle": lambda page, place: str(page.subtitle),
    "status": lambda page, place: page.status,
    "starts_on": lambda page, place: written_day(page.starts_on),
    "ends_on": lambda page, place: written_day(page.ends_on),
}
PROJECT = {
    "aims": lambda page, place: place.reader.html(page.aims),
    "organisations": organisations,
}


def workshops(page: Any, place: Place) -> list[Any]:
    """Return what the page of a series lists: workshops with a page, then planned."""
    pages = place.gathered.workshops[page.path]
    planned = place.gathered.planned[page.pk]
    mark_children(page, "planned_workshops", planned)
    taken = {workshop.number for workshop in pages}
    entries = [SeriesEntry(one.number, one.title, one) for one in pages]
    entries += [
        SeriesEntry(one.number, one.title) for one in planned if one.number not in taken
    ]
    return [
        entry_data(entry, place) for entry in sorted(entries, key=SeriesEntry.order)
    ]


def entry_data(entry: SeriesEntry, place: Place) -> dict[str, Any]:
    page: Any = entry.page
    return {
        "number": entry.number,
        "title": str(entry.title),
        "page": place.reader.page(page),
        "starts_at": local(page.local_start) if page else None,
        "status": page.status if page else "",
    }


# --- Workshops ------------------------------------------------------------------


def local(moment: datetime | None) -> str | None:
    """Write a moment with the offset that it has already."""
    return moment.isoformat() if moment else None


def series(page: Any, place: Place) -> Any:
    above = place.gathered.above.get(page.path[: -page.steplen])
    is_series = above is not None and above.specific_class is SeriesPage
    return place.reader.page(above) if is_series else None


def agenda(page: Any, place: Place) -> list[Any]:
    blocks = list(place.blocks(page, "agenda"))
    programme = page.programme = page.programme_of(blocks)  # others need not again
    place.reader.entries = {entry.id: entry for entry in programme.entries}
    return place.stream(blocks)


def registration(page: Any, place: Place) -> RegistrationData | None:
    if not page.has_registration:
        return None
    return {
        "url": page.registration_url,
        "email": page.registration_email,
        "deadline": written_day(page.registration_deadline),
        "places": page.places,
        "price": str(page.price),
        "is_open": page.registration_is_open,
    }


def venue(page: Any, place: Place) -> Any:
    """Return where people meet; one moved online has no place to go to."""
    return place.reader.venue(page.venue) if page.is_on_site else None


def online_url(page: Any, place: Place) -> str:
    """Return where to take part, as the page does: as long as that is possible."""
    return page.online_url if page.is_online and page.takes_place else ""


def flyer(page: Any, place: Place) -> Any:
    # With the references it became that of the page's language.
    return place.reader.document(page.flyer)


def short_url(page: Any, place: Place) -> str:
    link = place.gathered.short_links.get(page.translation_key)
    return urljoin(place.reader.root_url, link.path) if link else ""


def files(page: Any, place: Place) -> WorkshopFilesData:
    """Return what the page offers to take along; a draft has none of it."""
    has_calendar = page.live and page.takes_place and page.starts_at
    link = place.gathered.short_links.get(page.translation_key)
    code = link.code if link and page.live and page.programme else ""

    def handout(name: str) -> str | None:
        return place.reader.absolute(reverse(name, args=[code])) if code else None

    return {
        "calendar": place.reader.absolute(path_of(page)) if has_calendar else None,
        "pdf": handout("programme_pdf") if code and can_write_pdf() else None,
        "text": handout("programme_text"),
    }


WORKSHOP_SUMMARY = {
    "starts_at": lambda page, place: local(page.local_start),
    "ends_at": lambda page, place: local(page.local_end),
    "time_zone": lambda page, place: page.time_zone,
    "status": lambda page, place: page.status,
    "status_note": lambda page, place: str(page.status_note),
    "attendance": lambda page, place: page.attendance,
    "number": lambda page, place: page.number,
    "series": series,
    "venue": venue,
}
WORKSHOP = {
    "online_url": online_url,
    "intro": lambda page, place: place.reader.html(page.intro),
    "report": lambda page, place: place.stream(place.blocks(page, "report")),
    "flyer": flyer,
    "agenda": agenda,
    "information": lambda page, place: place.reader.html(page.information),
    "spoken_languages": lambda page, place: str(page.spoken_languages),
    "registration": registration,
    "short_url": short_url,
    "files": files,
}
