"""Writes down what is public of events, and counts how often it changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import accumulate
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.last_change import note_change
from cms.visibility import public
from pages.calendars.facts import facts_of, has_changed
from pages.models import CalendarState, ProjectPage, SeriesPage, WorkshopPage
from pages.references import without_references

__all__ = ["raise_sequences", "record", "record_all", "vanished"]

PORTION = 100
OFF = {WorkshopPage.Status.CANCELLED, CalendarState.REMOVED}


def vanished() -> Iterator[UUID]:
    """Yield the keys of workshops that were public and are not any more."""
    keys = public(WorkshopPage.objects.all()).order_by().values("translation_key")
    rows = CalendarState.objects.exclude(status=CalendarState.REMOVED)
    gone = rows.exclude(workshop__in=keys).values_list("workshop", flat=True)
    yield from gone.distinct()


def record_all() -> int:
    """Compare all workshops; return how many there are."""
    known = CalendarState.objects.values_list("workshop", flat=True).distinct()
    keys = WorkshopPage.objects.order_by().values_list("translation_key", flat=True)
    found = {*known, *keys.distinct()}
    record(found)
    note_change()
    return len(found)


def raise_sequences(least: Mapping[UUID, int]) -> None:
    """Count on from numbers that programs may have been told elsewhere, by workshop.

    It holds for all events of a public workshop. Nothing is ever counted back.
    """
    record(least)
    for key, number in least.items():
        known = CalendarState.objects.filter(workshop=key)
        known.filter(sequence__lt=number).update(sequence=number)


def record(keys: Iterable[UUID]) -> None:
    """Compare workshops, given by translation key, with what is known of them."""
    unique = sorted(set(keys))
    for at in range(0, len(unique), PORTION):
        record_portion(unique[at : at + PORTION])


def record_portion(keys: Sequence[UUID]) -> None:
    """Compare some workshops, while nobody else compares any.

    Of two publications at once the slower one would write older facts. Noting a change
    locks the one row of changes, there are rows to lock of known workshops only; facts
    are read after that.
    """
    with transaction.atomic():
        note_change()
        shown = versions(keys)
        places = places_of([pages[0] for pages in shown.values()])
        rows = CalendarState.objects.filter(workshop__in=keys)
        known: dict[UUID, dict[UUID, CalendarState]] = {key: {} for key in keys}
        for state in rows:
            known[state.workshop][state.uid] = state
        for key in keys:
            compare(key, shown.get(key, []), known[key], places.get(key, {}))


def versions(keys: Sequence[UUID]) -> dict[UUID, list[WorkshopPage]]:
    """Return the public versions of each workshop, the original first."""
    rows = public(WorkshopPage.objects.filter(translation_key__in=keys))
    found: dict[UUID, list[WorkshopPage]] = {}
    for page in rows.select_related("venue", "locale"):
        found.setdefault(page.translation_key, []).append(page)
    for pages in found.values():
        pages.sort(key=language_order)
    return found


def language_order(page: WorkshopPage) -> tuple[bool, str]:
    code: str = page.locale.language_code
    return code != settings.LANGUAGE_CODE, code


def places_of(pages: Sequence[WorkshopPage]) -> dict[UUID, dict[str, UUID | None]]:
    """Return home page, project and series of each workshop, None if it has none."""
    paths = {path for page in pages for path in paths_above(page)}
    found = {
        name: dict(rows.filter(path__in=paths).values_list("path", "translation_key"))
        for name, rows in (
            ("home", Page.objects.filter(depth=2)),
            ("project", ProjectPage.objects.all()),
            ("series", SeriesPage.objects.all()),
        )
    }
    return {
        page.translation_key: {
            name: next((keys[path] for path in paths_above(page) if path in keys), None)
            for name, keys in found.items()
        }
        for page in pages
    }


def paths_above(page: Page) -> list[str]:
    step = page.steplen
    parts = (page.path[at : at + step] for at in range(0, len(page.path) - step, step))
    return list(accumulate(parts))


def compare(
    key: UUID,
    pages: Sequence[WorkshopPage],
    known: dict[UUID, CalendarState],
    places: dict[str, UUID | None],
) -> None:
    """Write what is new and what has changed; remove what is not there any more."""
    now = timezone.now()
    with without_references():
        facts = list(facts_of(pages[0])) if pages else []
    for fact in facts:
        state = known.pop(fact.uid, None)
        values = {**asdict(fact), **places, "languages": codes_of(pages, state)}
        if state is None:
            off_since = now if fact.status in OFF else None
            CalendarState.objects.create(workshop=key, off_since=off_since, **values)
            continue
        is_other = has_changed(state, fact)
        if is_other:
            change(state, fact.status, now)
        if is_other or differs(state, values):
            store(state, values)
    for state in known.values():
        if not state.is_removed:
            change(state, CalendarState.REMOVED, now)
            state.save()


def codes_of(pages: Iterable[WorkshopPage], state: CalendarState | None) -> list[str]:
    """Return in which languages the event has ever been public."""
    codes = {page.locale.language_code for page in pages}
    return sorted(codes.union(state.languages if state else ()))


def differs(state: CalendarState, values: dict[str, Any]) -> bool:
    return any(getattr(state, name) != value for name, value in values.items())


def store(state: CalendarState, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(state, name, value)
    state.save()


def change(state: CalendarState, status: str, now: datetime) -> None:
    """Count a change. An event that is off stays so since the first day it was."""
    state.sequence += 1
    state.changed_at = now
    if status not in OFF:
        state.off_since = None
    elif state.status not in OFF:
        state.off_since = now
    state.status = status
