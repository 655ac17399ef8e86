"""Whether a translated text fits into the field that it is for."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from wagtail_localize.models import Translation, TranslationContext
from wagtail_localize.strings import StringValue

__all__ = ["Fields", "complaints", "field_named"]


def field_named(model: Any, names: list[str]) -> models.Field | None:
    """Return the text field of a page, a snippet or one of its children; else None.

    ``names`` are ["title"], or ["change_notes", "text"] for that of a child.
    """
    try:
        field = model._meta.get_field(names[0])
        if field.one_to_many and len(names) == 2:
            field = field.related_model._meta.get_field(names[1])
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.CharField | models.TextField) else None


def complaints(field: models.Field, value: object) -> list[str]:
    """Return why a field refuses a value, in sentences; empty if it takes it."""
    try:
        field.run_validators(value)
    except ValidationError as error:
        return list(error.messages)
    return []


class Fields:
    """The fields of one translation by the places of its strings. One query."""

    def __init__(self, translation: Translation) -> None:
        self.model = translation.source.specific_content_type.model_class()
        rows = TranslationContext.objects.filter(object_id=translation.source.object_id)
        self.paths = dict(rows.values_list("pk", "field_path"))

    def complaints(self, context_id: int, html: str) -> list[str]:
        """Return why the field of a place refuses a text; empty if it takes it."""
        names = self.paths.get(context_id, "").split(".")
        field = field_named(self.model, names)
        return complaints(field, StringValue(html).render_text()) if field else []
