"""Words that are not in the language of the page around them."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

__all__ = ["ForeignText", "language_of", "plain"]


class ForeignText(str):
    """A text that marks its language wherever a template writes it as HTML.

    Screen readers then change their voice, browsers hyphenate it rightly (WCAG 2.2,
    success criterion 3.1.2). To everybody else it is just a string: filters, ``str()``
    and formatting give the plain words, and only those belong into an attribute.
    """

    lang: str

    def __new__(cls, text: str, lang: str) -> "ForeignText":
        foreign = super().__new__(cls, text)
        foreign.lang = lang
        return foreign

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # for copies
        return str(self), self.lang

    def __html__(self) -> SafeString:
        return format_html('<span lang="{}">{}</span>', self.lang, str(self))


def plain(text: Any) -> str:
    """Return a text without its mark, as attributes and titles need it."""
    return "" if text is None else str(text)


def language_of(text: Any) -> str:
    """Return the code of a text's language if it is marked, else ""."""
    return text.lang if isinstance(text, ForeignText) else ""
