"""Cuts an original into strings, in a number of queries that does not grow with it.

wagtail-localize asks for each string, its place and its position one by one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import TranslatableMixin
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    TranslatableObject,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue

from pages.translation.extraction import segments_of
from pages.translation.segments import Segments
from pages.translation.texts import Piece

__all__ = ["Snapshot", "find_source", "lock_source", "take_snapshot"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An original as it is now, and what was known of it until now."""

    source: TranslationSource
    original: TranslatableMixin
    pieces: list[Piece]
    others: list[Any]
    """Its segments that are no strings: templates, references and forms."""
    before: list[Piece] = field(default_factory=list)
    forms_before: dict[str, Any] = field(default_factory=dict)
    version_before: int = 0

    def again(self) -> "Snapshot":
        """Return the same with a fresh original, for writing one more translation."""
        rows = type(self.original)._default_manager  # noqa: SLF001 (public in Django)
        return replace(self, original=rows.get(pk=self.original.pk))

    @property
    def forms(self) -> dict[str, Any]:
        """The facts that may have another form in a translation, by path."""
        return forms_in(self.others)


def forms_in(values: Iterable[Any]) -> dict[str, Any]:
    return {
        value.path: value.data
        for value in values
        if isinstance(value, OverridableSegmentValue)
    }


def find_source(original: TranslatableMixin) -> TranslationSource | None:
    """Return wagtail-localize's record of an original; None if it has none yet."""
    found: TranslationSource | None = TranslationSource.objects.filter(
        object_id=original.translation_key, locale_id=original.locale_id
    ).first()
    return found


def lock_source(source_id: int) -> None:
    """Let one transaction at a time write the translations of an original.

    Editors and translators publish at once; who comes second has to see what the first
    one wrote, so this comes before original and translation are read.
    """
    locked = TranslationSource.objects.select_for_update(of=("self",))
    locked.filter(pk=source_id).values_list("pk").first()


def take_snapshot(original: TranslatableMixin) -> Snapshot:
    """Write down what an original says now, as the database has it.

    The result serves for writing one translation: wagtail-localize works on the values
    of the original. For another one take ``snapshot.again()``.
    """
    source = find_source(original)
    before = pieces_of(source) if source else []
    forms = forms_of(source) if source else {}
    version = json.loads(source.content_json).get("text_version", 0) if source else 0
    source = store_source(source, original)
    values = segments_of(original)
    pieces = Segments(source, original).store(values)
    others = [value for value in values if not isinstance(value, StringSegmentValue)]
    return Snapshot(source, original, pieces, others, before, forms, version)


def pieces_of(source: TranslationSource) -> list[Piece]:
    """Return the strings of an original as they were cut last, in their order."""
    rows = StringSegment.objects.filter(source=source).order_by("order")
    return [
        Piece(
            row.context.path,
            row.string_id,
            row.string.data,
            json.loads(row.attrs) or {},
            row.order,
        )
        for row in rows.select_related("context", "string")
    ]


def forms_of(source: TranslationSource) -> dict[str, Any]:
    rows = OverridableSegment.objects.filter(source=source).select_related("context")
    return {row.context.path: row.data for row in rows}


def store_source(
    source: TranslationSource | None, original: TranslatableMixin
) -> TranslationSource:
    values = {
        "object_repr": str(original)[:200],
        "content_json": serialised(original),
        "schema_version": get_schema_version(original._meta.app_label),
        "last_updated_at": timezone.now(),
    }
    if source is None:
        known, _created = TranslatableObject.objects.get_or_create_from_instance(
            original
        )
        return TranslationSource.objects.create(
            object=known,
            locale_id=original.locale_id,
            specific_content_type=ContentType.objects.get_for_model(type(original)),
            **values,
        )
    for name, value in values.items():
        setattr(source, name, value)
    source.save(update_fields=list(values))
    return source


def serialised(original: TranslatableMixin) -> str:
    if isinstance(original, ClusterableModel):
        content: str = original.to_json()
        return content
    fields = get_serializable_data_for_fields(original)
    return json.dumps(fields, cls=DjangoJSONEncoder)
