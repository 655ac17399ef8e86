"""A page as it was last saved, and what its children refer to, looked up at once.

Wagtail asks for each child, and for each thing that a child refers to, whether it is
there. What was deleted since is left out, as Wagtail does it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import ForeignKey, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import (
    ClusterableModel,
    get_all_child_relations,
    model_from_serializable_data,
)
from wagtail.models import COMMENTS_RELATION_NAME, Locale, Page

__all__ = ["newest_version"]


def newest_version(page: Page) -> Any:
    """Return a page as it was last saved, in as many queries for any children."""
    version = page.specific
    revision = version.get_latest_revision()
    if revision is None:
        return version
    models = {
        relation.get_accessor_name(): relation.related_model
        for relation in get_all_child_relations(type(version))
    }
    models.pop(COMMENTS_RELATION_NAME, None)
    content = revision.content
    itself = {name: value for name, value in content.items() if name not in models}
    draft = version.with_content_json(itself)
    for name, model in models.items():
        rows = [child_of(model, data) for data in content.get(name, ())]
        setattr(draft, name, complete(rows))
    return draft


def child_of(model: Any, data: dict[str, Any]) -> Any:
    if issubclass(model, ClusterableModel):
        return model.from_serializable_data(data, check_fks=False)
    return model_from_serializable_data(model, data, check_fks=False)


def complete(rows: Sequence[Any]) -> list[Any]:
    """Return the rows of one model that refer to what is there, with it."""
    left = list(rows)
    for field in references_of(type(left[0])) if left else ():
        found = fetched(field, left)
        for row in left:
            target = found.get(getattr(row, field.attname))
            if target is not None or field.null:
                setattr(row, field.name, target)
        left = [row for row in left if field.null or field.is_cached(row)]
    return left


def references_of(model: type[Model]) -> list[Any]:
    """Return the foreign keys whose targets may be gone, but for the page above."""
    return [
        one
        for one in model._meta.get_fields()
        if isinstance(one, ForeignKey)
        and not isinstance(one, ParentalKey)
        and one.related_model is not Locale
    ]


def fetched(field: Any, rows: Iterable[Any]) -> dict[Any, Any]:
    """Return what a foreign key of rows refers to, by id, with what that refers to."""
    wanted = {getattr(row, field.attname) for row in rows} - {None}
    model = field.related_model
    # Behind a page are its revisions, with all they say.
    further = [] if issubclass(model, Page) else references_of(model)
    there = model._meta.default_manager.select_related(*(one.name for one in further))
    found: dict[Any, Any] = there.in_bulk(wanted) if wanted else {}
    return found
