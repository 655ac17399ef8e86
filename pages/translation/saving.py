"""Saves translations that are pages: the row, its versions, and what they refer to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from wagtail.models import Page, Revision
from wagtail.signal_handlers import (
    disable_reference_index_auto_update,
    reference_index_auto_update_disabled,
    update_reference_index_on_save,
)

__all__ = [
    "no_references_recorded",
    "references_recorded_once",
    "store_content",
    "store_page",
]


def store_page(target: Any) -> None:
    """Save what visitors see of a translation, in its live version, too."""
    with references_recorded_once(target):
        target.save(clean=False)
    if target.live and target.live_revision_id:
        store_content(target.live_revision_id, target)


def store_content(revision_id: int, page: Any, **values: Any) -> None:
    """Let a version say what a page says now; ``values`` are fields of the version."""
    Revision.objects.filter(pk=revision_id).update(
        content=page.serializable_data(), object_str=str(page), **values
    )


@contextmanager
def references_recorded_once(page: Page) -> Iterator[None]:
    """Record what a page refers to at the end, not with each of its parts again."""
    with no_references_recorded():
        yield
    update_reference_index_on_save(page)


@contextmanager
def no_references_recorded() -> Iterator[None]:
    """Leave recording what pages refer to to others, who may have left it, too."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    with disable_reference_index_auto_update():
        yield
