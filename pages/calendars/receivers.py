"""Listens to what has changed in public, and writes down what calendars must know."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q
from wagtail.models import Page

from cms.last_change import note_change
from cms.plugins import ContentChange, content_changed
from pages.calendars.states import record, vanished
from pages.models import Venue, WorkshopPage

__all__ = ["connect"]

GONE = {"unpublished", "deleted", "access"}
MOST_PATHS = 200
"""So many places one query compares; SQLite takes no more than 1,000."""


def connect() -> None:
    content_changed.connect(after_change, dispatch_uid="pages.calendars")


def after_change(changes: tuple[ContentChange, ...], **kwargs: Any) -> None:
    """Compare the workshops that a change may concern.

    What calendars show of others (contacts, names) is only dated.
    """
    keys = set(concerned(changes))
    if any(change.action in GONE and is_page(change.model) for change in changes):
        keys.update(vanished())
    record(keys)
    note_change()


def concerned(changes: tuple[ContentChange, ...]) -> Iterator[UUID]:
    """Yield the keys of workshops that changed, or lie below what did, or are there."""
    own = pks_of(WorkshopPage, changes)
    venues = pks_of(Venue, changes)
    wanted = (Q(pk__in=own) if own else Q()) | held_at(venues) | below(changes)
    if wanted:
        rows = WorkshopPage.objects.filter(wanted).order_by()
        yield from rows.values_list("translation_key", flat=True).distinct()


def is_page(label: str) -> bool:
    try:
        return issubclass(apps.get_model(label), Page)
    except LookupError:  # a page type whose plugin is gone
        return False


def pks_of(model: type[Model], changes: tuple[ContentChange, ...]) -> list[str]:
    return [one.pk for one in changes if one.model == model._meta.label]


def held_at(venues: list[str]) -> Q:
    if not venues:
        return Q()
    keys = Venue.objects.filter(pk__in=venues).values("translation_key")
    return Q(venue__translation_key__in=keys)


def below(changes: tuple[ContentChange, ...]) -> Q:
    """Return what lies below pages that moved, or that others may see than before.

    What was published before its parent has not been public until now.
    """
    pks = [one.pk for one in changes if opens_what_is_below(one)]
    parents = Page.objects.filter(pk__in=pks, numchild__gt=0).order_by("path")
    highest: list[str] = []
    for path in parents.values_list("path", flat=True):
        if not highest or not path.startswith(highest[-1]):
            highest.append(path)
    if len(highest) > MOST_PATHS:
        return Q(live=True)
    return reduce(or_, (Q(path__startswith=path) for path in highest), Q())


def opens_what_is_below(change: ContentChange) -> bool:
    is_new = change.action == "published" and not change.addresses_before
    return (is_new or change.action in {"moved", "access"}) and is_page(change.model)
