"""Takes an act back: what it changed says again what it said before.

What was changed since, and is none of the act's business, stays as it is. If the act's
own fields were changed since, nothing can be restored without losing that: then nothing
is done, and a sentence names the fields.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision

from pages.acts.acting import locked
from pages.acts.publishing import publish, save_draft, waiting_draft
from pages.acts.records import (
    UNDONE,
    Changes,
    changed_since,
    dates_of,
    last_act,
    state_of,
    versions_of,
)
from pages.acts.refusals import RefusedError, refusal_of_undo
from pages.models import WorkshopPage
from pages.shifting import shift_programme
from pages.translation.telling import tell_again

__all__ = ["undo", "undoable"]


def undoable(workshop: WorkshopPage) -> PageLogEntry | None:
    """Return the act that can be taken back; None if nothing public is to be undone."""
    if refusal_of_undo(workshop):
        return None
    entry = last_act(workshop)
    if entry is None or changed_since(workshop, entry.data["live"]):
        return None
    return entry


@transaction.atomic
def undo(pk: int, user: Any) -> PageLogEntry:
    """Take back the last act of a workshop; return what the log says of that.

    ``data["untold"]`` names the languages whose translations could not be changed.

    Raises RefusedError, ValidationError and PublishPagePermissionError.
    """
    workshop = locked(pk)
    if sentence := refusal_of_undo(workshop):
        raise RefusedError(sentence)
    entry = last_act(workshop)
    if entry is None:
        raise RefusedError(_("There is nothing to undo here."))
    refuse_if_changed(workshop, entry)
    data = entry.data
    dates = former_dates(workshop, data.get("dates", {}))
    draft = waiting_draft(workshop)
    restore(workshop, data, [data["live"]])
    workshop.update_pending = True  # Words change, so this is no minor change.
    revision = publish(workshop, user, beside_draft=draft is not None)
    stored = WorkshopPage.objects.get(pk=pk)
    if draft is not None:
        restore(draft, data, [data.get("draft", {}), data["live"]])
        save_draft(stored, draft, user)
    put_dates(stored, dates)
    untold = tell_again(stored, data["origins"])
    for translation in versions_of(stored)[1:]:
        put_dates(translation, dates)
    undone: PageLogEntry = log(
        instance=stored,
        action=UNDONE,
        user=user,
        revision=revision,
        data={"undone": entry.action, "untold": untold},
        content_changed=True,
    )
    return undone


def refuse_if_changed(workshop: WorkshopPage, entry: PageLogEntry) -> None:
    names = changed_since(workshop, entry.data["live"])
    if not names:
        return
    labels = [str(workshop._meta.get_field(name).verbose_name) for name in names]
    raise RefusedError(
        _(
            "This was changed since: %(fields)s. Nothing was undone, so that nothing "
            "is lost; please change it in the form."
        )
        % {"fields": get_text_list(labels, _("and"))}
    )


def restore(page: Any, data: Mapping[str, Any], changes: list[Changes]) -> None:
    """Give fields their former values where they still are as the act has left them.

    The first of ``changes`` that knows the present value decides. The programme moves
    back with the beginning only: who had moved that has moved the programme, too.
    """
    began = page.starts_at
    for name in {name for known in changes for name in known}:
        now = state_of(page, [name])[name]
        for known in changes:
            before, after = known.get(name, [None, object()])
            if now == after:
                field = page._meta.get_field(name)
                setattr(page, name, field.to_python(before))
                break
    if page.starts_at != began:
        shift_programme(page, -data["days"])
    for note in page.change_notes.all():
        if str(note.translation_key) == data["key"]:
            page.change_notes.remove(note)


def former_dates(
    workshop: WorkshopPage, recorded: Mapping[str, Changes]
) -> dict[str, dict[str, Any]]:
    """Return the dates that visitors shall read of each version of a workshop.

    Those before the act; where something else was published since, those of now.
    """
    found = dates_of(versions_of(workshop))
    for key, dates in found.items():
        for name, (before, after) in recorded.get(key, {}).items():
            if dates[name] == after:
                dates[name] = before
    return found


def put_dates(page: Any, dates: Mapping[str, dict[str, Any]]) -> None:
    """Give a page dates that no publication would, in its public version, too."""
    values = dates.get(str(page.pk))
    if values is None:
        return
    for name, value in values.items():
        setattr(page, name, page._meta.get_field(name).to_python(value))
    type(page).objects.filter(pk=page.pk).update(
        **{name: getattr(page, name) for name in values}
    )
    if revision := Revision.objects.filter(pk=page.live_revision_id).first():
        revision.content.update(values)
        revision.save(update_fields=["content"])
