"""Which pages a visitor may be told of."""

from typing import TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction

__all__ = ["public"]

Rows = TypeVar("Rows", bound=QuerySet)


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
