"""Rich text and files in templates. The work is done in pages.rendering."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pages.references import references_in
from pages.rendering import files, links, words

register = template.Library()


@register.simple_tag(takes_context=True)
def rich_text(context: template.Context, value: Any) -> SafeString:
    """Write rich text; its links are looked up for all texts of the page at once."""
    source = str(getattr(value, "source", value) or "")
    known = getattr(context.get("page"), "references", None)
    request = context.get("request")
    return links.rich_text(source, known or references_in(source), request)


@register.simple_tag
def document_link(document: Any, title: str = "") -> SafeString:
    """Write a link to a document with its type, size and pages."""
    return files.document_link(document, title)


@register.simple_tag
def document_note(document: Any, title: str = "") -> SafeString:
    """Write how accessible a file is, if the settings ask for it."""
    return files.document_note(document, title)


@register.filter
def unbroken(text: Any) -> str:
    """Keep "Dr. Lenz" and "e. V." on one line."""
    return words.unbroken(text)


@register.filter
def needs_label(room: str) -> bool:
    """Whether "Room:" has to stand before the name of a room."""
    return not words.is_called_room(room)


@register.filter
def mail_address(address: str) -> SafeString:
    """Write an address of e-mail, which may go on in a new line after the "@"."""
    return format_html("{}{}<wbr>{}", *address.rpartition("@"))


@register.filter
def phone_digits(number: str) -> str:
    """Return what a telephone dials: "+49 231 90 51" is "+492319051"."""
    return "".join(sign for sign in number if sign.isdecimal() or sign == "+")
