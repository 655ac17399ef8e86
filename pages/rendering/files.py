"""Links to files, which say what they open before it is opened."""

from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from pages.documents import describe

__all__ = ["document_link", "facts_of_file"]


def document_link(document: Any, words: str = "") -> SafeString:
    """Return a link to a document: "Flyer (PDF, 1,33 MB, 4 Seiten)".

    ``words`` take the place of the document's own title.
    """
    return format_html(
        '<a href="{}"{}>{} <span class="file-facts">({})</span></a>',
        document.url,
        other_language_attribute(document),
        words or document.title,
        facts_of_file(document),
    )


def facts_of_file(document: Any) -> str:
    """Return type, size and pages, and the language where it is not the page's."""
    facts = describe(document)
    if is_in_other_language(document):
        names = dict(settings.LANGUAGES)
        language = str(names.get(document.language, document.language))
        facts = gettext("%(facts)s, in %(language)s") % {
            "facts": facts,
            "language": language,
        }
    return facts


def is_in_other_language(document: Any) -> bool:
    return bool(document.language) and document.language != get_language()


def other_language_attribute(document: Any) -> SafeString:
    if is_in_other_language(document):
        return format_html(' hreflang="{}"', document.language)
    return SafeString()
