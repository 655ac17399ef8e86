"""Writes pictures, files, people and links: each once for an answer.

A reader is of one site. What it writes is in the language that is active then.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import override
from wagtail.models import Site
from wagtail.rich_text import expand_db_html

from pages.delivery.data import (
    ContactData,
    DocumentData,
    FundingData,
    ImageData,
    OrganisationData,
    PageLink,
    VariantData,
    VenueData,
)
from pages.delivery.guarding import Guard
from pages.delivery.images import image_data
from pages.delivery.kinds import kind_of
from pages.references import References, stored_target

__all__ = ["Reader"]

LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)


@dataclass
class Reader:
    """What one answer needs: the site, what it refers to, what must not be told."""

    request: HttpRequest
    site: Site
    guard: Guard = field(default_factory=Guard)
    references: References = field(default_factory=References)
    variants: dict[int, list[Any]] = field(default_factory=dict)
    """The other-language variants of documents, by the documents' ids."""
    entries: dict[str, Any] = field(default_factory=dict)
    """The entries of the programme that is being written, by their blocks' ids."""
    language: str = settings.LANGUAGE_CODE
    """The one that is active, looked up once and not with each word."""
    written: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    @cached_property
    def root_url(self) -> str:
        return str(self.site.root_url)

    def once(self, write: Callable[..., Any], kind: str, key: Any, *args: Any) -> Any:
        """Return what was written before in this language, or write it now."""
        known = (kind, key, self.language)
        if known not in self.written:
            self.written[known] = write(*args)
        return self.written[known]

    def absolute(self, url: str) -> str:
        if url.startswith("/"):
            return self.root_url + url
        return urljoin(f"{self.root_url}/", url) if url else ""

    @contextmanager
    def writing_in(self, language: str) -> Iterator[None]:
        """Write in a language, which is active meanwhile."""
        before, self.language = self.language, language
        try:
            with override(language):
                yield
        finally:
            self.language = before

    # --- Pages and texts --------------------------------------------------

    def page(self, page: Any) -> PageLink | None:
        """Return a link to a page; None for one that is not public or on no site."""
        if page is None or not self.guard.allows_page(page):
            return None
        found: PageLink | None = self.once(self.write_page, "page", page.pk, page)
        return found

    def write_page(self, page: Any) -> PageLink | None:
        url = page.get_full_url(self.request)
        if not url:
            return None
        return {
            "id": page.pk,
            "type": kind_of(page.specific_class),
            "language": page.locale.language_code,
            "title": str(page.title),
            "path": urlsplit(url).path,
            "url": url,
        }

    def chosen_page(self, page: Any) -> PageLink | None:
        """Return a link to what a chooser chose, in the language that is active."""
        return page and self.page(self.references.page.get(page.pk, page))

    def html(self, source: Any) -> str:
        """Return stored rich text with its links resolved."""
        text = str(getattr(source, "source", source) or "")
        html: str = self.once(self.write_html, "html", text, text) if text else ""
        return html

    def write_html(self, source: str) -> str:
        html = LINK.sub(self.link, source) if "<a" in source else source
        # Wagtail resolves what is left: links of plugins, embedded objects.
        is_left = "linktype" in html or "<embed" in html
        return str(expand_db_html(html)) if is_left else html

    def link(self, match: re.Match[str]) -> str:
        words = mark_safe(match[2])  # noqa: S308 (cleaned by Wagtail when it was saved)
        kind, pk = stored_target(match[1])
        if kind == "page":
            page = self.page(self.references.page.get(pk))
            return format_html(PAGE, page["url"], page["id"], words) if page else words
        if kind == "document":
            document = self.document(self.references.document.get(pk))
            if not document:
                return words
            return format_html(DOCUMENT, document["url"], document["id"], words)
        return match[0]

    # --- Files ------------------------------------------------------------

    def image(self, image: Any, *, is_decorative: bool = False) -> ImageData | None:
        """Return a picture; None if there is none, or none that may be shown."""
        if image is None or not self.guard.allows_file(image):
            return None
        key = (image.pk, is_decorative)
        found: ImageData | None = self.once(
            image_data, "image", key, image, self.absolute, "photo", is_decorative
        )
        return found

    def logo(self, image: Any) -> ImageData | None:
        if image is None or not self.guard.allows_file(image):
            return None
        found: ImageData | None = self.once(
            image_data, "logo", image.pk, image, self.absolute, "logo"
        )
        return found

    def document(self, document: Any, title: str = "") -> DocumentData | None:
        """Return a file; None if there is none, or none that everybody may read."""
        if document is None or not self.guard.allows_file(document):
            return None
        found: DocumentData = self.once(
            self.write_document, "document", document.pk, document
        )
        return {**found, "title": str(title)} if title else found

    def documents(self, documents: Iterable[Any]) -> list[DocumentData]:
        found = (self.document(document) for document in documents)
        return [document for document in found if document]

    def write_document(self, document: Any) -> DocumentData:
        return {
            "id": document.pk,
            "key": str(document.key),
            "title": document.title,
            "url": self.absolute(document.url),
            "filename": document.filename,
            "media_type": document.content_type,
            "size": document.file_size,
            "pages": document.page_count,
            "language": document.language,
            "accessibility": document.accessibility,
            "variants": [
                self.write_variant(other)
                for other in self.variants.get(document.pk, ())
                if self.guard.allows_file(other)
            ],
        }

    def write_variant(self, document: Any) -> VariantData:
        return {
            "id": document.pk,
            "language": document.language,
            "title": document.title,
            "url": self.absolute(document.url),
        }

    # --- The directory ----------------------------------------------------

    def contact(self, contact: Any) -> ContactData:
        found: ContactData = self.once(
            write_contact, "contact", contact.pk, contact, self
        )
        return found

    def organisation(self, organisation: Any) -> OrganisationData | None:
        if organisation is None:
            return None
        found: OrganisationData = self.once(
            write_organisation, "organisation", organisation.pk, organisation, self
        )
        return found

    def venue(self, venue: Any) -> VenueData | None:
        if venue is None:
            return None
        found: VenueData = self.once(write_venue, "venue", venue.pk, venue)
        return found

    def funding(self, funding: Any) -> FundingData:
        found: FundingData = self.once(
            write_funding, "funding", funding.pk, funding, self
        )
        return found


