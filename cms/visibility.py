"""Which pages a visitor may be told of."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    Model,
    OuterRef,
    Q,
    QuerySet,
)
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)
from wagtail.query import PageQuerySet

__all__ = [
    "below",
    "hidden_collections",
    "is_below",
    "public",
    "public_below",
    "restricted_paths",
]

Rows = TypeVar("Rows", bound=QuerySet)
STEP = Page.steplen
MOST_CONDITIONS = 100
"""A query with more than these would be slower than the one that asks for each page."""


def public(rows: Rows, *, page: str = "", within: Page | None = None) -> Rows:
    """Leave only live pages that no restriction hides. Costs no query of its own.

    ``rows`` are pages, or rows with a page behind the field ``page``, which may be
    empty. Restrictions on the page ``within`` and above it do not count: whoever reads
    that page may read what lies below it.
    """
    prefix = f"{page}__" if page else ""
    path = ExpressionWrapper(OuterRef(f"{prefix}path"), output_field=CharField())
    hiding = PageViewRestriction.objects.annotate(hidden=path).filter(
        hidden__startswith=F("page__path")
    )
    if within is not None:
        above = [within.path[:length] for length in range(4, len(within.path) + 1, 4)]
        hiding = hiding.exclude(page__path__in=above)
    visible = rows.filter(**{f"{prefix}live": True})
    if page:
        visible = visible | rows.filter(**{f"{page}__isnull": True})
    return visible.exclude(Exists(hiding))


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


def below(path: str) -> Q:
    """Return the condition for a page in the tree and everything below it."""
    # Not startswith: databases find a range in the index of the paths.
    return Q(path__gte=path, path__lt=f"{path}~")


def public_below(paths: Iterable[str], restricted: AbstractSet[str]) -> PageQuerySet:
    """Return what a visitor may be told of below some pages, these included.

    ``restricted`` are all :func:`restricted_paths`. For long lists: see there.
    """
    rows = Page.objects.filter(reduce(or_, map(below, paths), Q(pk__in=())), live=True)
    # Where one lies below another, the upper one says it all.
    upper = [path for path in restricted if not is_below(path[:-STEP], restricted)]
    if len(upper) > MOST_CONDITIONS:
        return public(rows)
    return rows.exclude(reduce(or_, map(below, upper))) if upper else rows


def hidden_collections() -> frozenset[int]:
    """Return the collections of images and documents that are not for everybody."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    hiding = CollectionViewRestriction.objects.annotate(hidden=path).filter(
        hidden__startswith=F("collection__path")
    )
    hidden = Collection.objects.filter(Exists(hiding))
    return frozenset(hidden.order_by().values_list("pk", flat=True))


def is_below(path: str, paths: AbstractSet[str]) -> bool:
    """Whether a place in a tree, or one above it, is among some places."""
    if not paths:
        return False
    step = Page.steplen
    return any(path[:end] in paths for end in range(step, len(path) + 1, step))
