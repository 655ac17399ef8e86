"""Begins a translation: a draft in another language, with all it refers to."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.segments import RelatedObjectSegmentValue

from pages.translation.privacy import mirror_privacy
from pages.translation.progress import count_progress
from pages.translation.saving import (
    no_references_recorded,
    store_content,
    store_page,
)
from pages.translation.snapshots import Snapshot, take_snapshot
from pages.translation.writing import kept_texts, write

__all__ = [
    "NotConnectedError",
    "NotPublishedError",
    "start_references",
    "start_translation",
    "wait_for_others",
]


class NotConnectedError(Exception):
    """There is a page in that language with another structure. The message says where.

    Nobody may write over what somebody wrote there by hand.
    """


class NotPublishedError(Exception):
    """Only what visitors can read is translated. The message is the title."""


@transaction.atomic
def start_translation(
    original: TranslatableMixin, locale: Locale, user: Any = None
) -> Any:
    """Return the page or snippet in another language, begun if there is none.

    A page begins as a draft in the source language, each text marked as such; pages
    above it and snippets it refers to are begun with it. Safe to repeat: what exists is
    kept, and a translation that had been switched off is followed again.

    Raises NotPublishedError if the original is a page that is not live, and
    NotConnectedError if there is a page in that language with another structure.
    """
    wait_for_others(locale)
    if isinstance(original, Page):
        original = original.specific
        if not original.live:
            raise NotPublishedError(original.title)
        start_parents(original, locale, user)
    return start(original, locale, user)


def wait_for_others(locale: Locale) -> None:
    """Let one at a time add to the tree of a language, until the transaction ends.

    Two would want the same place in the tree, or begin the same page. SQLite has one
    writer in any case.
    """
    locked = Locale.objects.select_for_update(no_key=True)
    locked.filter(pk=locale.pk).first()


def start_parents(page: Page, locale: Locale, user: Any) -> None:
    """Begin the pages above one, public or not, so that it has a place."""
    above = page.get_ancestors().filter(depth__gt=1).order_by("depth")
    translated = set(
        Page.objects.filter(
            locale=locale, translation_key__in=above.values("translation_key")
        ).values_list("translation_key", flat=True)
    )
    for parent in above:
        if parent.translation_key not in translated:
            start(parent.specific, locale, user)


def start(original: Any, locale: Locale, user: Any) -> Any:
    target = original.get_translation_or_none(locale)
    known = Translation.objects.filter(
        source__object_id=original.translation_key, target_locale=locale
    )
    if target is not None and not known.exists():
        return connect(target)
    rows = type(original)._default_manager  # noqa: SLF001 (public in Django)
    if getattr(original, "text_version", None) == 0:
        # It was public before versions were counted, or was never published by a form.
        published = original.content_updated_at or original.first_published_at
        rows.filter(pk=original.pk).update(
            text_version=1, text_version_at=published or timezone.now()
        )
    snapshot = take_snapshot(rows.get(pk=original.pk))
    start_references(snapshot, locale, user)
    translation, _created = Translation.objects.update_or_create(
        source=snapshot.source, target_locale=locale, defaults={"enabled": True}
    )
    if target is None:
        target = begin(snapshot, locale, user)
    elif isinstance(target, Page):
        target = target.specific
    count_progress(translation)
    return target


def connect(target: Any) -> Any:
    """Let what somebody wrote in the language by hand be the translation."""
    from pages.translation.adopting import adopt  # which needs this module

    if isinstance(target, Page):
        target = target.specific
    if lone := adopt(target):
        raise NotConnectedError(", ".join(lone))
    return target


def begin(snapshot: Snapshot, locale: Locale, user: Any) -> Any:
    original: Any = snapshot.original
    if isinstance(original, Page):
        return begin_page(snapshot, locale, user)
    target = original.copy_for_translation(locale)
    write(target, snapshot, kept_texts(target, snapshot), {})
    target.save()
    return target


def begin_page(snapshot: Snapshot, locale: Locale, user: Any) -> Any:
    """Copy a page as Wagtail does, then mark the texts, in its only version, too."""
    original: Any = snapshot.original
    with no_references_recorded():
        target = original.copy_for_translation(locale)
    version = target.latest_revision
    target.draft_title = target.title
    target.latest_revision_created_at = version.created_at
    target.text_version, target.text_version_at = 0, None
    target.content_updated_at = None
    target.update_pending = False
    write(target, snapshot, kept_texts(target, snapshot), {})
    store_page(target)
    store_content(version.pk, target, user=user)
    mirror_privacy(original, target)
    return target


def start_references(snapshot: Snapshot, locale: Locale, user: Any = None) -> None:
    """Begin the snippets that an original refers to and that have no translation."""
    for value in snapshot.others:
        if isinstance(value, RelatedObjectSegmentValue):
            start_reference(value, snapshot.source.locale_id, locale, user)


def start_reference(
    value: RelatedObjectSegmentValue, source_locale: int, locale: Locale, user: Any
) -> None:
    rows = value.content_type.model_class().objects.filter(
        translation_key=value.translation_key
    )
    by_locale = {row.locale_id: row for row in rows}
    if locale.pk not in by_locale and source_locale in by_locale:
        start(by_locale[source_locale], locale, user)
