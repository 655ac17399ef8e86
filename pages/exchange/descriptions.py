"""What a file can say about an object of a model, found out from the model itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.models import get_all_child_relations
from taggit.managers import TaggableManager
from taggit.models import ItemBase
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import COMMENTS_RELATION_NAME, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from pages.exchange.fields import FieldPart, field_kind

__all__ = [
    "Children",
    "Description",
    "describe",
    "label",
    "page_models",
    "snippet_models",
]

# Of Wagtail's own page fields, those that editors fill in, and the public date. The
# others are the tree's, the workflow's and the history's.
PAGE_FIELDS = (
    "title",
    "slug",
    "seo_title",
    "search_description",
    "show_in_menus",
    "go_live_at",
    "expire_at",
    "first_published_at",
)
DATES = ("first_published_at", "content_updated_at")
"""Dates of publication: no form has them, and a file that is silent keeps them."""


@dataclass(frozen=True)
class Children:
    """Objects that live and die with their parent, as the contacts of a page."""

    name: str
    parent_field: str
    description: "Description"

    @property
    def have_keys(self) -> bool:
        return issubclass(self.description.model, TranslatableMixin)


@dataclass(frozen=True)
class Description:
    """The fields and children of a model, in the order in which files show them."""

    model: type[models.Model]
    parts: dict[str, FieldPart] = field(default_factory=dict)
    children: dict[str, Children] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [*self.parts, *self.children]

    @property
    def in_order(self) -> Iterator[FieldPart | Children]:
        """Yield plain fields, then children, then streams, which are long."""
        yield from (part for part in self.parts.values() if not part.is_stream)
        yield from self.children.values()
        yield from (part for part in self.parts.values() if part.is_stream)


@cache
def describe(model: type[models.Model]) -> Description:
    """Return what files can say about objects of a model."""
    parts = {}
    for model_field in carried_fields(model):
        kind = field_kind(model_field)
        if kind is not None:
            keeps = model_field.name in DATES or is_read_from_file(model, model_field)
            parts[model_field.name] = FieldPart(model_field, kind, keeps=keeps)
    return Description(model, parts, dict(children_of(model)))


def carried_fields(model: type[models.Model]) -> Iterator[Any]:
    if issubclass(model, Page):
        yield from (model._meta.get_field(name) for name in PAGE_FIELDS)
    own = [f for f in model._meta.get_fields() if is_own(f, model)]
    yield from (f for f in own if f.editable or f.name in DATES)


def is_own(model_field: Any, model: type[models.Model]) -> bool:
    """Whether a field was made by the author of the model, not by a framework."""
    is_many = isinstance(model_field, models.ManyToManyField | TaggableManager)
    if model_field.model is Page or not (is_many or model_field.concrete):
        return False
    is_link = model_field.primary_key or getattr(
        model_field.remote_field, "parent_link", False
    )
    return not is_link and model_field.name not in (
        "locale",
        "translation_key",
        "sort_order",
    )


def is_read_from_file(model: type[models.Model], model_field: Any) -> bool:
    """Whether the platform finds a value out by itself, as the pages of a PDF."""
    is_media = model in (get_image_model(), get_document_model())
    return (
        is_media and isinstance(model_field, models.IntegerField) and model_field.null
    )


def children_of(model: type[models.Model]) -> Iterator[tuple[str, Children]]:
    relations = get_all_child_relations(model)
    for relation in sorted(relations, key=lambda found: found.get_accessor_name()):
        name = relation.get_accessor_name()
        is_tagging = issubclass(relation.related_model, ItemBase)
        if name == COMMENTS_RELATION_NAME or is_tagging:
            continue
        inner = describe(relation.related_model)
        parts = {
            key: part for key, part in inner.parts.items() if key != relation.field.name
        }
        described = Description(inner.model, parts, inner.children)
        yield name, Children(name, relation.field.name, described)


def label(model: type[models.Model]) -> str:
    """Return how files call a model: "pages.Venue"."""
    return model._meta.label


def page_models() -> dict[str, type[Page]]:
    """Return all page types by label."""
    found = [
        model
        for model in apps.get_models()
        if issubclass(model, Page) and model is not Page
    ]
    return {label(model): model for model in found}


def snippet_models() -> dict[str, type[models.Model]]:
    """Return the snippets that files carry, by label: those with translations."""
    found = [m for m in get_snippet_models() if issubclass(m, TranslatableMixin)]
    return {label(model): model for model in sorted(found, key=label)}
