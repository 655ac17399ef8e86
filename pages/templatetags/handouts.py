"""What the templates ask about handouts and short addresses."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from pages.handouts.pdf import can_write_pdf
from pages.models import ShortLink
from pages.short_links.panel import facts_of_link
from pages.short_links.qr import qr_code

register = template.Library()


@register.simple_tag
def has_pdf() -> bool:
    """Whether programmes can be had as PDF files here."""
    return can_write_pdf()


@register.simple_tag
def short_url(page: Page) -> str:
    """Return the short address of a workshop in full, as people type it."""
    _site, root_url, _path = page.get_url_parts()
    return f"{root_url}{page.short_link.path}"


@register.simple_tag
def qr_picture(url: str) -> SafeString:
    """Write the QR code of an address as an SVG element."""
    return mark_safe(qr_code(url))  # noqa: S308 (made of squares only)


@register.inclusion_tag("pages/admin/short_link.html")
def document_short_link(document: Any) -> dict[str, Any]:
    """Write the short address of a document, beside its file.

    It is that without a language, which leads to this very file.
    """
    key = document.key
    link = ShortLink.objects.filter(kind=ShortLink.Kind.DOCUMENT, key=key).first()
    return facts_of_link(link, settings.LANGUAGE_CODE)
