"""Links inside rich text: where they lead and, for files, what they open."""

import re

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from cms.templatetags.languages import hreflang
from pages.references import References, stored_target
from pages.rendering.files import document_link

__all__ = ["rich_text"]

LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)


def rich_text(
    source: str, references: References, request: HttpRequest | None = None
) -> SafeString:
    """Return stored rich text as visitors get it.

    A link to a file says what it opens: "Flyer (PDF, 1,33 MB, 4 Seiten)". A link whose
    page or file is gone leaves its words behind.
    """

    def resolved(match: re.Match[str]) -> str:
        words = mark_safe(match[2])  # noqa: S308 (cleaned by Wagtail when it was saved)
        kind, pk = stored_target(match[1])
        if kind == "document":
            document = references.document.get(pk)
            return document_link(document, words) if document else words
        if kind == "page":
            page = references.page.get(pk)
            return page_link(page, words, request) if page else words
        return match[0]

    # Wagtail resolves what is left: embedded objects and links of plugins.
    return mark_safe(expand_db_html(LINK.sub(resolved, source)))  # noqa: S308 (as above)


def page_link(page: Page, words: SafeString, request: HttpRequest | None) -> SafeString:
    """Return a link that stays on the host that was asked, if the page is there."""
    url = page.get_url(request) or ""
    return format_html('<a href="{}"{}>{}</a>', url, hreflang(page), words)
