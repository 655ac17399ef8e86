"""Writes the facts of an original and the texts of a translator onto a translation."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import ForeignKey
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import copy_synchronised_fields, get_translatable_fields
from wagtail_localize.models import String
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
)
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from pages.translation.snapshots import Snapshot
from pages.translation.texts import Piece, Text, keep_texts, read_texts, stored_texts

__all__ = ["Forms", "fits_links", "is_complete", "kept_texts", "write"]

Forms = dict[str, list[Any]]
"""By path: what the original says, and what the translation says in its place."""

LINK_ID = re.compile(r'<a\b[^>]*\bid="([^"]*)"')


def kept_texts(target: Any, snapshot: Snapshot) -> dict[Piece, Text]:
    """Return what a translation says for the strings its original has now."""
    texts = read_texts(target.text_origins)
    sources = {
        piece.string: piece.text for piece in (*snapshot.before, *snapshot.pieces)
    }
    wanted = {text.string for row in texts.values() for text in row if text.string}
    if missing := wanted - sources.keys():
        sources.update(String.objects.filter(pk__in=missing).values_list("pk", "data"))
    kept = keep_texts(texts, snapshot.pieces, sources)
    former = {(piece.path, piece.string): piece for piece in snapshot.before}
    return {
        piece: with_links(piece, text, former.get((piece.path, text.string or 0)))
        for piece, text in kept.items()
    }


def with_links(piece: Piece, text: Text, former: Piece | None) -> Text:
    """Let a text that is older than its original keep links that this lost."""
    if fits_links(text.text, piece):
        return replace(text, attrs=None)
    return replace(text, attrs=former.attrs) if former and not text.attrs else text


def fits_links(text: str, piece: Piece) -> bool:
    """Whether every link in a translated text has a target in the original."""
    return piece.attrs.keys() >= set(LINK_ID.findall(text))


def is_complete(texts: Mapping[Piece, Text], snapshot: Snapshot) -> bool:
    """Whether every string of the original, as it is now, is translated."""
    return all(
        piece in texts and texts[piece].string == piece.string
        for piece in snapshot.pieces
    )


def write(
    target: Any, snapshot: Snapshot, texts: Mapping[Piece, Text], forms: Forms
) -> None:
    """Make a translation say what its original says, in its own words. Saves nothing.

    Strings without a text stay in the source language, and ``text_origins`` says so.
    Of ``forms`` those hold whose original has not changed. The address stays.
    Whatever the original refers to must exist in the target's language.
    """
    original = snapshot.original
    slug = getattr(target, "slug", None)
    copy_synchronised_fields(original, target)
    empty_references(original, target)
    valid = valid_forms(forms, snapshot)
    try:
        ingest(target, snapshot, texts, valid)
    except ObjectDoesNotExist:  # A picture or a file chosen for this language is gone.
        valid = existing_forms(target, snapshot, texts, valid)
        ingest(target, snapshot, texts, valid)
    if isinstance(target, Page):
        wanted = valid.get("slug", [None, slug])[1]
        target.slug = find_available_slug(
            target.get_parent(), wanted, ignore_page_id=target.pk
        )
    target.own_forms = valid
    target.text_origins = stored_texts(rows_of(snapshot, texts))


def empty_references(original: TranslatableMixin, target: TranslatableMixin) -> None:
    """Empty what the original has emptied, which wagtail-localize passes over."""
    for translatable in get_translatable_fields(type(original)):
        field = translatable.get_field(type(original))
        if isinstance(field, ForeignKey) and not getattr(original, field.attname):
            setattr(target, field.name, None)


def valid_forms(forms: Forms, snapshot: Snapshot) -> Forms:
    """Return the forms whose original says what it said when they were chosen.

    An address is no fact of the original; it holds in any case.
    """
    return {
        path: form
        for path, form in forms.items()
        if path == "slug" or snapshot.forms.get(path) == form[0]
    }


def existing_forms(
    target: Any, snapshot: Snapshot, texts: Mapping[Piece, Text], forms: Forms
) -> Forms:
    """Return the forms without those that name something that was deleted."""
    existing: Forms = {}
    for path, form in forms.items():
        try:
            ingest(target, snapshot, texts, {path: form})
        except ObjectDoesNotExist:
            continue
        existing[path] = form
    return existing


def ingest(
    target: Any, snapshot: Snapshot, texts: Mapping[Piece, Text], forms: Forms
) -> None:
    segments: list[Any] = [
        value
        for value in snapshot.others
        if not isinstance(value, OverridableSegmentValue | RelatedObjectSegmentValue)
    ]
    segments += existing_references(snapshot, target)
    for piece in snapshot.pieces:
        text = texts.get(piece)
        attrs = text.attrs if text and text.attrs is not None else piece.attrs
        segments.append(
            StringSegmentValue(
                piece.path,
                StringValue(text.text if text else piece.text),
                attrs={key: dict(value) for key, value in attrs.items()},
                order=piece.order,
            )
        )
    segments += [
        OverridableSegmentValue(path, value, order=len(segments))
        for path, (_source, value) in forms.items()
        if path != "slug"
    ]
    ingest_segments(
        snapshot.original, target, snapshot.source.locale, target.locale, segments
    )


def existing_references(
    snapshot: Snapshot, target: TranslatableMixin
) -> list[RelatedObjectSegmentValue]:
    values = [v for v in snapshot.others if isinstance(v, RelatedObjectSegmentValue)]
    existing: set[Any] = set()
    for content_type in {value.content_type for value in values}:
        rows = content_type.model_class().objects.filter(locale_id=target.locale_id)
        keys = [v.translation_key for v in values if v.content_type == content_type]
        existing.update(
            rows.filter(translation_key__in=keys).values_list(
                "translation_key", flat=True
            )
        )
    return [value for value in values if value.translation_key in existing]


def rows_of(snapshot: Snapshot, texts: Mapping[Piece, Text]) -> dict[str, list[Text]]:
    rows: dict[str, list[Text]] = {}
    for piece in snapshot.pieces:
        rows.setdefault(piece.path, []).append(texts.get(piece, Text(None)))
    return rows
