"""Makes the copy: a draft with a history of its own."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from wagtail import hooks
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from pages.blocks.agenda import SlidesBlock
from pages.models import WorkshopPage
from pages.shifting import days_to, emptied, shift_workshop

if TYPE_CHECKING:
    from django.http import HttpRequest

__all__ = [
    "LEFT_BEHIND",
    "Plan",
    "copy_workshop",
    "moved",
    "newest",
    "next_number",
    "slug_for",
    "title_for",
]

LEFT_BEHIND = [
    # What came of the old date, or belongs to it alone.
    "report",
    "change_notes",
    "flyer",
    "page_documents",
    "registration_url",
    "online_url",
    "status",
    "status_note",
    # What Wagtail remembers of the old page.
    "go_live_at",
    "expire_at",
    "locked",
    "locked_at",
    "locked_by",
]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an editor wants: a workshop like another one, on another date."""

    parent: Page
    first_day: date
    title: str
    slug: str
    number: int | None


def newest(workshop: WorkshopPage) -> WorkshopPage:
    """Return what the workshop's own form would show, a draft if there is one.

    Always another object, which may be changed.
    """
    stored = WorkshopPage.objects.get(pk=workshop.pk)
    found: WorkshopPage = stored.get_latest_revision_as_object()
    return found


def moved(workshop: WorkshopPage, first_day: date) -> WorkshopPage:
    """Return a workshop as it would be on another date. Saves nothing.

    Raises OverflowError if a date would lie beyond the calendar.
    """
    copy = newest(workshop)
    shift_workshop(copy, days_to(copy, first_day) or 0)
    stream = copy.agenda.stream_block
    copy.agenda = stream.to_python(
        emptied(stream, copy.agenda.get_prep_value(), SlidesBlock)
    )
    return copy


@transaction.atomic
def copy_workshop(
    workshop: WorkshopPage, plan: Plan, request: "HttpRequest"
) -> WorkshopPage:
    """Create the copy as a draft, whatever the workshop itself is.

    Other apps hear of it as of any copy. Raises CopyPagePermissionError if the person
    may not copy the page there, and OverflowError as ``moved``.
    """
    source = moved(workshop, plan.first_day)
    values: dict[str, Any] = {
        name: getattr(source, name)
        for name in ("starts_at", "ends_at", "registration_deadline", "agenda")
    }
    copy: WorkshopPage = source.copy(
        to=plan.parent,
        update_attrs={
            **values,
            "title": plan.title,
            "slug": plan.slug,
            "number": plan.number,
        },
        exclude_fields=LEFT_BEHIND,
        copy_revisions=False,
        keep_live=False,
        user=request.user,
    )
    for answer in hooks.get_hooks("after_copy_page"):
        answer(request, workshop, copy)
    return copy


def next_number(parent: Page) -> int:
    """Return the number after the highest one among the workshops below a page."""
    highest = WorkshopPage.objects.child_of(parent).aggregate(Max("number"))
    return (highest["number__max"] or 0) + 1


def title_for(workshop: WorkshopPage, number: int | None) -> str:
    """Return a title to begin with: the topic announced for the number, else the old.

    Where the old title names the old number before its colon, it names the new one.
    """
    series = workshop.get_parent().specific
    announced = getattr(series, "planned_workshops", None)
    planned = announced.filter(number=number).first() if announced else None
    if planned:
        return str(planned.title)
    head, colon, tail = workshop.title.partition(":")
    if workshop.number is not None and number is not None:
        head = re.sub(rf"\b{workshop.number}\b", str(number), head, count=1)
    return f"{head}{colon}{tail}"


def slug_for(title: str, parent: Page) -> str:
    """Return a free address below a page for a title."""
    slug: str = find_available_slug(parent, slugify(title) or "werkstatt")
    return slug
