"""What is checked, and how it is read: many objects with a few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, IntegerField, Model, URLField
from modelcluster.models import get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from pages.links.hosts import own_hosts
from pages.models import ContentPage
from pages.quality.content import Content, read_fields
from pages.quality.known import look_up
from pages.quality.registry import Subject
from pages.translation.worklist import snippet_kinds

__all__ = ["Key", "all_keys", "base_of", "key_of", "kinds", "subjects"]

Key = tuple[str, int]
"""Label of a model in small letters, "wagtailcore.page" for all pages; and a number."""

PAGE = "wagtailcore.page"


def kinds() -> list[type[Model]]:
    """Return the models whose objects are checked: those that have numbers."""
    models = [Page, *snippet_kinds(), get_document_model(), get_image_model()]
    return [model for model in models if has_numbers(model)]


def has_numbers(model: type[Model]) -> bool:
    """Whether the keys of a model fit into the table, as no UUID does."""
    key: Any = model._meta.pk
    while key.remote_field:
        key = key.target_field
    return isinstance(key, IntegerField)


def base_of(model: type[Model]) -> str:
    return PAGE if issubclass(model, Page) else model._meta.label_lower


def key_of(instance: Model) -> Key:
    return base_of(type(instance)), int(instance.pk)


def all_keys() -> list[Key]:
    """Return everything that visitors can see and that can be checked."""
    found: list[Key] = []
    for model in kinds():
        rows = model._default_manager.order_by("pk")  # noqa: SLF001 (public in Django)
        if model is Page:
            rows = rows.filter(live=True, depth__gt=1)
        found += [(base_of(model), pk) for pk in rows.values_list("pk", flat=True)]
    return found


def subjects(keys: Iterable[Key]) -> list[Subject]:
    """Read objects with all that they refer to; what is not public is left out."""
    instances = [instance for group in grouped(keys) for instance in group]
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    contents = read(instances)
    known = look_up(contents.values())
    return [
        Subject(
            instance,
            languages.get(getattr(instance, "locale_id", None), ""),
            contents[key_of(instance)],
            known,
        )
        for instance in instances
    ]


def grouped(keys: Iterable[Key]) -> Iterator[list[Any]]:
    """Yield the objects of each model; those of a model that is gone are left out."""
    numbers = defaultdict(set)
    for label, pk in keys:
        numbers[label].add(pk)
    checked = {base_of(model): model for model in kinds()}
    for label, pks in numbers.items():
        if label == PAGE:
            pages = Page.objects.live().filter(pk__in=pks).specific()
            yield [page for page in pages if isinstance(page, ContentPage)]
        elif model := checked.get(label):
            rows = model._default_manager.filter(pk__in=pks)  # noqa: SLF001 (public)
            yield list(rows)


def read(instances: Iterable[Any]) -> dict[Key, Content]:
    contents: dict[Key, Content] = {}
    by_model = defaultdict(list)
    hosts = own_hosts()
    for instance in instances:
        content = contents[key_of(instance)] = Content(own_hosts=hosts)
        read_fields(instance, content)
        by_model[type(instance)].append(instance)
    for model, group in by_model.items():
        for relation in get_all_child_relations(model):
            if can_be_wrong(relation.related_model):
                read_children(relation, group, contents)
    return contents


def can_be_wrong(model: type[Model]) -> bool:
    """Whether a model has links of its own. What it cascades with is never missing."""
    return any(
        isinstance(one, URLField)
        or (isinstance(one, ForeignKey) and one.related_model is Page and one.null)
        for one in model._meta.get_fields()
    )


def read_children(
    relation: Any, group: list[Any], contents: dict[Key, Content]
) -> None:
    """Add what is attached to objects of one model, as the entries of menus."""
    name = relation.field.name
    rows = relation.related_model.objects.filter(**{f"{name}__in": group})
    parents = {instance.pk: instance for instance in group}
    for child in rows.order_by("pk"):
        parent = parents[getattr(child, relation.field.attname)]
        prefix = f"{relation.get_accessor_name()}.{child.pk}."
        read_fields(child, contents[key_of(parent)], prefix)


def content_type_of(label: str) -> ContentType:
    return ContentType.objects.get_for_model(apps.get_model(label))
