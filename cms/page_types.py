"""What plain pages can be asked although it stands in the tables of their types."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import F, Field, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

__all__ = ["field_of_any_type"]


def field_of_any_type(name: str, output: Field[Any, Any], page: str = "") -> Coalesce:
    """Return what gives a field of that name of a plain page, whatever type it is.

    It is null of a page whose type has no such field. ``page`` is the prefix of a field
    with a page behind it: "page__".
    """
    fields = [F(f"{page}{rest}__{name}") for rest in types_with(name)]
    nothing = Value(None, output_field=output)
    return Coalesce(*fields, nothing, nothing, output_field=output)


def types_with(name: str) -> Iterator[str]:
    """Yield under which name a plain page finds its rest, for each type that fits."""
    for model in apps.get_models():
        link: Any = model._meta.parents.get(Page)
        if link and name in {field.name for field in model._meta.local_fields}:
            yield link.remote_field.get_accessor_name()
