"""Translations follow their originals the moment these are published.

Facts do: what is a time, a place, a picture, the order of things. A text stays as it
was translated until a translator has seen the new one; a new text stays in the source
language, marked as such. Nobody presses a button.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.translation.hidden import is_closed_above
from pages.translation.minor import confirm_minor, successors
from pages.translation.overrides import drop_outdated_overrides
from pages.translation.progress import count_progress, original_of, target_of
from pages.translation.saving import store_content, store_page
from pages.translation.snapshots import (
    Snapshot,
    find_source,
    lock_source,
    serialised,
    take_snapshot,
)
from pages.translation.starting import start_references
from pages.translation.texts import Piece, Text
from pages.translation.withdrawing import restore, withdraw
from pages.translation.writing import is_complete, kept_texts, write

__all__ = [
    "Told",
    "advance",
    "bring",
    "follow",
    "follow_safely",
    "refresh",
    "refresh_safely",
    "reloaded",
    "waiting_draft",
]

logger = logging.getLogger(__name__)

Told = Mapping[Piece, Text | None]

# What a translation knows about itself and visitors do not see.
BOOKKEEPING = ("text_origins", "own_forms")


def follow_safely(original: Any) -> None:
    """Bring an original to its translations; a failure does not stop its publication.

    A cancelled workshop has to be public at once, whatever is wrong with a translation.
    The failure is logged; ``manage.py follow_originals`` tries again.
    """
    try:
        follow(original)
    except Exception:
        logger.exception("The translations of “%s” did not follow it.", original)


def refresh_safely(target: Any) -> None:
    """Bring the facts to a translation that was published; failures are logged."""
    try:
        refresh(target)
    except Exception:
        logger.exception("“%s” did not follow its original.", target)


@transaction.atomic
def follow(original: Any) -> int:
    """Bring what an original says now to all its translations. Safe to repeat.

    Does nothing for what has no translation, and for a page that is not published.
    Returns how many translations were not true to it any more.
    """
    if isinstance(original, Page) and not original.live:
        return 0
    source = find_source(original)
    if source is None:
        return 0
    lock_source(source.pk)
    snapshot, changed = None, 0
    for translation in source.translations.select_related("source", "target_locale"):
        # Writing works on the values of the original: each needs its own.
        snapshot = snapshot.again() if snapshot else take_snapshot(reloaded(original))
        changed += bring(snapshot, translation)
    if snapshot:
        drop_outdated_overrides(snapshot)
    return changed


@transaction.atomic
def refresh(target: Any) -> None:
    """Bring the facts of today to a translation that somebody has just published.

    What is published may be an older version, or have waited for its approval. Without
    a public original it goes offline again. Does nothing for what is no translation.
    """
    translation = (
        Translation.objects.filter(
            source__object_id=target.translation_key, target_locale=target.locale_id
        )
        .select_related("source", "target_locale")
        .first()
    )
    if translation is None:
        return
    lock_source(translation.source_id)
    original = original_of(translation)
    if original is None or not getattr(original, "live", True):
        withdraw(target)
        return
    if isinstance(original, Page) and is_closed_above(original, target.locale):
        withdraw(target)
        return
    bring(take_snapshot(original), translation)


def reloaded(instance: Any) -> Any:
    if isinstance(instance, Page):
        instance = instance.specific
    return type(instance)._default_manager.get(pk=instance.pk)  # noqa: SLF001 (public in Django)


def bring(
    snapshot: Snapshot, translation: Translation, told: Told | None = None
) -> bool:
    """Bring an original to one translation, and to a draft of it that waits.

    ``told`` are texts for some of its strings, None for one that has none any more.
    Returns whether that changed anything. What is true already is not saved again.
    """
    target = target_of(translation)
    if target is None:
        return False
    start_references(snapshot, translation.target_locale)
    minor = successors(snapshot) if is_minor(snapshot) else {}
    confirm_minor(minor, snapshot, translation.target_locale_id)
    has_changed = carry(target, snapshot, minor, told)
    if isinstance(target, Page):
        if has_changed:
            store_page(target)
        has_changed |= bring_to_draft(target, snapshot, minor, told)
        # Both have the same end; which one Wagtail takes offline first is chance.
        is_back = target.is_withdrawn or (target.expired and not target.live)
        if is_back and not is_closed_above(snapshot.original, target.locale):
            restore(target)
            has_changed = True
    elif has_changed:
        target.save()
    count_progress(translation)
    return has_changed


def bring_to_draft(
    target: Any, snapshot: Snapshot, minor: Mapping[Piece, int], told: Told | None
) -> bool:
    draft = waiting_draft(target)
    has_changed = draft is not None and carry(draft, snapshot.again(), minor, told)
    if has_changed:
        store_content(target.latest_revision_id, draft)
    return has_changed


def is_minor(snapshot: Snapshot) -> bool:
    version = getattr(snapshot.original, "text_version", None)
    return version is not None and version == snapshot.version_before


def carry(
    target: Any,
    snapshot: Snapshot,
    minor: Mapping[Piece, int],
    told: Told | None = None,
) -> bool:
    """Write the facts of an original onto a translation, whose texts stay.

    ``minor`` names the strings whose change was a minor one, and what they were.
    Returns whether the translation, or what it knows of itself, is another one now.
    """
    texts = {
        piece: replace(text, string=piece.string)
        if text.string == minor.get(piece)
        else text
        for piece, text in kept_texts(target, snapshot).items()
    }
    texts = {piece: text for piece, text in {**texts, **(told or {})}.items() if text}
    before = content_of(target)
    write(target, snapshot, texts, target.own_forms)
    advance(target, snapshot, texts, changed=shown(content_of(target)) != shown(before))
    return content_of(target) != before


def content_of(target: Any) -> dict[str, Any]:
    """Return all that is stored of a translation, as values that can be compared."""
    content: dict[str, Any] = json.loads(serialised(target))
    for field in target._meta.get_fields():
        if isinstance(field, StreamField):
            # A text of JSON, in which PostgreSQL has sorted the keys.
            content[field.name] = json.loads(content[field.name])
    return content


def shown(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in BOOKKEEPING}


def advance(
    target: Any, snapshot: Snapshot, texts: Mapping[Piece, Text], *, changed: bool
) -> None:
    """Note which version a translation reflects, and what "updated on" shall say."""
    original: Any = snapshot.original
    if not isinstance(target, Page):
        return
    complete = is_complete(texts, snapshot)
    if complete:
        target.text_version = original.text_version
        target.text_version_at = original.text_version_at
    if complete or changed:
        known = (target.content_updated_at, original.content_updated_at)
        target.content_updated_at = max(filter(None, known), default=None)


def waiting_draft(target: Any) -> Any:
    """Return the version that translators work on, if it is not the public one."""
    newest = target.latest_revision_id
    if newest is None or newest == target.live_revision_id:
        return None
    return target.latest_revision.as_object()
