"""The pages whose next look somebody may plan, or has to take."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from wagtail.models import Locale, Page

from pages.models.review import PageReview
from pages.reviews.people import editable_by

__all__ = ["due_for", "reviewable_by"]


def reviewable_by(user: Any) -> QuerySet[Page]:
    """Return the originals a person may edit, with reviews, the next look first."""
    return (
        editable_by(user)
        .filter(locale=Locale.get_default(), depth__gt=1, alias_of=None)
        .select_related("review__person", "locale")
        .order_by(F("review__due_on").asc(nulls_last=True), "path")
    )


def due_for(person: Any, day: date) -> QuerySet[PageReview]:
    """Return the looks a person has to take by a day: those at what visitors can see.

    Who may not edit the page any more could not finish it, and is told nothing of it.
    """
    rows = PageReview.objects.filter(
        person=person,
        due_on__lte=day,
        page__live=True,
        page__alias_of=None,
        page__in=editable_by(person).order_by().values("pk"),
    )
    return rows.select_related("page", "person").order_by("due_on", "page__path")
