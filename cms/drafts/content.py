"""Pages and snippets as data and back, with their children, without saving them."""

from collections.abc import Mapping
from typing import Any

from modelcluster.models import (
    ClusterableModel,
    get_serializable_data_for_fields,
    model_from_serializable_data,
)
from wagtail.models import COMMENTS_RELATION_NAME, Page

__all__ = ["NEVER_SAVED", "address", "content_of", "object_of"]

NEVER_SAVED = 0
"""The id of what has none yet. No row of a database has it."""


def content_of(instance: Any) -> dict[str, Any]:
    """Return all that an object says, with its children, saved or not."""
    if not isinstance(instance, ClusterableModel):
        return dict(get_serializable_data_for_fields(instance))
    content: dict[str, Any] = instance.serializable_data()
    # What editors write to each other is nobody else's business.
    content.pop(COMMENTS_RELATION_NAME, None)
    return content


def object_of(model: type[Any], content: Mapping[str, Any]) -> Any | None:
    """Return the object that says this; None if it, or its place, is gone.

    Its foreign keys may lead to what is not there any more: to ask for each would cost
    a query for each.
    """
    if issubclass(model, ClusterableModel):
        instance = model.from_serializable_data(content, check_fks=False)
    else:
        instance = model_from_serializable_data(model, content, check_fks=False)
    if isinstance(instance, Page):
        return placed(instance)
    if instance.pk is None:
        instance.pk = NEVER_SAVED
        return instance
    rows = model._meta.default_manager.filter(pk=instance.pk)
    return instance if rows.exists() else None


def placed(page: Any) -> Any | None:
    """Return a page at the place in the tree that it has now, or would get."""
    if page.pk is None:
        page.pk = page.id = NEVER_SAVED
        return page if address(page) else None
    rows = Page.objects.filter(pk=page.pk)
    current = rows.values("path", "depth", "numchild", "live").first()
    if current is None:
        return None
    for name, value in current.items():
        setattr(page, name, value)
    return page if address(page) else None


def address(page: Any) -> bool:
    """Give a page the address that its slug will lead to; False if there is no place.

    That of a home page stays, whatever its slug. A new page is in the language of the
    one above, which only saving it would say.
    """
    known = Page.objects.filter(pk=page.pk).values("slug", "url_path").first()
    if known and (known["slug"] == page.slug or page.is_site_root()):
        page.url_path = known["url_path"]
        return True
    above = Page.objects.filter(path=page.path[: -Page.steplen]).first()
    if above:
        page.set_url_path(above)
        page.locale_id = page.locale_id or above.locale_id
    return above is not None
