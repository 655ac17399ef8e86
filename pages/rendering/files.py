"""Links to files, which say what they open before it is opened."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from cms.foreign import ForeignText
from pages.documents import describe
from pages.pdf.findings import are_obstacles_known

__all__ = ["document_link", "document_note", "facts_of_file"]


def document_link(document: Any, words: str = "") -> SafeString:
    """Return a link to a document: "Flyer (PDF, 1,33 MB, 4 Seiten)".

    ``words`` take the place of the document's own title.
    """
    return format_html(
        '<a href="{}"{}>{} <span class="file-facts">({})</span></a>',
        document.url,
        other_language_attribute(document),
        words or title_of(document),
        facts_of_file(document),
    )


def document_note(document: Any, words: str = "") -> SafeString:
    """Return a line on how accessible a file is, or whom to ask for another format.

    ``words`` are those of the link above it, as in ``document_link``.

    Only a person can find that a file is accessible, and only if the automatic check
    has nothing against it, visitors are told so. Returns nothing unless the settings
    ask for it.
    """
    if not settings.DOCUMENT_NOTES:
        return SafeString()
    is_tested = document.accessibility == document.Accessibility.YES
    if is_tested and not are_obstacles_known(document):
        words = gettext("Tested for accessibility")
        return format_html('<span class="file-note">{}</span>', words)
    return format_html(
        '<span class="file-note"><a href="{}">{}</a></span>',
        request_address(document),
        in_words(
            gettext("Ask for “%(title)s” in another format"),
            title=words or title_of(document),
        ),
    )


def in_words(sentence: str, **values: str) -> SafeString:
    """Return a sentence as HTML; a value in another language keeps its mark."""
    marks = {name: conditional_escape(value) for name, value in values.items()}
    return mark_safe(escape(sentence) % marks)  # noqa: S308 (both are escaped)


def request_address(document: Any) -> str:
    contact: str = settings.OTHER_FORMAT_CONTACT
    if not contact.startswith("mailto:"):
        return contact
    subject = gettext("Another format of “%(title)s”") % {"title": document.title}
    return f"{contact}?subject={quote(subject)}"


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


def title_of(document: Any) -> str:
    if is_in_other_language(document):
        return ForeignText(document.title, document.language)
    title: str = document.title
    return title


def is_in_other_language(document: Any) -> bool:
    return bool(document.language) and document.language != get_language()


def other_language_attribute(document: Any) -> SafeString:
    if is_in_other_language(document):
        return format_html(' hreflang="{}"', document.language)
    return SafeString()
