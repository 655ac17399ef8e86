"""From primary keys to keys, for what an export writes."""

from typing import Any

from django.db import models
from wagtail.models import Page

from pages.exchange.descriptions import page_models
from pages.exchange.keys import Identity, family, is_translatable, key_field

__all__ = ["Lookup"]


class Lookup:
    """Knows the identity of every object. Each family is read once, in one query."""

    def __init__(self) -> None:
        self.known: dict[type[models.Model], dict[Any, Identity]] = {}
        self.dangling = 0

    def key_of(self, model: type[models.Model], pk: object) -> Identity | None:
        """Return the identity of an object, or None, counting it, if it is gone."""
        root = family(model)
        if root is None:
            return None
        if root not in self.known:
            self.known[root] = dict(identities(root))
        found = self.known[root].get(pk)
        if found is None:
            self.dangling += 1
        return found


def identities(root: Any) -> list[tuple[Any, Identity]]:
    objects = root.objects.all()
    if issubclass(root, Page):
        # What has no type any more, or is the root of all, is in no file.
        labels = set(page_models())
        types = {
            row.pk
            for row in content_types()
            if (model := row.model_class()) and model._meta.label in labels
        }
        objects = objects.filter(depth__gt=1, content_type__in=types)
    fields = ["pk", key_field(root)]
    if is_translatable(root):
        fields.append("locale__language_code")
    rows = objects.order_by("pk").values_list(*fields)
    return [(pk, Identity(root, key, *locale)) for pk, key, *locale in rows]


def content_types() -> list[Any]:
    from django.contrib.contenttypes.models import ContentType

    return list(ContentType.objects.all())
