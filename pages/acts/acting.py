"""Does an act: at once for those who may publish, else after approval."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from pages.acts.kinds import NOTE, Act, change
from pages.acts.publishing import publish, save_draft, waiting_draft
from pages.acts.records import (
    changed_since,
    compared,
    dates_of,
    last_act,
    state_of,
    versions_of,
)
from pages.acts.refusals import RefusedError, refuse, refuse_languages
from pages.models import WorkshopPage
from pages.translation.telling import origins_at, tell

__all__ = ["draft_in_the_way", "locked", "perform", "submit", "tell_what_waited"]


@transaction.atomic
def perform(pk: int, act: Act, user: Any) -> PageLogEntry:
    """Do an act and publish it; return what the log says of it.

    It changes what is public, and in the same way a draft that waits. The draft's other
    changes stay unpublished. ``data["untold"]`` of the log entry names the languages
    whose translations could not be told.

    Raises RefusedError, OverflowError (a date beyond the calendar), ValidationError and
    PublishPagePermissionError.
    """
    workshop = locked(pk)
    refuse(workshop, act)
    refuse_languages(workshop, act, user)
    draft = waiting_draft(workshop)
    days = act.days(workshop)
    versions = versions_of(workshop)
    dates, origins = dates_of(versions), origins_of(versions)
    before, was = state_of(workshop), workshop.starts_at
    change(workshop, act, days)
    workshop.update_pending = True
    revision = publish(workshop, user, beside_draft=draft is not None)
    stored = WorkshopPage.objects.get(pk=pk)
    data = {
        "days": days,
        "key": str(act.key),
        "note": act.words.note,
        "live": compared(before, state_of(stored)),
        "origins": origins,
    }
    if draft is not None:
        is_moved = draft.starts_at != was
        data["draft"] = change_draft(stored, draft, act, 0 if is_moved else days, user)
    data["untold"] = tell(stored, act.texts, user)
    after = dates_of(versions_of(stored))
    data["dates"] = {key: compared(dates[key], after[key]) for key in dates}
    return record(stored, act, user, revision, data)


@transaction.atomic
def submit(pk: int, act: Act, user: Any) -> PageLogEntry:
    """Save an act as a draft and ask for approval; return what the log says of it.

    Raises RefusedError, in particular if the draft holds other changes, too: approving
    the act would publish them. Raises ValidationError for what nobody could approve,
    and OverflowError beyond the calendar.
    """
    workshop = locked(pk)
    refuse(workshop, act)
    if waiting_draft(workshop) is not None:
        raise RefusedError(draft_in_the_way())
    days, before = act.days(workshop), state_of(workshop)
    versions = versions_of(workshop)
    change(workshop, act, days)
    if errors := workshop.publication_errors():
        raise ValidationError(list(errors.values()))
    workshop.update_pending = True
    revision = workshop.save_revision(user=user, clean=False)
    data = {
        "days": days,
        "key": str(act.key),
        "note": act.words.note,
        "live": compared(before, state_of(workshop)),
        "origins": origins_of(versions),
        "waiting": act.texts,
        "dates_waiting": dates_of(versions),
    }
    entry = record(workshop, act, user, revision, data)
    if workflow := workshop.get_workflow():
        workflow.start(workshop, user)
    return entry


def draft_in_the_way() -> str:
    """Return why nobody can submit an act beside a draft, and who can do it."""
    return _(
        "There are other changes that are not published yet; they would be "
        "submitted with it. Please ask somebody who may publish to do this "
        "here: then the draft stays a draft."
    )


def tell_what_waited(workshop: WorkshopPage) -> None:
    """Tell translations the texts of an act that somebody has just approved.

    If something else was published instead, the act goes on waiting.
    """
    entry = last_act(workshop)
    if entry is None or "waiting" not in entry.data:
        return
    data = dict(entry.data)
    if changed_since(workshop, data["live"]):
        data["dates_waiting"] = dates_of(versions_of(workshop))
    else:
        data["untold"] = tell(workshop, data.pop("waiting"), entry.user)
        before = data.pop("dates_waiting", {})
        after = dates_of(versions_of(workshop))
        data["dates"] = {
            key: compared(dates, after[key])
            for key, dates in before.items()
            if key in after
        }
    entry.data = data
    entry.save(update_fields=["data"])


def locked(pk: int) -> WorkshopPage:
    """Return what is public of a workshop; one act at a time may change it."""
    WorkshopPage.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    workshop: WorkshopPage = WorkshopPage.objects.get(pk=pk)
    return workshop


def change_draft(
    workshop: WorkshopPage, draft: Any, act: Act, days: int, user: Any
) -> Any:
    """Do an act on a draft; return all its fields before and after, changed or not.

    Undo shall know what the draft said by itself from what the act has brought.
    """
    before = state_of(draft)
    change(draft, act, days)
    public = {note.translation_key: note.pk for note in workshop.change_notes.all()}
    for note in draft.change_notes.all():
        if note.pk is None:  # It is the same note, not another one.
            note.pk = public.get(note.translation_key)
    save_draft(workshop, draft, user)
    after = state_of(draft)
    return {name: [value, after[name]] for name, value in before.items()}


def origins_of(versions: list[Any]) -> dict[str, Any]:
    return {
        page.locale.language_code: origins_at(page, [NOTE])
        for page in versions
        if not page.is_original
    }


def record(
    workshop: WorkshopPage, act: Act, user: Any, revision: Any, data: dict[str, Any]
) -> PageLogEntry:
    if act.first_day:
        data["first_day"] = act.first_day.isoformat()
    entry: PageLogEntry = log(
        instance=workshop,
        action=f"pages.{act.kind.value}",
        user=user,
        revision=revision,
        data=data,
        content_changed=True,
        timestamp=timezone.now(),
    )
    return entry
