"""Makes a page that was written in another language the translation of its original.

Imported pages and snippets come with all their texts, but nobody has told
wagtail-localize whose translation they are.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import quote_path_component
from wagtail_localize.strings import StringValue

from pages.translation.extraction import segments_of
from pages.translation.following import advance
from pages.translation.privacy import mirror_privacy
from pages.translation.progress import count_progress, counting_later
from pages.translation.saving import store_content, store_page
from pages.translation.segments import dumped
from pages.translation.snapshots import Snapshot, take_snapshot
from pages.translation.starting import start_references
from pages.translation.texts import Piece, Text, Texts, read_texts
from pages.translation.writing import Forms, write

__all__ = ["adopt"]

Own = dict[str, list[StringSegmentValue]]


@transaction.atomic
def adopt(target: Any) -> list[str]:
    """Make a page or snippet the translation of its original; its words stay its own.

    The two belong together by their translation key, their texts by equal paths. Facts
    become those of the original; where the target has another picture, file, name or
    link, that is kept as its own form. Safe to repeat: the target's words win over what
    was translated before.

    Returns the texts that only one of the two has a place for. If there are any,
    nothing has changed, so that nothing is lost. Does nothing without an original that
    is public.
    """
    original = original_for(target)
    if original is None:
        return []
    values = segments_of(target)
    snapshot = take_snapshot(original)
    own: Own = {}
    for value in values:
        if isinstance(value, StringSegmentValue):
            own.setdefault(value.path, []).append(value)
    rows = rows_of(snapshot)
    apart = places_in(original) ^ places_in(target)
    if lone := [*lone_texts(own, rows, apart)] or sorted(apart):
        return lone
    start_references(snapshot, target.locale)
    translation, _created = Translation.objects.update_or_create(
        source=snapshot.source, target_locale=target.locale, defaults={"enabled": True}
    )
    texts = texts_for(own, rows, read_texts(target.text_origins))
    forms = forms_for(values, own, rows, snapshot)
    with counting_later():
        store_texts(texts, snapshot, target.locale)
        store_forms(forms, snapshot, target.locale)
    write(target, snapshot, texts, forms)
    dates = getattr(target, "content_updated_at", None)
    advance(target, snapshot, texts, changed=False)
    save(target, dates)
    if isinstance(target, Page):
        mirror_privacy(original, target)
    count_progress(translation)
    return []


def original_for(target: Any) -> Any:
    """Return the public original of a page or snippet in another language."""
    rows = type(target)._default_manager  # noqa: SLF001 (public in Django)
    try:
        original = rows.get(
            translation_key=target.translation_key, locale=Locale.get_default()
        )
    except ObjectDoesNotExist:
        return None
    is_public = getattr(original, "live", True) and original.pk != target.pk
    return original if is_public else None


def rows_of(snapshot: Snapshot) -> dict[str, list[Piece]]:
    rows: dict[str, list[Piece]] = {}
    for piece in snapshot.pieces:
        rows.setdefault(piece.path, []).append(piece)
    return rows


def places_in(instance: Any) -> set[str]:
    """Return the ids of all blocks and the keys of all children."""
    places: set[str] = set()
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            places.update(ids_in(field.value_from_object(instance)))
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(type(instance)):
            if issubclass(relation.related_model, TranslatableMixin):
                children = getattr(instance, relation.get_accessor_name()).all()
                places.update(str(child.translation_key) for child in children)
    return places


def ids_in(value: Any) -> Iterator[str]:
    if isinstance(value, blocks.StreamValue):
        for child in value:
            yield child.id
            yield from ids_in(child.value)
    elif isinstance(value, blocks.StructValue):
        for below in value.values():
            yield from ids_in(below)


def lone_texts(
    own: Own, rows: dict[str, list[Piece]], apart: set[str]
) -> Iterator[str]:
    """Yield the texts at places that only one has, or of paragraphs too many."""
    for path, values in own.items():
        pieces = rows.get(path, [])
        fits = len(values) <= len(pieces) and all(
            piece.attrs.keys() >= (value.attrs or {}).keys()
            for piece, value in zip(pieces, values, strict=False)
        )
        if apart.intersection(path.split(".")) or not fits:
            yield from (value.render_text() for value in values)
    for path, pieces in rows.items():
        if apart.intersection(path.split(".")):
            yield from (StringValue(piece.text).render_text() for piece in pieces)


def texts_for(
    own: Own, rows: dict[str, list[Piece]], known: Texts
) -> dict[Piece, Text]:
    """Return the texts of the target; what it knows of their origin remains known."""
    texts: dict[Piece, Text] = {}
    for path, pieces in rows.items():
        former = {text.text: text for text in known.get(path, [])}
        is_partial = any(text.string is None for text in known.get(path, []))
        for piece, value in zip(pieces, own.get(path, []), strict=False):
            words = value.string.data
            if is_partial and words == piece.text and words not in former:
                continue  # Still in the source language.
            machine = words in former and former[words].machine
            texts[piece] = Text(piece.string, words, machine)
    return texts


def forms_for(
    values: list[Any], own: Own, rows: dict[str, list[Piece]], snapshot: Snapshot
) -> Forms:
    """Return the facts that have another form in the target: names, files, links."""
    facts = snapshot.forms
    forms: Forms = {
        value.path: [facts[value.path], value.data]
        for value in values
        if isinstance(value, OverridableSegmentValue)
        and facts.get(value.path, value.data) != value.data
        and value.path != "slug"
    }
    for path, pieces in rows.items():
        for piece, value in zip(pieces, own.get(path, []), strict=False):
            for link, attributes in (value.attrs or {}).items():
                old = piece.attrs.get(link, {}).get("href")
                new = attributes.get("href")
                if old and new and old != new:
                    forms[f"{path}.{quote_path_component(old)}"] = [old, new]
    return forms


def store_texts(texts: dict[Piece, Text], snapshot: Snapshot, locale: Locale) -> None:
    keys = contexts_of(snapshot)
    for piece, text in texts.items():
        StringTranslation.objects.update_or_create(
            translation_of_id=piece.string,
            locale=locale,
            context_id=keys[piece.path],
            defaults={
                "data": text.text,
                "translation_type": (
                    StringTranslation.TRANSLATION_TYPE_MACHINE
                    if text.machine
                    else StringTranslation.TRANSLATION_TYPE_MANUAL
                ),
                "tool_name": "",
                "has_error": False,
                "field_error": "",
            },
        )


def store_forms(forms: Forms, snapshot: Snapshot, locale: Locale) -> None:
    keys = contexts_of(snapshot)
    for path, (_source, value) in forms.items():
        SegmentOverride.objects.update_or_create(
            locale=locale,
            context_id=keys[path],
            defaults={"data_json": dumped(value), "has_error": False},
        )


def contexts_of(snapshot: Snapshot) -> dict[str, int]:
    rows = TranslationContext.objects.filter(object_id=snapshot.source.object_id)
    return dict(rows.values_list("path", "pk"))


def save(target: Any, updated_at: Any) -> None:
    if not isinstance(target, Page):
        target.save()
        return
    target.content_updated_at = updated_at or target.content_updated_at
    store_page(target)
    if not target.live and target.latest_revision_id:
        store_content(target.latest_revision_id, target)
