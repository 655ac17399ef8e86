"""Stores the segments of an original in a number of queries that does not grow."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid5

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from wagtail.models import TranslatableMixin
from wagtail_localize.models import (
    BaseSegment,
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

from pages.translation.paths import field_path
from pages.translation.texts import Piece

__all__ = ["Segments", "dumped"]


class Segments:
    """Stores the segments of one original: strings, templates, references, forms."""

    def __init__(self, source: TranslationSource, original: TranslatableMixin) -> None:
        self.source = source
        self.original = original

    def store(self, values: Sequence[Any]) -> list[Piece]:
        """Make the stored segments those given. Returns the strings among them."""
        contexts = self.contexts({value.path for value in values})
        strings = [v for v in values if isinstance(v, StringSegmentValue)]
        templates = [v for v in values if isinstance(v, TemplateSegmentValue)]
        related = [v for v in values if isinstance(v, RelatedObjectSegmentValue)]
        forms = [v for v in values if isinstance(v, OverridableSegmentValue)]
        string_keys = self.strings({value.string.data for value in strings})
        template_keys = store_templates(templates)
        store_objects(related)
        self.replace(
            StringSegment,
            contexts,
            [
                (v, {"string_id": string_keys[v.string.data], "attrs": dumped(v.attrs)})
                for v in strings
            ],
        )
        self.replace(
            TemplateSegment,
            contexts,
            [(v, {"template_id": template_keys[template_uuid(v)]}) for v in templates],
        )
        self.replace(
            RelatedObjectSegment,
            contexts,
            [(v, {"object_id": v.translation_key}) for v in related],
        )
        self.replace(
            OverridableSegment,
            contexts,
            [(v, {"data_json": dumped(v.data)}) for v in forms],
        )
        return [
            Piece(
                v.path,
                string_keys[v.string.data],
                v.string.data,
                json.loads(dumped(v.attrs)) or {},
                v.order,
            )
            for v in strings
        ]

    def contexts(self, paths: set[str]) -> dict[str, int]:
        """Return the keys of wagtail-localize's places by path, new ones included."""
        known = TranslationContext.objects.filter(object_id=self.source.object_id)
        keys = dict(known.values_list("path", "pk"))
        missing = sorted(paths - keys.keys())
        if missing:
            TranslationContext.objects.bulk_create(
                (
                    TranslationContext(
                        object_id=self.source.object_id,
                        path=path,
                        path_id=TranslationContext._get_path_id(path),  # noqa: SLF001 (as its save() does)
                        field_path=field_path(self.original, path),
                    )
                    for path in missing
                ),
                ignore_conflicts=True,
            )
            keys = dict(known.values_list("path", "pk"))
        return keys

    def strings(self, texts: set[str]) -> dict[str, int]:
        """Return the keys of wagtail-localize's strings by text, new ones included."""
        hashes = {text: String._get_data_hash(text) for text in sorted(texts)}  # noqa: SLF001 (as its save() does)
        known = String.objects.filter(
            locale_id=self.source.locale_id, data_hash__in=list(hashes.values())
        )
        keys = dict(known.values_list("data_hash", "pk"))
        if len(keys) < len(hashes):
            String.objects.bulk_create(
                (
                    String(locale_id=self.source.locale_id, data=text, data_hash=digest)
                    for text, digest in hashes.items()
                    if digest not in keys
                ),
                ignore_conflicts=True,
            )
            keys = dict(known.values_list("data_hash", "pk"))
        return {text: keys[digest] for text, digest in hashes.items()}

    def replace(
        self,
        model: type[BaseSegment],
        contexts: Mapping[str, int],
        values: Sequence[tuple[Any, dict[str, Any]]],
    ) -> None:
        """Make the stored segments of one kind those given, touching no equal one."""
        wanted = {
            (contexts[value.path], value.order, *columns.values()): columns
            for value, columns in values
        }
        names = values[0][1].keys() if values else ()
        rows = model.objects.filter(source=self.source)
        stored = {
            tuple(row[1:]): row[0]
            for row in rows.values_list("pk", "context_id", "order", *names)
        }
        obsolete = [pk for key, pk in stored.items() if key not in wanted]
        if obsolete or (stored and not wanted):
            rows.filter(pk__in=obsolete).delete()
        model.objects.bulk_create(
            model(source=self.source, context_id=key[0], order=key[1], **columns)
            for key, columns in wanted.items()
            if key not in stored
        )


def dumped(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)


def template_uuid(value: TemplateSegmentValue) -> Any:
    namespace = uuid5(Template.BASE_UUID_NAMESPACE, value.format)
    return uuid5(namespace, value.template)


def store_templates(values: Sequence[TemplateSegmentValue]) -> dict[Any, int]:
    by_uuid = {template_uuid(value): value for value in values}
    known = Template.objects.filter(uuid__in=list(by_uuid))
    keys = dict(known.values_list("uuid", "pk"))
    if len(keys) < len(by_uuid):
        Template.objects.bulk_create(
            (
                Template(
                    uuid=uuid,
                    template=value.template,
                    template_format=value.format,
                    string_count=value.string_count,
                )
                for uuid, value in by_uuid.items()
                if uuid not in keys
            ),
            ignore_conflicts=True,
        )
        keys = dict(known.values_list("uuid", "pk"))
    return keys


def store_objects(values: Sequence[RelatedObjectSegmentValue]) -> None:
    objects: dict[Any, Model] = {
        value.translation_key: TranslatableObject(
            translation_key=value.translation_key, content_type=value.content_type
        )
        for value in values
    }
    if objects:
        TranslatableObject.objects.bulk_create(objects.values(), ignore_conflicts=True)
