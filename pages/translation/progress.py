"""Counts what is left to do on a translation, for the work list."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)

from pages.models.translated import TranslationProgress
from pages.translation.snapshots import forms_of, pieces_of
from pages.translation.texts import Piece, read_texts

__all__ = [
    "Rendered",
    "connect",
    "count_progress",
    "counting_later",
    "instance_of",
    "original_of",
    "rendered_texts",
    "target_of",
]

LATER: ContextVar[bool] = ContextVar("counting_later", default=False)


class Rendered(NamedTuple):
    """What a person or a machine made of a string, and where that is kept."""

    text: str
    machine: bool
    pk: int


def rendered_texts(
    source: TranslationSource, locale_id: int
) -> dict[tuple[str, int], Rendered]:
    """Return all usable translations by path and string, published or not."""
    rows = StringTranslation.objects.filter(
        context__object_id=source.object_id, locale_id=locale_id, has_error=False
    ).exclude(data="")
    machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    return {
        (path, string): Rendered(text, kind == machine, pk)
        for path, string, text, kind, pk in rows.values_list(
            "context__path", "translation_of_id", "data", "translation_type", "pk"
        )
    }


def count_progress(translation: Translation) -> TranslationProgress:
    """Count again what is left to do, and keep the result for the work list."""
    source = translation.source
    pieces = pieces_of(source)
    rendered = rendered_texts(source, translation.target_locale_id)
    found = [rendered.get((piece.path, piece.string)) for piece in pieces]
    target = target_of(translation)
    values = {
        "source_version": version_of(original_of(translation)),
        "version": version_of(target),
        "open_strings": found.count(None),
        "machine_strings": sum(text is not None and text.machine for text in found),
        "has_unpublished": differs(translation, target, pieces, rendered),
    }
    row: TranslationProgress
    row, _created = TranslationProgress.objects.update_or_create(
        translation=translation, defaults=values
    )
    return row


def original_of(translation: Translation) -> Any:
    """Return the original of a translation as published; None if it is gone."""
    return instance_of(translation.source, translation.source.locale_id)


def target_of(translation: Translation) -> Any:
    """Return the page or snippet in the other language; None if it is gone."""
    return instance_of(translation.source, translation.target_locale_id)


def instance_of(source: TranslationSource, locale_id: int) -> Any:
    """Return the original or one of its translations; None if it is gone."""
    model = source.specific_content_type.model_class()
    return model._default_manager.filter(  # noqa: SLF001 (public in Django)
        translation_key=source.object_id, locale_id=locale_id
    ).first()


def version_of(instance: Any) -> int:
    return getattr(instance, "text_version", 0)


def differs(
    translation: Translation,
    target: Any,
    pieces: list[Piece],
    rendered: dict[tuple[str, int], Rendered],
) -> bool:
    """Whether translators have saved something that visitors do not see yet."""
    if target is None or (isinstance(target, Page) and not target.live):
        return bool(rendered)
    shown: dict[str, list[Any]] = dict(read_texts(target.text_origins))
    for piece in pieces:
        row = shown.get(piece.path)
        text = row.pop(0) if row else None
        own = rendered.get((piece.path, piece.string))
        if own and (text is None or own[:2] != (text.text, text.machine)):
            return True
    forms = chosen_forms(translation)
    return forms != target.own_forms


def chosen_forms(translation: Translation) -> dict[str, list[Any]]:
    """Return the forms of facts that translators have chosen, published or not."""
    current = forms_of(translation.source)
    rows = SegmentOverride.objects.filter(
        context__object_id=translation.source.object_id,
        locale_id=translation.target_locale_id,
        has_error=False,
    ).select_related("context")
    # An address is no fact: it stays when the original gets another one.
    return {
        path: [None if path == "slug" else current[path], row.data]
        for row in rows
        if (path := row.context.path) in current
    }


@contextmanager
def counting_later() -> Iterator[None]:
    """Do not count while many strings are saved; whoever saves them counts once."""
    token = LATER.set(True)
    try:
        yield
    finally:
        LATER.reset(token)


def connect() -> None:
    """Count again whenever a translator has saved something."""
    for model in (StringTranslation, SegmentOverride):
        name = f"pages.translation.progress.{model.__name__}"
        post_save.connect(count_for, sender=model, dispatch_uid=name)
        post_delete.connect(count_for, sender=model, dispatch_uid=name)


def count_for(instance: Any, **kwargs: Any) -> None:
    if LATER.get() or instance.context is None:
        return
    translations = Translation.objects.filter(
        source__object_id=instance.context.object_id,
        target_locale_id=instance.locale_id,
    )
    for translation in translations.select_related("source"):
        count_progress(translation)
