"""Sets the next look at a page, and notes that one has been taken."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_published

from pages.models.review import PageReview
from pages.people import name_of
from pages.reviews.dates import next_look
from pages.reviews.people import people_for

__all__ = [
    "PLANNED",
    "REVIEWED",
    "Plan",
    "connect",
    "has_looks",
    "may_review",
    "note_review",
    "plan",
]

PLANNED = "pages.review.plan"
REVIEWED = "pages.review"


@dataclass(frozen=True, slots=True)
class Plan:
    """Who looks next, and when; None if that is open."""

    person: Any
    due_on: date | None


def has_looks(page: Page) -> bool:
    """Whether a page is looked at itself: translations and aliases follow another."""
    return bool(getattr(page, "is_original", False)) and page.alias_of_id is None


def may_review(page: Page, user: Any) -> bool:
    return has_looks(page) and bool(page.permissions_for_user(user).can_edit())


def plan(page: Page, changes: dict[str, Any], user: Any = None) -> None:
    """Change who looks next, or when; what is not named stays as it is.

    ``changes`` has the names of the fields of ``Plan``.
    """
    review = PageReview.objects.filter(page=page).first() or PageReview(page=page)
    before = Plan(review.person, review.due_on)
    wanted = replace(before, **changes)
    if wanted == before:
        return
    review.person, review.due_on = wanted.person, wanted.due_on
    review.reminded_on = None
    review.save()
    log(instance=page, action=PLANNED, user=user, data=in_log(wanted))


def note_review(page: Page, wanted: Plan, user: Any) -> None:
    """Note that somebody has looked at a page today, and set the next look."""
    PageReview.objects.update_or_create(
        page=page,
        defaults={
            "person": wanted.person,
            "due_on": wanted.due_on,
            "reviewed_on": timezone.localdate(),
            "reminded_on": None,
        },
    )
    log(instance=page, action=REVIEWED, user=user, data=in_log(wanted))


def in_log(wanted: Plan) -> dict[str, str]:
    person = wanted.person
    return {
        "due_on": wanted.due_on.isoformat() if wanted.due_on else "",
        "person": name_of(person) if person else "",
    }


def connect() -> None:
    page_published.connect(begin, dispatch_uid="pages.reviews")


def begin(instance: Page, **kwargs: Any) -> None:
    """Give a page its first date when it is published, unless it has one.

    It goes to whoever created the page, if they may edit it. What tells of one day, as
    news does, is not looked at again by itself; see ``ContentPage.ages``.
    """
    due_on = next_look(timezone.localdate())
    if not (due_on and getattr(instance, "ages", False) and has_looks(instance)):
        return
    owners = people_for(instance).filter(pk=instance.owner_id)
    first: dict[str, Any] = {"due_on": due_on, "person": owners.first}
    PageReview.objects.get_or_create(page_id=instance.pk, defaults=first)
