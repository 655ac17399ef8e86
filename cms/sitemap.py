"""What search engines read to find all pages: https://www.sitemaps.org/protocol.html.

Every public page in every language, with its other versions beside it. "lastmod" is the
day that visitors read as "updated on": a page type says so in a field of this name
(``LAST_CHANGE``); of other pages nothing is claimed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.db.models import DateTimeField
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import override
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.addresses import absolute
from cms.answers import SOON, for_everybody
from cms.last_change import Made, made_once
from cms.page_types import field_of_any_type
from cms.visibility import public

__all__ = ["sitemap"]

LAST_CHANGE = "content_updated_at"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


class Address(NamedTuple):
    """A page where search engines find it, and the versions of it by language."""

    url: str
    changed_at: datetime | None
    versions: dict[str, str]


@require_safe
def sitemap(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Answer with all addresses, or with a list of files if there are too many.

    A file has ``SITEMAP_LIMIT`` addresses at most; ``number`` counts them from 1. It is
    written once after each change of the site.
    """
    about = ("sitemap", absolute("/", request), number, settings.SITEMAP_LIMIT)

    def make(noted: datetime | None) -> Made | None:
        xml = written(request, number, settings.SITEMAP_LIMIT)
        return Made(xml.encode(), noted) if xml else None

    made = made_once(about, make)
    if made is None:
        raise Http404
    kind = "application/xml; charset=utf-8"
    return for_everybody(HttpResponse(made.content, content_type=kind), seconds=SOON)


def written(request: HttpRequest, number: int | None, limit: int) -> str:
    """Return a sitemap as XML; "" if there are not so many."""
    rows = rows_of_site(request)
    files = max(1, -(-rows.count() // limit))
    if number is not None and not 1 <= number <= files:
        return ""
    if number is None and files > 1:
        parts = (reverse("sitemap_part", args=[at]) for at in range(1, files + 1))
        return index(absolute(part, request) for part in parts)
    return urlset(addresses_of(rows, ((number or 1) - 1) * limit, limit))


def rows_of_site(request: HttpRequest) -> Any:
    """Return the public pages of the site asked for, versions of one side by side."""
    site = Site.find_for_request(request)
    roots = [root for root in Site.get_site_root_paths() if site]
    own = [root.root_path for root in roots if site and root.site_id == site.pk]
    pages = Page.objects.none()
    for root_path in own:
        pages = pages | Page.objects.filter(url_path__startswith=root_path)
    # An alias repeats what another page says.
    return (
        public(pages.filter(alias_of=None))
        .annotate(changed_at=field_of_any_type(LAST_CHANGE, DateTimeField()))
        .order_by("translation_key", "pk")
        .values_list(
            "translation_key", "locale__language_code", "url_path", "changed_at"
        )
    )


def addresses_of(rows: Any, start: int, limit: int) -> Iterator[Address]:
    """Yield some of the addresses, in two queries however many there are."""
    listed = list(rows[start : start + limit])
    if not listed:
        return
    first, last = listed[0][0], listed[-1][0]
    finder = Finder()
    versions: dict[Any, dict[str, str]] = defaultdict(dict)
    # Of the first and the last page, a version may stand in another file.
    around = rows.filter(translation_key__gte=first, translation_key__lte=last)
    for key, language, url_path, _changed_at in around:
        if url := finder.url(url_path):
            versions[key][language] = url
    for key, language, _url_path, changed_at in listed:
        if own := versions[key].get(language):
            yield Address(own, changed_at, versions[key])


class Finder:
    """Makes the same full addresses of ``url_path`` as Wagtail, 50,000 in a moment."""

    def __init__(self) -> None:
        self.roots = [
            (root.root_path, root.root_url + start_of(root.language_code))
            for root in Site.get_site_root_paths()
        ]

    def url(self, url_path: str) -> str:
        """Return "" for a page that no site shows."""
        for root_path, start in self.roots:
            if url_path.startswith(root_path):
                return start + quote(url_path[len(root_path) :])
        return ""


def start_of(language: str) -> str:
    with override(language):
        return reverse("wagtail_serve", args=[""])


def urlset(addresses: Iterable[Address]) -> str:
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl({"xmlns": SITEMAP, "xmlns:xhtml": XHTML}))
    for address in addresses:
        xml.startElement("url", AttributesImpl({}))
        xml.addQuickElement("loc", address.url)
        if address.changed_at:
            day = localtime(address.changed_at).date()
            xml.addQuickElement("lastmod", day.isoformat())
        for language, url in alternates(address.versions):
            link = {"rel": "alternate", "hreflang": language, "href": url}
            xml.addQuickElement("xhtml:link", "", link)
        xml.endElement("url")
    xml.endElement("urlset")
    xml.endDocument()
    return text.getvalue()


def alternates(versions: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the same links as the page's head: all versions, then one for the rest."""
    yield from sorted(versions.items())
    if default := versions.get(settings.LANGUAGE_CODE):
        yield "x-default", default


def index(addresses: Iterable[str]) -> str:
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("sitemapindex", AttributesImpl({"xmlns": SITEMAP}))
    for address in addresses:
        xml.startElement("sitemap", AttributesImpl({}))
        xml.addQuickElement("loc", address)
        xml.endElement("sitemap")
    xml.endElement("sitemapindex")
    xml.endDocument()
    return text.getvalue()
