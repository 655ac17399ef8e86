"""Notes as rows of the database, so that no crash between commit and telling loses one.

A row is written within the transaction that it tells of, and goes with it if that is
rolled back. Outside of a transaction it is written before the change: if that never
comes, nobody will see a difference and nothing is told.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page

from cms.outbox.models import UntoldNote
from cms.publishing.objects import ObjectNote, ObjectState, state_of
from cms.publishing.pages import PageNote, PageState
from cms.references import kin_of, pages_naming

__all__ = [
    "Note",
    "forget",
    "pages_of_other_kin",
    "pages_that_lose",
    "read_note",
    "write_note",
]

PORTION = 500
"""How many rows one query names; databases have a limit."""

Note = PageNote | ObjectNote


def write_note(found: Note, using: str, *, shown_on: Iterable[int] = ()) -> int:
    """Return the number of the row. ``shown_on`` are pages to tell of as well."""
    content = page_content(found) if isinstance(found, PageNote) else content_of(found)
    content["shown_on"] = sorted(shown_on)
    return UntoldNote.objects.using(using).create(content=content).pk


def forget(rows: Iterable[int], using: str) -> int:
    """Delete rows, and return how many there still were."""
    numbers = list(rows)
    untold = UntoldNote.objects.using(using)
    return sum(
        untold.filter(pk__in=numbers[at : at + PORTION]).delete()[0]
        for at in range(0, len(numbers), PORTION)
    )


def pages_that_lose(instance: Model) -> set[int]:
    """Return the pages that show what is about to be deleted, or are versions of it."""
    if isinstance(instance, Page):
        same = Page.objects.filter(translation_key=instance.translation_key)
        versions = same.exclude(pk=instance.pk).values_list("pk", flat=True)
        return {*pages_naming(Page, [instance.pk]), *versions}
    if not isinstance(instance.pk, int):
        return set()
    return pages_naming(type(instance), {instance.pk, *kin_of(instance)})


def pages_of_other_kin(stored: Model | None, instance: Model) -> set[int]:
    """Return the pages that show what an object begins or ceases to be a variant of.

    Free where that stays as it is.
    """
    before = kin_of(stored) if stored else set()
    changed = before ^ kin_of(instance)
    return pages_naming(type(instance), changed) if changed else set()


def page_content(found: PageNote) -> dict[str, Any]:
    before = [asdict(state) for state in found.before.values()]
    for state in before:
        moment = state["last_published_at"]
        # Exactly: a later moment would mean another publication.
        state["last_published_at"] = moment and moment.isoformat()
    return {"page": found.pk, "before": before, "privacy": found.privacy}


def content_of(found: ObjectNote) -> dict[str, Any]:
    return {
        "model": found.model._meta.label,
        "pk": found.pk,
        "before": found.before and asdict(found.before),
        "locale": found.locale_id,
        "privacy": found.privacy,
    }


def read_note(content: dict[str, Any], using: str) -> Note | None:
    """Return what was noted, with what is so now; None if its app is gone."""
    if "page" in content:
        states = [read_page_state(row) for row in content["before"]]
        before = {state.pk: state for state in states}
        return PageNote(content["page"], before, privacy=content["privacy"])
    try:
        model = apps.get_model(content["model"])
    except LookupError:
        return None
    rows = model._base_manager.using(using)  # noqa: SLF001 (public in Django)
    stored = rows.filter(pk=content["pk"]).first()
    return ObjectNote(
        model=model,
        pk=content["pk"],
        before=content["before"] and read_object_state(content["before"]),
        after=state_of(stored) if stored else None,
        locale_id=content["locale"],
        privacy=content["privacy"],
    )


def read_page_state(row: dict[str, Any]) -> PageState:
    moment = row["last_published_at"]
    published = datetime.fromisoformat(moment) if moment else None
    return PageState(**{**row, "last_published_at": published})


def read_object_state(row: dict[str, Any]) -> ObjectState:
    return ObjectState(row["live"], tuple(row["addresses"]))
