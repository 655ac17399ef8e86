"""What an act could say to visitors, in each language; editors write it anew."""

from datetime import date
from gettext import find

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext, to_locale

from pages.acts.kinds import Kind, Words
from pages.models import WorkshopPage
from pages.rendering.dates import day_in_words

__all__ = ["proposal"]


def proposal(
    workshop: WorkshopPage, kind: Kind, language: str, first_day: date | None = None
) -> Words:
    """Return texts in a language for an act on a workshop as it is now.

    None in a language that the site's own texts are not translated into: Django would
    speak the source language there.
    """
    if not is_spoken(language):
        return Words()
    with override(language):
        if kind == Kind.CANCEL:
            return cancelled(workshop)
        if kind == Kind.MOVE_ONLINE:
            return Words(
                _("Date and time stay the same. How to take part is on this page."),
                _("The workshop is held online instead of on site."),
            )
        return postponed(workshop, first_day) if first_day else delayed()


def is_spoken(language: str) -> bool:
    """Whether our own texts exist in a language; those in the code are English."""
    code = to_locale(language)
    return code.partition("_")[0] == "en" or any(
        find("django", path, [code]) for path in settings.LOCALE_PATHS
    )


def cancelled(workshop: WorkshopPage) -> Words:
    return Words(
        _("The workshop on %(day)s does not take place.") % {"day": day_of(workshop)},
        _("The workshop was cancelled."),
    )


def delayed() -> Words:
    return Words(
        _("The new date will follow."),
        _("The workshop was postponed. The new date will follow."),
    )


def postponed(workshop: WorkshopPage, first_day: date) -> Words:
    pattern = pgettext("date with weekday, in Django's letters", "l, j F Y")
    start = workshop.local_start
    days = {
        "old": date_format(start.date(), pattern) if start else "…",
        "new": date_format(first_day, pattern),
    }
    return Words(
        _("New date: %(new)s, instead of %(old)s.") % days,
        _("The workshop was moved from %(old)s to %(new)s.") % days,
    )


def day_of(workshop: WorkshopPage) -> str:
    return day_in_words(workshop.local_start.date()) if workshop.local_start else "…"
