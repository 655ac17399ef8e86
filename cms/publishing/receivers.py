"""Listens to Django's and Wagtail's signals, and notes what is about to change."""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.snippets.models import get_snippet_models

from cms.publishing import objects, pages
from cms.publishing.objects import ObjectNote, state_of, stored_before_save
from cms.publishing.pages import PageNote
from cms.publishing.stored import (
    Note,
    pages_of_other_kin,
    pages_that_lose,
    write_note,
)
from cms.publishing.transaction import note

__all__ = ["connect"]

RESTRICTIONS = (PageViewRestriction, CollectionViewRestriction)

# Saving nothing but these changes nothing that visitors see: a draft's bookkeeping,
# and what Wagtail finds out about a file when it first needs it.
UNSEEN_FIELDS = frozenset(
    {
        "alias_of",
        "alias_of_id",
        "draft_title",
        "file_hash",
        "file_size",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
    }
)

# Where an instance carries what was noted before it is saved until it has been saved.
BEFORE = "_content_before"
# Where it carries the rows of notes that were written before it was saved.
ROWS = "_content_rows"


def connect() -> None:
    """Listen to everything that changes what visitors see.

    Has to run before Wagtail's own ``ready()``: Wagtail marks a page that is about to
    be deleted as not live, in memory, before later receivers get to see it.
    """
    for model in apps.get_models():
        if issubclass(model, Page):
            listen_to_saves(model, before_page_save, after_page_save)
        elif issubclass(model, BaseGenericSetting | BaseSiteSetting):
            listen_to_object(model)
    pre_delete.connect(before_page_deletion, sender=Page)
    for model in (get_image_model(), get_document_model(), Locale, Redirect, Site):
        listen_to_object(model)
    for restriction in RESTRICTIONS:
        listen_to_saves(restriction, before_restriction_save, after_restriction_save)
        pre_delete.connect(before_restriction_deletion, sender=restriction)
        m2m_changed.connect(after_groups_change, sender=restriction.groups.through)
    connection_created.connect(listen_to_snippets)


def listen_to_snippets(**kwargs: Any) -> None:
    """Listen to snippets, which are known only after all apps are ready.

    Nothing can be saved before there is a connection to a database, so its first one
    is early enough. (An app that asks the database in ``ready()``, which Django warns
    of, gets no second chance on that connection.)
    """
    if not apps.ready:
        return
    connection_created.disconnect(listen_to_snippets)
    for model in get_snippet_models():
        listen_to_object(model)


def listen_to_saves(
    model: type[Model], before: Callable[..., None], after: Callable[..., None]
) -> None:
    pre_save.connect(before, sender=model)
    post_save.connect(after, sender=model)


def listen_to_object(model: type[Model]) -> None:
    listen_to_saves(model, before_object_save, after_object_save)
    pre_delete.connect(before_object_deletion, sender=model)


def is_unseen(update_fields: Iterable[str] | None) -> bool:
    return update_fields is not None and UNSEEN_FIELDS.issuperset(update_fields)


def write_ahead(
    instance: Model, notes: Iterable[Note], using: str, shown_on: Iterable[int] = ()
) -> None:
    """Write down what is about to change, if the change is its own transaction."""
    if not connections[using].in_atomic_block:
        rows = [write_note(found, using, shown_on=shown_on) for found in notes]
        setattr(instance, ROWS, rows)


# --- Pages --------------------------------------------------------------------


def before_page_save(
    instance: Page, using: str, update_fields: Any = None, **kwargs: Any
) -> None:
    if instance.pk and not is_unseen(update_fields):
        setattr(instance, BEFORE, pages.note_on_save(instance, using))


def after_page_save(
    instance: Page, using: str, update_fields: Any = None, **kwargs: Any
) -> None:
    if not is_unseen(update_fields):
        note(instance.__dict__.pop(BEFORE, None) or PageNote(instance.pk), using)


def before_page_deletion(instance: Page, using: str, **kwargs: Any) -> None:
    note(pages.note_on_deletion(instance), using, shown_on=pages_that_lose(instance))


# --- Everything else ----------------------------------------------------------


def before_object_save(
    instance: Model, using: str, update_fields: Any = None, **kwargs: Any
) -> None:
    if is_unseen(update_fields):
        return
    stored = stored_before_save(instance, using)
    before = state_of(stored) if stored else None
    shown_on = pages_of_other_kin(stored, instance)
    setattr(instance, BEFORE, (before, shown_on))
    if before:
        found = ObjectNote.of(instance, before, state_of(instance))
        write_ahead(instance, [found], using, shown_on)


def after_object_save(
    instance: Model, using: str, update_fields: Any = None, **kwargs: Any
) -> None:
    if not is_unseen(update_fields):
        # Nothing is there if this very save opened the connection.
        before, shown_on = instance.__dict__.pop(BEFORE, None) or (None, ())
        [row] = instance.__dict__.pop(ROWS, None) or [None]
        found = ObjectNote.of(instance, before, state_of(instance))
        note(found, using, row=row, shown_on=shown_on)


def before_object_deletion(instance: Model, using: str, **kwargs: Any) -> None:
    found = ObjectNote.of(instance, state_of(instance), None)
    note(found, using, shown_on=pages_that_lose(instance))


# --- Who may see it -----------------------------------------------------------


def before_restriction_save(instance: Any, using: str, **kwargs: Any) -> None:
    restricted = {key_of_restricted(instance)}
    if instance.pk:  # It may have stood for another page until now.
        stored = type(instance).objects.using(using).filter(pk=instance.pk)
        restricted.update(key_of_restricted(found) for found in stored)
    notes = [note_restricted(instance, pk, using) for pk in sorted(restricted)]
    setattr(instance, BEFORE, notes)
    write_ahead(instance, notes, using)


def after_restriction_save(instance: Any, using: str, **kwargs: Any) -> None:
    notes = instance.__dict__.pop(BEFORE)
    rows = instance.__dict__.pop(ROWS, None) or [None] * len(notes)
    for found, row in zip(notes, rows, strict=True):
        note(found, using, row=row)


def before_restriction_deletion(instance: Any, using: str, **kwargs: Any) -> None:
    note(note_restricted(instance, key_of_restricted(instance), using), using)


def after_groups_change(instance: Any, using: str, action: str, **kwargs: Any) -> None:
    """Note other groups of a restriction, which its form saves after it."""
    # Seen from a group, nothing of Wagtail changes them.
    if action.startswith("post_") and isinstance(instance, RESTRICTIONS):
        note(note_restricted(instance, key_of_restricted(instance), using), using)


def key_of_restricted(restriction: Any) -> int:
    if isinstance(restriction, PageViewRestriction):
        return restriction.page_id
    return restriction.collection_id


def note_restricted(restriction: Any, pk: int, using: str) -> PageNote | ObjectNote:
    if isinstance(restriction, PageViewRestriction):
        return pages.note_on_restriction(pk, using)
    return objects.note_on_restriction(pk, using)
