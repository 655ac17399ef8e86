"""Pages as anybody may see them, and those that show something of another one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from wagtail.models import Locale, Page

from cms.outbox.models import ToldPage
from cms.publishing.pages import Addresses, model_label
from cms.references import pages_naming
from cms.visibility import hidden_paths, is_below

__all__ = [
    "PublicPage",
    "all_public_pages",
    "pages_below",
    "public_pages",
    "relatives",
    "told_pages",
]

PORTION = 500
"""How many pages one query names; databases have a limit."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    pk: int
    address: str
    language: str
    model: str


def public_pages(pks: Iterable[int]) -> dict[int, PublicPage]:
    """Return those that are live, below a site's root and hidden by nothing above."""
    numbers = sorted(set(pks))
    found: dict[int, PublicPage] = {}
    for at in range(0, len(numbers), PORTION):
        rows = Page.objects.filter(pk__in=numbers[at : at + PORTION])
        found |= {page.pk: page for page in read_public(rows)}
    return found


def all_public_pages(*, after: int = 0, limit: int | None = None) -> list[PublicPage]:
    """Return all public pages with higher numbers, by number; at most ``limit``."""
    found: list[PublicPage] = []
    while limit is None or len(found) < limit:
        rows = Page.objects.filter(pk__gt=after, live=True).order_by("pk")[:PORTION]
        numbers = list(rows.values_list("pk", flat=True))
        if not numbers:
            break
        found += sorted(public_pages(numbers).values(), key=lambda page: page.pk)
        after = numbers[-1]
    return found[:limit]


def read_public(rows: QuerySet) -> Iterator[PublicPage]:
    addresses = Addresses()
    hidden = hidden_paths()
    languages = dict(Locale.objects.values_list("pk", "language_code").order_by())
    columns = ("pk", "path", "url_path", "locale_id", "content_type_id")
    for pk, path, url_path, locale, kind in rows.filter(live=True).values_list(
        *columns
    ):
        address = addresses[url_path]
        if address and not is_below(path, hidden):
            yield PublicPage(pk, address, languages[locale], model_label(kind))


def told_pages(pks: Iterable[int]) -> dict[int, str]:
    """Return the addresses under which programs know pages; of others nothing."""
    numbers = sorted(set(pks))
    found: dict[int, str] = {}
    for at in range(0, len(numbers), PORTION):
        rows = ToldPage.objects.filter(page_id__in=numbers[at : at + PORTION])
        found |= dict(rows.values_list("page_id", "address"))
    return found


def pages_below(pks: Iterable[int]) -> set[int]:
    """Return the live pages below some pages."""
    paths = list(Page.objects.filter(pk__in=list(pks)).values_list("path", flat=True))
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    if not below:
        return set()
    return set(Page.objects.filter(below, live=True).values_list("pk", flat=True))


def relatives(pk: int, touched: set[int], addresses: set[str]) -> set[int]:
    """Return pages that may show something of a page: a title, a link, a number.

    They are those that refer to it or to what moved with it, those above and below, and
    its other languages. ``addresses`` are where it came from or went to: beside them
    and above, numbers and lists are others.
    """
    found = {*pages_naming(Page, touched), *pages_below(touched)}
    row = Page.objects.filter(pk=pk).values("path", "depth", "translation_key").first()
    above: set[str] = set()
    if row:
        same = Page.objects.filter(translation_key=row["translation_key"])
        found |= set(same.values_list("pk", flat=True))
        above.add(row["path"][: -Page.steplen])
    if parents := {parent_of(address) for address in addresses} - {""}:
        told = ToldPage.objects.filter(address__in=parents).values("page_id")
        paths = Page.objects.filter(pk__in=told).values_list("path", flat=True)
        above |= set(paths)
    for path in above:
        found |= at_and_beside(path, beside=bool(addresses))
    return found


def at_and_beside(path: str, *, beside: bool) -> set[int]:
    """Return the page at a place in the tree and, if wanted, those right below."""
    wanted = Q(path=path)
    if beside:
        depth = len(path) // Page.steplen + 1
        wanted |= Q(path__startswith=path, depth=depth)
    return set(Page.objects.filter(wanted, live=True).values_list("pk", flat=True))


def parent_of(address: str) -> str:
    """Return the address above another one: "/a/" of "/a/b/", "" of "/"."""
    return address.rstrip("/").rpartition("/")[0] + "/" if address != "/" else ""
