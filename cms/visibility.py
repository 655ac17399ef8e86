"""Which pages a visitor may be told of."""

from collections.abc import Set as AbstractSet
from typing import TypeVar

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    Model,
    OuterRef,
    QuerySet,
)
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

__all__ = ["is_below", "live_and_told_apart", "public", "restricted_paths"]

Rows = TypeVar("Rows", bound=QuerySet)


def public(rows: Rows, *, page: str = "", within: Page | None = None) -> Rows:
    """Leave only live pages that no restriction hides. Costs no query of its own.

    ``rows`` are pages, or rows with a page behind the field ``page``, which may be
    empty. Restrictions on the page ``within`` and above it do not count: whoever reads
    that page may read what lies below it.
    """
    prefix = f"{page}__" if page else ""
    hiding = restrictions_above(f"{prefix}path")
    if within is not None:
        above = [within.path[:length] for length in range(4, len(within.path) + 1, 4)]
        hiding = hiding.exclude(page__path__in=above)
    visible = rows.filter(**{f"{prefix}live": True})
    if page:
        visible = visible | rows.filter(**{f"{page}__isnull": True})
    return visible.exclude(Exists(hiding))


def live_and_told_apart(pages: Rows) -> Rows:
    """Leave only live pages, each with ``is_private``: whether a restriction hides it.

    Costs no query of its own.
    """
    return pages.filter(live=True).annotate(
        is_private=Exists(restrictions_above("path"))
    )


def restrictions_above(path: str) -> QuerySet:
    """Return the restrictions on the page of an outer query at this path, or above."""
    place = ExpressionWrapper(OuterRef(path), output_field=CharField())
    return PageViewRestriction.objects.annotate(hidden=place).filter(
        hidden__startswith=F("page__path")
    )


def restricted_paths(model: type[Model] = Page) -> frozenset[str]:
    """Return the places in the tree of pages, or of collections, that are restricted.

    For thousands of rows: where there are hardly any restrictions, SQLite compares each
    row of :func:`public` with each page. Asked once, they are compared in Python.
    """
    restrictions = {
        Page: PageViewRestriction.objects.values_list("page__path", flat=True),
        Collection: CollectionViewRestriction.objects.values_list(
            "collection__path", flat=True
        ),
    }
    return frozenset(restrictions[model].distinct())


def is_below(path: str, paths: AbstractSet[str]) -> bool:
    """Whether a place in a tree, or one above it, is among some places."""
    if not paths:
        return False
    step = Page.steplen
    return any(path[:end] in paths for end in range(step, len(path) + 1, step))
