"""Where the calendars of a page are, and when a page should say so. Asks nothing."""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from django.urls import reverse
from wagtail.models import Page

from cms.addresses import absolute
from cms.foreign import plain
from pages.agenda import Entry
from pages.agenda.titles import entry_title
from pages.calendars.events import entry_uid
from pages.models import ProjectPage, SeriesPage, WorkshopPage
from pages.restrictions import is_restricted

__all__ = [
    "EntryLink",
    "Subscription",
    "WorkshopCalendar",
    "alternates",
    "path_of",
    "subscription",
    "workshop_calendar",
]

HOME_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Subscription:
    """A calendar that keeps itself up to date, by its two addresses."""

    title: str
    address: str
    """To be typed in by hand: "https://…"."""
    without_past: bool = False
    """Whether it leaves out what ended before the last year, as that of all does."""

    @property
    def webcal(self) -> str:
        """The same, for the program that keeps the calendar."""
        return urlunsplit(urlsplit(self.address)._replace(scheme="webcal"))


@dataclass(frozen=True, slots=True)
class EntryLink:
    """One entry of a programme, to be put into a calendar by itself."""

    entry: Entry
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class WorkshopCalendar:
    """What a workshop's page offers to those who plan to come."""

    path: str
    programme_path: str
    entries: list[EntryLink]
    is_multi_day: bool
    subscription: Subscription | None


def path_of(page: Page) -> str:
    """Return the address of a page's calendar in the active language, "" if none."""
    kinds = (
        (WorkshopPage, "calendar_workshop"),
        (SeriesPage, "calendar_series"),
        (ProjectPage, "calendar_project"),
    )
    for kind, name in kinds:
        if isinstance(page, kind):
            return reverse(name, args=[page.translation_key])
    return reverse("calendar_everything") if page.depth == HOME_DEPTH else ""


def alternates(page: object) -> list[Subscription]:
    """Return the calendars that programs find at a page: its own, that of its series.

    A draft and a page that not everybody may read have none.
    """
    if not isinstance(page, Page) or not is_everybodys(page):
        return []
    series = page.series if isinstance(page, WorkshopPage) else None
    return [calendar_at(page, of) for of in (page, series) if of]


def subscription(page: Page) -> Subscription | None:
    """Return the calendar people subscribe to at a page: of a workshop, its series'.

    What hides a page hides all below it, so the page at hand is all that counts.
    """
    of = page.series if isinstance(page, WorkshopPage) else page
    return calendar_at(page, of) if of and is_everybodys(page) else None


def calendar_at(page: Page, of: Page) -> Subscription:
    return Subscription(
        plain(of.title), absolute(path_of(of), page.full_url), of.depth == HOME_DEPTH
    )


def workshop_calendar(workshop: WorkshopPage) -> WorkshopCalendar | None:
    """Return the calendars of a workshop one can come to, else None.

    What is over, cancelled or without a date belongs into nobody's calendar.
    """
    if not (workshop.takes_place and workshop.starts_at and is_everybodys(workshop)):
        return None
    key = workshop.translation_key
    return WorkshopCalendar(
        path=path_of(workshop),
        programme_path=reverse("calendar_programme", args=[key]),
        entries=entry_links(workshop),
        is_multi_day=workshop.programme.is_multi_day,
        subscription=subscription(workshop),
    )


def entry_links(workshop: WorkshopPage) -> list[EntryLink]:
    """Return what of a programme somebody may want alone: no breaks."""
    key = workshop.translation_key
    return [
        EntryLink(
            entry,
            entry_title(entry),
            reverse("calendar_entry", args=[key, entry_uid(key, entry.id)]),
        )
        for entry in workshop.programme.entries
        if entry.id and entry.starts_at and entry.kind != "break"
    ]


def is_everybodys(page: Page) -> bool:
    """Whether calendars have it: a draft and a restricted page are in none.

    Nor is what lies below a draft, as far as its address has led through it.
    """
    way = (*getattr(page, "way_here", ()), page)
    return bool(page.pk) and all(one.live for one in way) and not is_restricted(page)
