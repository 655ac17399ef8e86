"""The mail that reminds people of the pages they should look at again."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override

from pages.mailing import send_each
from pages.models.review import PageReview
from pages.people import language_of, name_of
from pages.reviews.people import people_in_admin
from pages.reviews.rows import due_for

__all__ = ["send_reminders"]

PAUSE = timedelta(days=7)


def send_reminders() -> tuple[list[str], list[str]]:
    """Remind everybody whose look at a page is due: at once, then once a week.

    A mail that cannot be sent stops no other, and is tried at the next run. Returns the
    addresses that got a mail, and the people whose mail failed.
    """
    due = PageReview.objects.filter(due_on__lte=timezone.localdate())
    asked = people_in_admin().filter(pk__in=due.values("person")).exclude(email="")
    return send_each((person, partial(send_once, person)) for person in asked)


@transaction.atomic
def send_once(person: Any) -> bool:
    """Send one mail with all pages, and remember that.

    The day is written first: of two runs at a time the second waits, and finds nothing
    left to say. If sending fails, that is taken back.
    """
    today = timezone.localdate()
    rows = PageReview.objects.select_for_update().filter(person=person)
    list(rows.values_list("pk"))  # The second run waits here.
    due = list(waiting(person, today))
    if not due:
        return False
    told = PageReview.objects.filter(pk__in=[review.pk for review in due])
    told.update(reminded_on=today)
    message_for(person, due).send()
    return True


def waiting(person: Any, today: date) -> QuerySet[PageReview]:
    """Return the due looks of which a person has not been told this week."""
    is_news = Q(reminded_on=None) | Q(reminded_on__lte=today - PAUSE)
    return due_for(person, today).filter(is_news)


def message_for(person: Any, due: list[PageReview]) -> EmailMessage:
    """Return the mail in the person's language."""
    with override(language_of(person)):
        words = ngettext(
            "%(number)d page should be looked at again",
            "%(number)d pages should be looked at again",
            len(due),
        )
        subject = gettext("%(site)s: %(what)s") % {
            "site": settings.WAGTAIL_SITE_NAME,
            "what": words % {"number": len(due)},
        }
        context = {
            "name": name_of(person),
            "reviews": due,
            "site": settings.WAGTAILADMIN_BASE_URL,
        }
        text = render_to_string("pages/mail/reviews.txt", context)
        return EmailMessage(subject, text, to=[person.email])
