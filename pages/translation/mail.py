"""The weekly mail that tells translators what is left to do."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override
from wagtail.models import Locale

from pages.mailing import send_each
from pages.models import WorkMail
from pages.people import language_of, name_of
from pages.translation.counting import count_work
from pages.translation.summaries import Summary, summaries
from pages.translation.targets import target_locales

__all__ = ["send_work"]


def send_work(*, again: bool = False) -> tuple[list[str], list[str]]:
    """Tell everybody who wants to know what is left to translate.

    Who got a mail this week gets none, unless ``again``. A mail that cannot be sent
    stops no other, and is tried at the next run. Returns the addresses that got a mail,
    and the people whose mail failed.
    """
    return send_each(
        (wish.user, partial(send_once, wish, again=again)) for wish in wishes()
    )


def wishes() -> Iterator[WorkMail]:
    yield from (
        WorkMail.objects.filter(is_wanted=True, user__is_active=True)
        .exclude(user__email="")
        .select_related("user")
        .order_by("pk")
    )


@transaction.atomic
def send_once(wish: WorkMail, *, again: bool) -> bool:
    """Send a mail if there is something to do, and remember that.

    The day is written first: of two runs at a time the second waits, and sends nothing.
    If sending fails, that is taken back.
    """
    message = message_for(wish.user)
    if message is None:
        return False
    today = timezone.localdate()
    due = WorkMail.objects.filter(pk=wish.pk)
    if not again:
        due = due.filter(Q(last_sent_on=None) | Q(last_sent_on__lt=monday(today)))
    if not due.update(last_sent_on=today):
        return False
    message.send()
    return True


def monday(day: date) -> date:
    """Return the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def message_for(user: Any) -> EmailMessage | None:
    """Return the mail in the person's language; None if there is nothing to do."""
    languages = target_locales(user)
    counts = count_work(Locale.get_default(), languages, user)
    with override(language_of(user)):
        work = [one for one in summaries(counts, languages) if one.number]
        if not work:
            return None
        return EmailMessage(subject_of(work), text_of(user, work), to=[user.email])


def subject_of(work: list[Summary]) -> str:
    number = sum(one.number for one in work)
    words = ngettext(
        "%(number)d translation is waiting",
        "%(number)d translations are waiting",
        number,
    )
    return gettext("%(site)s: %(what)s") % {
        "site": settings.WAGTAIL_SITE_NAME,
        "what": words % {"number": number},
    }


def text_of(user: Any, work: list[Summary]) -> str:
    context = {
        "name": name_of(user),
        "work": work,
        "site": settings.WAGTAILADMIN_BASE_URL,
    }
    return render_to_string("pages/mail/translation_work.txt", context)
