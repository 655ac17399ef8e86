"""Why an act is not done, or not taken back: a sentence that names the way out."""

from typing import Any

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.locks import BasicLock, ScheduledForPublishLock

from pages.acts.kinds import Act, Kind
from pages.models import WorkshopPage
from pages.rendering.dates import day_in_words
from pages.translation.privacy import translations_of

__all__ = [
    "RefusedError",
    "lock_on",
    "refusal",
    "refusal_of_undo",
    "refuse",
    "refuse_languages",
]

Status = WorkshopPage.Status


class RefusedError(Exception):
    """Why nothing was done, as a sentence."""


def refusal(workshop: WorkshopPage, kind: Kind | None = None) -> str:
    """Return why an act makes no sense for a workshop now; empty if it does."""
    if workshop.alias_of_id:
        return alias_sentence()
    if not workshop.live:
        return _("It is not published. Change the draft itself.")
    if workshop.is_past and workshop.local_end:
        return _(
            "This workshop took place on %(day)s. What is over can no longer be "
            "cancelled, postponed or held online."
        ) % {"day": day_in_words(workshop.local_end.date())}
    if kind == Kind.CANCEL and workshop.status == Status.CANCELLED:
        return _("This workshop is cancelled already.")
    return refusal_online(workshop) if kind == Kind.MOVE_ONLINE else ""


def refusal_online(workshop: WorkshopPage) -> str:
    if workshop.status == Status.CANCELLED:
        return _(
            "This workshop is cancelled. Undo that, or postpone it to a new date; then "
            "it can be held online."
        )
    if workshop.status == Status.POSTPONED:
        return _(
            "The new date of this workshop is not known yet. Postpone it to a date; "
            "then it can be held online."
        )
    if not workshop.is_on_site:
        return _("This workshop is held online already.")
    return ""


def refusal_of_undo(workshop: WorkshopPage) -> str:
    """Return why no act on a workshop can be taken back now; empty if one could."""
    if workshop.alias_of_id:
        return alias_sentence()
    if not workshop.live:
        return _(
            "This workshop is not public any more, so there is nothing to undo for "
            "visitors. Change the draft itself."
        )
    return ""


def alias_sentence() -> str:
    return _(
        "This page is an alias: it shows what another page says. Do this on that page."
    )


def refuse(workshop: WorkshopPage, act: Act) -> None:
    """Raise RefusedError if an act makes no sense for a workshop now."""
    if sentence := refusal(workshop, act.kind):
        raise RefusedError(sentence)
    if act.first_day and not workshop.starts_at:
        raise RefusedError(_("The workshop has no date that could be moved."))


def refuse_languages(workshop: WorkshopPage, act: Act, user: Any) -> None:
    """Raise RefusedError if an act would publish words where a person may not."""
    pages = translations_of(workshop).filter(locale__language_code__in=act.translations)
    for page in pages.select_related("locale"):
        if not page.permissions_for_user(user).can_publish():
            language = get_language_info(page.locale.language_code)["name_translated"]
            raise RefusedError(
                _("You do not have permission to publish this page in %(language)s.")
                % {"language": language}
            )


def lock_on(workshop: WorkshopPage, user: Any) -> str:
    """Return what lock keeps a person from acting on a workshop; empty if none does.

    A scheduled version locks the page for everybody. An act is done on that version,
    too, and it keeps its schedule, so those who may publish need not cancel it.
    """
    lock, name = workshop.get_lock(), workshop.get_admin_display_title()
    if isinstance(lock, ScheduledForPublishLock):
        if not workshop.permissions_for_user(user).can_publish():
            return _(
                "A version of “%(name)s” is scheduled for publication. Please ask "
                "somebody who may publish to do this here, or to cancel the schedule."
            ) % {"name": name}
        lock = BasicLock(workshop) if workshop.locked else None
    if lock is None or not lock.for_user(user):
        return ""
    if workshop.locked and workshop.locked_by:
        person = workshop.locked_by.get_full_name() or workshop.locked_by
        return _("“%(name)s” is locked by %(person)s.") % {
            "name": name,
            "person": person,
        }
    if workshop.workflow_in_progress:
        return _(
            "“%(name)s” is being reviewed. It can be changed again when that is done."
        ) % {"name": name}
    return _("“%(name)s” is locked.") % {"name": name}
