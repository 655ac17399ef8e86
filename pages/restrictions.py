"""Which restrictions hide a page, asked once for each time it is read."""

from typing import Any

from wagtail.models import Page, PageViewRestriction

__all__ = ["is_restricted", "restrictions_on"]

KEPT = "_restrictions"


def restrictions_on(page: Page, way: tuple[Page, ...]) -> Any:
    """Return the restrictions on a page and on the way to it, the home page first.

    Wagtail's own method reads the pages above first, for aliases among them; without a
    way, or with an alias on it, None says that it has to.
    """
    if not way or any(above.alias_of_id for above in (*way, page)):
        return None
    step = Page.steplen
    paths = [page.path[:end] for end in range(step, len(page.path) + 1, step)]
    return PageViewRestriction.objects.filter(page__path__in=paths)


def is_restricted(page: Any) -> bool:
    """Whether not everybody may read a page.

    Costs nothing on a page that Wagtail is serving: it has asked by then.
    """
    if KEPT not in vars(page):
        page.get_view_restrictions()
    return bool(vars(page)[KEPT])
