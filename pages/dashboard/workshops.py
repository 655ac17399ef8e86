"""The next workshops of those that somebody may edit, and what is odd in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

from pages.agenda import AgendaWarning
from pages.models import WorkshopPage
from pages.references import without_references
from pages.translation.permissions import WORK, locales_of

__all__ = ["OddProgramme", "odd_programmes", "own_workshops", "when"]

MOST_READ = 50
"""Programmes that are read for warnings, the next ones: more is no dashboard."""
WARNINGS_OF_ONE = 5


@dataclass(frozen=True, slots=True)
class OddProgramme:
    workshop: WorkshopPage
    warnings: list[tuple[str, str]]
    """Sentences, and where to put it right."""
    more: int
    """How many there are besides."""


def own_workshops(user: Any) -> Any:
    """Return the public workshops to come that a person may edit, the next one first.

    In one language: the source language for those who work on it.
    """
    editable = page_permission_policy.instances_user_has_any_permission_for(user, WORK)
    rows = WorkshopPage.objects.live().upcoming()
    return (
        rows.filter(pk__in=editable.order_by().values("pk"), locale=language_of(user))
        .select_related("venue")
        .order_by("starts_at", "number", "pk")
    )


def language_of(user: Any) -> Locale | None:
    own = Locale.objects.filter(pk__in=locales_of(user)).order_by("pk")
    return next(
        iter(sorted(own, key=lambda one: one.language_code != settings.LANGUAGE_CODE)),
        None,
    )


def when(workshop: WorkshopPage) -> str:
    """Return the start on the workshop's own clocks."""
    if workshop.local_start is None:
        return gettext("without a date")
    return date_format(
        workshop.local_start.replace(tzinfo=None), "SHORT_DATETIME_FORMAT"
    )


def odd_programmes(user: Any) -> list[OddProgramme]:
    """Return the warnings in the programmes of the next workshops. One query for all.

    Documents and pictures in them are not looked up: no warning is about them.
    """
    with without_references():
        return list(with_warnings(own_workshops(user)[:MOST_READ]))


def with_warnings(workshops: Iterable[WorkshopPage]) -> Iterator[OddProgramme]:
    for workshop in workshops:
        found = workshop.warnings()
        if found:
            yield OddProgramme(
                workshop,
                [
                    (warning.message, place_of(workshop, warning))
                    for warning in found[:WARNINGS_OF_ONE]
                ],
                max(0, len(found) - WARNINGS_OF_ONE),
            )


def place_of(workshop: WorkshopPage, warning: AgendaWarning) -> str:
    form = reverse("wagtailadmin_pages:edit", args=[workshop.pk])
    place = f"agenda.{warning.entry_id}" if warning.entry_id else "agenda"
    return f"{form}#:w:contentpath={place}"
