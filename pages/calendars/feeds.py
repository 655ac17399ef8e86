"""What is asked of the database for a calendar: the same for any number of events.

Only what everybody may read is in a calendar: programs that subscribe know no
passwords.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from icalendar import Event
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.visibility import public
from pages.calendars.events import Shown, entry_events, removed_event, workshop_event
from pages.models import (
    CalendarState,
    Contact,
    PageContact,
    ProjectPage,
    WorkshopPage,
)
from pages.references import without_references

__all__ = [
    "Answer",
    "one_entry",
    "one_workshop",
    "whole_programme",
    "workshops_below",
]

KEPT = timedelta(days=90)
"""How long what is cancelled or gone stays in a feed, so that everybody is told."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Events, and the moments at which some of them come, change or go by themselves.

    Then an online address is not shown any more, or 90 days are over, or a year is.
    """

    events: tuple[Event, ...]
    turns: tuple[datetime, ...]


def one_workshop(key: UUID, language: str) -> Answer | None:
    """Return the event of a public workshop; None if there is no such event."""
    shown = find_shown(key, language)
    return answer([workshop_event(shown)], [shown]) if shown else None


def whole_programme(key: UUID, language: str) -> Answer | None:
    """Return an event for each entry of a workshop's programme.

    What was taken out of it stays, cancelled, for as long as a workshop would.
    """
    shown = find_shown(key, language)
    if shown is None:
        return None
    with without_references():
        events = [event for _uid, event in entry_events(shown)]
    gone = [state for state in shown.entry_states if state.is_removed]
    return answer(events, [shown], gone)


def one_entry(key: UUID, uid: UUID, language: str) -> Answer | None:
    """Return the event of one entry; None if the programme does not have it."""
    shown = find_shown(key, language)
    if shown is None:
        return None
    with without_references():
        found = [event for known, event in entry_events(shown) if known == uid]
    return answer(found, [shown]) if found else None


def workshops_below(
    page: Page, language: str, column: str, *, with_past: bool = True
) -> Answer:
    """Return an event for each public workshop below a page, in the page's language.

    ``column`` is the name under which states know the page: home, project or series.
    Without the past, what ended before the last year began is left out, so that there
    is an end to it.
    """
    rows = WorkshopPage.objects.filter(
        path__startswith=page.path, locale=page.locale_id
    )
    states = CalendarState.objects.filter(
        **{column: page.translation_key}, status=CalendarState.REMOVED
    )
    if not with_past:
        rows, states = rows.filter(is_recent()), states.filter(is_recent())
    shown = list(load(rows))
    visible = [one for one in shown if not is_long_off(one.state)]
    here = [state for state in states if is_workshop(state, language)]
    events = [workshop_event(one) for one in visible]
    return answer(events, shown, here, () if with_past else (new_year(0), new_year(1)))


def is_recent() -> Q:
    """Return what is true of all that ends in the last year, in this one or later."""
    since = new_year(-1)
    return Q(ends_at__gte=since) | Q(ends_at__isnull=True, starts_at__gte=since)


def new_year(years: int) -> datetime:
    """Return when this year began, or one so many years from it."""
    year = timezone.localdate().year + years
    return datetime(year, 1, 1, tzinfo=timezone.get_current_timezone())


def is_workshop(state: CalendarState, language: str) -> bool:
    """Whether it is a workshop, and readers of the language can have had it."""
    return state.uid == state.workshop and language in state.languages


def find_shown(key: UUID, language: str) -> Shown | None:
    rows = WorkshopPage.objects.filter(
        translation_key=key, locale__language_code=language
    )
    found = list(load(rows, with_entries=True))
    return found[0] if found else None


def load(rows: PageQuerySet, *, with_entries: bool = False) -> Iterator[Shown]:
    """Yield public workshops that have a start, by date, with what their events say."""
    rows = public(rows.filter(starts_at__isnull=False)).select_related("venue")
    if not with_entries:
        rows = rows.defer_streamfields().defer("intro", "information")
    pages = list(rows.order_by("starts_at", "translation_key"))
    keys = rows.order_by().values("translation_key")
    states = states_of(keys, with_entries=with_entries)
    contacts = contacts_of(rows.order_by().values("pk"))
    projects = projects_above(pages)
    sites = SimpleNamespace()  # where Wagtail keeps what it has read of sites
    for page in pages:
        own = states.get(page.translation_key, ())
        yield Shown(
            workshop=page,
            url=page.get_full_url(sites) or "",
            state=next((one for one in own if one.uid == one.workshop), None),
            entry_states=tuple(one for one in own if one.uid != one.workshop),
            contacts=tuple(contacts.get(page.pk, ())),
            project=next(
                (projects[p] for p in projects if page.path.startswith(p)), ""
            ),
        )


def states_of(keys: Any, *, with_entries: bool) -> dict[UUID, list[CalendarState]]:
    rows = CalendarState.objects.filter(
        **{"workshop__in" if with_entries else "uid__in": keys}
    )
    found: dict[UUID, list[CalendarState]] = {}
    for state in rows.order_by("starts_at", "uid"):
        found.setdefault(state.workshop, []).append(state)
    return found


def contacts_of(pages: Any) -> dict[int, list[Contact]]:
    links = PageContact.objects.filter(page__in=pages).order_by("sort_order", "pk")
    found: dict[int, list[Contact]] = {}
    for link in links.select_related("contact__organisation"):
        found.setdefault(link.page_id, []).append(link.contact)
    return found


def projects_above(pages: Sequence[WorkshopPage]) -> dict[str, str]:
    """Return what public projects are called, by path."""
    locales = {page.locale_id for page in pages}
    rows = public(ProjectPage.objects.filter(locale__in=locales))
    shown = rows.only("path", "title", "acronym")
    return {project.path: project.short_title for project in shown}


def is_long_off(state: CalendarState | None) -> bool:
    return bool(state and state.off_since and state.off_since + KEPT <= timezone.now())


def answer(
    events: Sequence[Event],
    shown: Iterable[Shown],
    gone: Iterable[CalendarState] = (),
    others: Iterable[datetime] = (),
) -> Answer:
    """Add what is gone, and find out when the whole looks otherwise."""
    gone = sorted(gone, key=lambda state: (state.starts_at, state.uid))
    kept = [removed_event(state) for state in gone if not is_long_off(state)]
    return Answer((*events, *kept), (*others, *turns([*shown], gone)))


def turns(shown: Sequence[Shown], gone: Iterable[CalendarState]) -> Iterator[datetime]:
    """Yield when ends are reached and what is off leaves."""
    yield from (one.workshop.ends_at for one in shown if one.workshop.ends_at)
    states = [*(one.state for one in shown if one.state), *gone]
    yield from (state.off_since + KEPT for state in states if state.off_since)
