"""What a translator publishes, submits for approval, previews and confirms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page, Revision
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
)

from pages.translation.following import advance
from pages.translation.hidden import is_closed_above
from pages.translation.looked_at import mark_of_original
from pages.translation.progress import (
    chosen_forms,
    count_progress,
    counting_later,
    original_of,
    rendered_texts,
    target_of,
)
from pages.translation.snapshots import Snapshot, lock_source, take_snapshot
from pages.translation.starting import start_references
from pages.translation.texts import Piece, Text
from pages.translation.withdrawing import writing
from pages.translation.writing import fits_links, kept_texts, write

__all__ = [
    "OriginalChangedError",
    "OriginalOfflineError",
    "confirm",
    "preview_instance",
    "publish_translation",
    "save_draft",
    "submit",
]


class OriginalOfflineError(Exception):
    """The original is deleted or not public, so its translation cannot be either."""


class OriginalChangedError(Exception):
    """The original says something else than the person has looked at."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A translation with all its texts, not saved yet."""

    target: Any
    snapshot: Snapshot
    texts: Mapping[Piece, Text]


@transaction.atomic
def publish_translation(translation: Translation, user: Any = None) -> Any:
    """Publish what is translated, and return the page or snippet in that language.

    A string that nobody has translated as it is now keeps its older text, else stays in
    the source language, marked as such.

    Raises OriginalOfflineError, ValidationError (a text is too long for its field), and
    PublishPagePermissionError if there is a user who may not publish.
    """
    prepared = prepare(translation)
    target = prepared.target
    target.is_withdrawn = False
    if isinstance(target, Page):
        with writing():
            revision = target.save_revision(user=user, log_action=False)
            revision.publish(user=user)
        target = target_of(translation)
    else:
        target.full_clean()
        target.save()
    count_progress(translation)
    return target


@transaction.atomic
def save_draft(translation: Translation, user: Any = None) -> Revision:
    """Save what is translated as a version that visitors do not see.

    Raises OriginalOfflineError and ValidationError.
    """
    target = prepare(translation).target
    revision: Revision = target.save_revision(user=user, log_action=True)
    return revision


@transaction.atomic
def submit(translation: Translation, user: Any) -> Revision:
    """Save a draft and start the moderation of the page.

    A page that is being moderated already gets the new version. Raises as save_draft.
    """
    revision = save_draft(translation, user)
    page = target_of(translation)
    workflow = page.get_workflow()
    if workflow and not page.workflow_in_progress:
        workflow.start(page, user)
    elif page.workflow_in_progress:
        page.current_workflow_state.update(user=user)
    return revision


@transaction.atomic
def preview_instance(translation: Translation) -> Any:
    """Return the translation as it would be published now. Raises as save_draft."""
    return prepare(translation).target


@transaction.atomic
def confirm(translation: Translation, user: Any, seen: str | None = None) -> int:
    """Record that older texts are still valid for the changed original.

    ``seen`` is the ``mark_of_original`` that the person has looked at; None if it is
    surely that of today. Raises OriginalOfflineError and OriginalChangedError.

    Returns how many strings remain open, because there is no text to confirm or its
    links lead nowhere now. Publishes nothing.
    """
    prepared = prepare(translation)
    if seen is not None and seen != mark_of_original(prepared.snapshot.source):
        raise OriginalChangedError
    valid = {
        piece: text
        for piece, text in prepared.texts.items()
        if text.string != piece.string and fits_links(text.text, piece)
    }
    keys = dict(
        TranslationContext.objects.filter(
            object_id=translation.source.object_id,
            path__in={piece.path for piece in valid},
        ).values_list("path", "pk")
    )
    with counting_later():
        for piece, text in valid.items():
            StringTranslation.objects.update_or_create(
                translation_of_id=piece.string,
                locale_id=translation.target_locale_id,
                context_id=keys[piece.path],
                defaults={
                    "data": text.text,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "tool_name": "",
                    "last_translated_by": user,
                    "has_error": False,
                    "field_error": "",
                },
            )
    open_strings: int = count_progress(translation).open_strings
    return open_strings


def prepare(translation: Translation) -> Prepared:
    lock_source(translation.source_id)
    original = original_of(translation)
    target = target_of(translation)
    if original is None or target is None or not getattr(original, "live", True):
        raise OriginalOfflineError
    if getattr(target, "is_withdrawn", False) and is_closed_above(
        original, target.locale
    ):
        raise OriginalOfflineError
    snapshot = take_snapshot(original)
    start_references(snapshot, translation.target_locale)
    texts = {**kept_texts(target, snapshot), **own_texts(translation, snapshot)}
    if isinstance(target, Page):
        name_address(target, snapshot, texts)
    write(target, snapshot, texts, chosen_forms(translation))
    advance(target, snapshot, texts, changed=True)
    return Prepared(target, snapshot, texts)


def own_texts(translation: Translation, snapshot: Snapshot) -> dict[Piece, Text]:
    rendered = rendered_texts(translation.source, translation.target_locale_id)
    found = {
        piece: rendered[piece.path, piece.string]
        for piece in snapshot.pieces
        if (piece.path, piece.string) in rendered
    }
    return {
        piece: Text(piece.string, own.text, own.machine)
        for piece, own in found.items()
        if fits_links(own.text, piece)
    }


def name_address(target: Any, snapshot: Snapshot, texts: Mapping[Piece, Text]) -> None:
    """Give a page that was never public an address from its translated title.

    The translator's own choice wins, and an address once public does not change.
    """
    title = next((texts.get(p) for p in snapshot.pieces if p.path == "title"), None)
    if target.first_published_at or title is None:
        return
    if not SegmentOverride.objects.filter(
        context__object_id=snapshot.source.object_id,
        context__path="slug",
        locale_id=target.locale_id,
    ).exists():
        target.slug = slugify(title.text) or target.slug
