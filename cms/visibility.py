"""Which pages a visitor may be told of.

One rule for lists, menus, calendars, feeds, the sitemap, the search and whatever else
tells of pages: a page is public if it is live, and so are all pages above it, and none
of them is restricted. Below an English home page that is not published, nothing is.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from operator import or_
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    Lookup,
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

from cms.languages import language_codes

__all__ = [
    "below",
    "best_version",
    "hidden_collections",
    "hidden_paths",
    "is_below",
    "live_and_told_apart",
    "public",
    "public_below",
    "public_version",
    "restricted_paths",
]

Rows = TypeVar("Rows", bound=QuerySet)
STEP = Page.steplen
MOST_CONDITIONS = 100
"""A query with more than these would be slower than the one that asks for each page."""

LONGEST = Page._meta.get_field("path").max_length or 0


class IsAbove(Lookup):
    """Whether a path is that of a page or of one above it, found in the index of paths.

    Databases that compare the beginnings of paths instead compare each with each.
    """

    lookup_name = "is_above"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        path, params = self.process_lhs(compiler, connection)
        below, more = self.process_rhs(compiler, connection)
        ends = range(Page.steplen, LONGEST + 1, Page.steplen)
        starts = ", ".join(f"SUBSTR({below}, 1, {end})" for end in ends)
        return f"{path} IN ({starts})", (*params, *tuple(more) * len(ends))


def public(rows: Rows, *, page: str = "", within: Page | None = None) -> Rows:
    """Leave only pages that visitors may be told of. Costs no query of its own.

    ``rows`` are pages, or rows with a page behind the field ``page``, which may be
    empty. What hides the page ``within`` or one above it does not count: whoever reads
    that page may read what lies below it.
    """
    prefix = f"{page}__" if page else ""
    hiding = pages_hiding(f"{prefix}path")
    if within is not None:
        hiding = hiding.exclude(path__in=paths_to(within.path))
    visible = rows.filter(**{f"{prefix}live": True})
    if page:
        visible = visible | rows.filter(**{f"{page}__isnull": True})
    return visible.exclude(Exists(hiding))


def public_version(
    model: type[Page], key: UUID, language: str | None, *related: str
) -> Any:
    """Return the public version of a page in a language; None if there is none.

    ``key`` is its ``translation_key``. What stands behind the fields ``related`` comes
    with it, in the one query that this costs.
    """
    rows = model.objects.filter(translation_key=key, locale__language_code=language)
    return public(rows).select_related(*related).first()


def best_version(model: type[Page], key: UUID, language: str | None) -> Any:
    """Return the public version in a language, else in the source language or another.

    None if no version is public. One query.
    """
    rows = public(model.objects.filter(translation_key=key)).select_related("locale")
    versions = {page.locale.language_code: page for page in rows}
    preferred = (language, settings.LANGUAGE_CODE, *language_codes())
    return next((versions[code] for code in preferred if code in versions), None)


def hidden_paths() -> frozenset[str]:
    """Return the places in the tree of pages below which nothing is public.

    For those who have read thousands of rows anyway, and compare them in Python.
    """
    # What has nothing below it hides nothing but itself, and that is not live.
    hiding = Page.objects.filter(hides(), Q(live=True) | Q(numchild__gt=0))
    return frozenset(hiding.order_by().values_list("path", flat=True))


def hides() -> Q:
    """Return what a page fulfils that hides itself and all below it."""
    restricted = PageViewRestriction.objects.values("page")
    return Q(live=False) | Q(pk__in=restricted)


def pages_hiding(path: str) -> QuerySet:
    """Return the pages that hide the one at this path of an outer query."""
    return Page.objects.filter(IsAbove(F("path"), OuterRef(path)), hides()).order_by()


def live_and_told_apart(pages: Rows) -> Rows:
    """Leave only live pages, each with ``is_private``: whether only some may read it.

    Costs no query of its own.
    """
    return pages.filter(live=True).annotate(is_private=Exists(pages_hiding("path")))


def restricted_paths(model: type[Model] = Page) -> frozenset[str]:
    """Return the places in the tree of pages, or of collections, that are restricted.

    Who may read what lies below is another question than whether it is published.
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
    # Not startswith: databases find a range in the index of the paths. Letters end it,
    # because collations do not agree on where signs are sorted.
    return Q(path__gte=path, path__lte=path.ljust(LONGEST, "Z"))


def public_below(paths: Iterable[str], hidden: AbstractSet[str]) -> PageQuerySet:
    """Return what a visitor may be told of below some pages, these included.

    ``hidden`` are all :func:`hidden_paths`. For long lists, as these are.
    """
    rows = Page.objects.filter(reduce(or_, map(below, paths), Q(pk__in=())), live=True)
    # Where one lies below another, the upper one says it all.
    upper = [path for path in hidden if not is_below(path[:-STEP], hidden)]
    if len(upper) > MOST_CONDITIONS:
        return public(rows)
    return rows.exclude(reduce(or_, map(below, upper))) if upper else rows


def hidden_collections(*, from_accounts: bool = False) -> frozenset[int]:
    """Return the collections of images and documents that are not for everybody.

    ``from_accounts`` leaves those that are not for everybody who can sign in, either:
    they have a password, or are for certain groups.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    hiding = CollectionViewRestriction.objects.annotate(hidden=path).filter(
        hidden__startswith=F("collection__path")
    )
    if from_accounts:
        hiding = hiding.exclude(restriction_type=CollectionViewRestriction.LOGIN)
    hidden = Collection.objects.filter(Exists(hiding))
    return frozenset(hidden.order_by().values_list("pk", flat=True))


def is_below(path: str, paths: AbstractSet[str]) -> bool:
    """Whether a place in a tree, or one above it, is among some places."""
    return bool(paths) and any(above in paths for above in paths_to(path))


def paths_to(path: str) -> Sequence[str]:
    """Return the paths of the pages above one, from the root down, and its own."""
    step = Page.steplen
    return [path[:end] for end in range(step, len(path) + 1, step)]
