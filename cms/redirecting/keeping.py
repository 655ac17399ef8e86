"""Redirects from the addresses that pages had, as many as there are languages.

Wagtail can write them by itself (``WAGTAILREDIRECTS_AUTO_CREATE``, which is off). It
asks the database once for each page below, dates a change by each of its steps (two in
one transaction leave an address that was never public), writes redirects for drafts,
and keeps those at an address to which a page has returned.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site, get_page_models
from wagtail.models.sites import SiteRootPath
from wagtail.query import PageQuerySet

from cms.plugins import ContentChange, content_changed

__all__ = ["connect"]

logger = logging.getLogger(__name__)

PORTION = 500
"""How many addresses one query names; databases have a limit."""
LONGEST = Redirect._meta.get_field("old_path").max_length or 0


class Place(NamedTuple):
    """An address, as redirects are stored, on a site."""

    path: str
    site_id: int


class Move(NamedTuple):
    """A page that came to an address; ``old`` is "" if it had none before."""

    pk: int
    root: SiteRootPath
    old: str
    new: str


def connect() -> None:
    content_changed.connect(after_change, dispatch_uid="cms.redirecting")


def after_change(changes: tuple[ContentChange, ...], **kwargs: object) -> None:
    """Redirect from where pages were, and no more from where they are."""
    roots = Site.get_site_root_paths()
    moves = [move for change in changes for move in moves_of(change, roots)]
    come = [*moves, *arrivals(changes, roots)]
    taken = {
        place for move in come for place in on_all_sites(move.new, move.root, roots)
    }
    former: dict[Place, int] = {}
    for move in moves:
        for place in on_all_sites(move.old, move.root, roots) if move.old else ():
            former.setdefault(place, move.pk)
    forget(taken)
    write({place: pk for place, pk in former.items() if place not in taken})


def moves_of(change: ContentChange, roots: list[SiteRootPath]) -> Iterator[Move]:
    """Yield a page that has moved and those below it, in two queries at most."""
    if change.action != "moved":
        return
    before = former_addresses(change)
    moved = Page.objects.filter(pk=change.pk).first()
    if moved is None:
        return
    here = Page.objects.filter(path__startswith=moved.path, live=True)
    for pk, root, new in located(here, roots):
        yield Move(pk, root, before.get(new, ""), new)


def former_addresses(change: ContentChange) -> dict[str, str]:
    """Return the former addresses by those of today.

    There are none if a page came into the tree of a site or left it: what is on no site
    has no address, so it cannot be told which belong together.
    """
    before, after = change.addresses_before, change.addresses_after
    if len(before) != len(after):
        return {}
    pairs = zip(before, after, strict=True)
    return {new: old for old, new in pairs if old != new}


def arrivals(
    changes: Iterable[ContentChange], roots: list[SiteRootPath]
) -> Iterator[Move]:
    """Yield pages that are at an address now and had none before."""
    kinds = {model._meta.label for model in get_page_models()}
    new = [
        change.pk
        for change in changes
        if change.action != "moved" and change.model in kinds
        if change.addresses_after and not change.addresses_before
    ]
    for at in range(0, len(new), PORTION):
        here = Page.objects.filter(pk__in=new[at : at + PORTION], live=True)
        for pk, root, address in located(here, roots):
            yield Move(pk, root, "", address)


def located(
    pages: PageQuerySet, roots: list[SiteRootPath]
) -> Iterator[tuple[int, SiteRootPath, str]]:
    """Yield pages with the nearest root above them and their address below that."""
    for pk, url_path in pages.order_by("path").values_list("pk", "url_path"):
        if root := next(root_above(roots, url_path), None):
            yield pk, root, address_below(root, url_path)


def on_all_sites(
    address: str, root: SiteRootPath, roots: list[SiteRootPath]
) -> Iterator[Place]:
    """Yield where an address below a root is on each site that shows the page.

    Sites can share a root; and the root of one can lie below that of another, where the
    way to it comes first.
    """
    start = address_below(root, root.root_path)
    for other in root_above(roots, root.root_path):
        path = address_below(other, root.root_path) + address.removeprefix(start)
        yield Place(Redirect.normalise_path(path), other.site_id)


def root_above(roots: list[SiteRootPath], url_path: str) -> Iterator[SiteRootPath]:
    """Yield where sites begin that show a page, the nearest first, as Wagtail does."""
    return (root for root in roots if url_path.startswith(root.root_path))


def address_below(root: SiteRootPath, url_path: str) -> str:
    with override(root.language_code):
        return reverse("wagtail_serve", args=[url_path[len(root.root_path) :]])


def forget(places: Iterable[Place]) -> None:
    """Delete what was written for addresses of a site; what people wrote stays."""
    by_site: dict[int, list[str]] = defaultdict(list)
    for place in sorted(places):
        by_site[place.site_id].append(place.path)
    for site_id, paths in by_site.items():
        written = Redirect.objects.filter(site_id=site_id, automatically_created=True)
        for at in range(0, len(paths), PORTION):
            written.filter(old_path__in=paths[at : at + PORTION]).delete()


def write(former: dict[Place, int]) -> None:
    """Write redirects in place of earlier ones; those that people wrote stay."""
    fitting = {place: pk for place, pk in former.items() if len(place.path) <= LONGEST}
    if len(fitting) < len(former):
        logger.warning("Some former addresses are too long for a redirect.")
    forget(fitting)
    Redirect.objects.bulk_create(
        (
            Redirect(
                old_path=place.path,
                site_id=place.site_id,
                redirect_page_id=pk,
                automatically_created=True,
            )
            for place, pk in fitting.items()
        ),
        batch_size=PORTION,
        ignore_conflicts=True,
    )
