"""Plain pages that know which of their words are still in the source language."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import F, Field, JSONField
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.query import PageQuerySet

__all__ = ["of_types", "origins", "with_origins"]


def with_origins(pages: PageQuerySet) -> PageQuerySet:
    """Give plain pages their ``text_origins``, in the query that fetches them.

    For lists of titles of several page types. Originals have none, so nothing is added
    while the source language is the active one.
    """
    if get_language() == settings.LANGUAGE_CODE:
        return pages
    return pages.annotate(text_origins=origins())


def origins(page: str = "") -> Coalesce:
    """Return what gives the ``text_origins`` of a plain page, or of one behind a field.

    ``page`` is the prefix of that field: "page__".
    """
    return of_types("text_origins", JSONField(), page)


def of_types(field: str, kind: Field, page: str = "") -> Coalesce:
    """Return what gives a plain page the value that its page type has in a field.

    Every type has the fields of ``ContentPage``, and each in a table of its own.
    """
    fields = [F(f"{page}{name}__{field}") for name in page_types()]
    return Coalesce(*fields, output_field=kind)


def page_types() -> Iterator[str]:
    """Yield under which name a plain page finds its rest, for each page type."""
    for model in apps.get_models():
        link: Any = model._meta.parents.get(Page)
        names = {field.name for field in model._meta.local_fields}
        if link and "text_origins" in names:
            yield link.remote_field.get_accessor_name()