PAGE = '<a href="{}" data-page="{}">{}</a>'
DOCUMENT = '<a href="{}" data-document="{}">{}</a>'


def write_contact(contact: Any, reader: Reader) -> ContactData:
    return {
        "id": contact.pk,
        "key": str(contact.translation_key),
        "language": contact.locale.language_code,
        "name": contact.name,
        "role": contact.role,
        "organisation": reader.organisation(contact.organisation),
        "email": contact.email,
        "phone": contact.phone,
    }


def write_organisation(organisation: Any, reader: Reader) -> OrganisationData:
    return {
        "id": organisation.pk,
        "key": str(organisation.translation_key),
        "language": organisation.locale.language_code,
        "name": organisation.name,
        "short_name": organisation.short_name,
        "url": organisation.url,
        "logo": reader.logo(organisation.logo),
    }


def write_venue(venue: Any) -> VenueData:
    is_on_map = venue.latitude is not None and venue.longitude is not None
    return {
        "id": venue.pk,
        "key": str(venue.translation_key),
        "language": venue.locale.language_code,
        "name": venue.name,
        "street": venue.street,
        "postal_code": venue.postal_code,
        "city": venue.city,
        "country": venue.country,
        "wheelchair_access": venue.wheelchair_access,
        "access_note": venue.access_note,
        "arrival": venue.arrival,
        "latitude": float(venue.latitude) if is_on_map else None,
        "longitude": float(venue.longitude) if is_on_map else None,
    }


def write_funding(funding: Any, reader: Reader) -> FundingData:
    return {
        "id": funding.pk,
        "key": str(funding.translation_key),
        "language": funding.locale.language_code,
        "programme": funding.programme,
        "funder": funding.funder,
        "grant_number": funding.grant_number,
        "notice": funding.notice,
        "logo": reader.logo(funding.logo),
        "url": funding.url,
    }
