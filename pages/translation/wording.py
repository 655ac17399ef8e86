"""Texts and their differences as HTML.

Texts are fragments of HTML as wagtail-localize keeps them. Their tags are shown, not
obeyed: whatever comes from a text is escaped.
"""

import re
from collections.abc import Iterable
from html import unescape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from pages.translation.word_diff import Passage, word_diff

__all__ = ["difference", "shown"]

TAGS = re.compile(r"(<[^<>]*>)")


def shown(fragment: str) -> SafeString:
    """Return a text as HTML that shows its tags."""
    # Every second part is a tag. Between them stands text, in which "&amp;" is a sign.
    return joined(
        format_html("<code>{}</code>", part) if number % 2 else unescape(part)
        for number, part in enumerate(TAGS.split(fragment))
    )


def difference(old: str, new: str) -> SafeString:
    """Return both texts in one: what went in ``del``, what came in ``ins``.

    Each of the two is also announced in words, for those who do not see it.
    """
    return joined(as_html(passage) for passage in word_diff(old, new))


def as_html(passage: Passage) -> SafeString:
    if passage.kind == "same" or not passage.words:
        return shown(passage.words)
    is_gone = passage.kind == "gone"
    return format_html(
        '<{0}><span class="w-sr-only">{1} </span>{2}</{0}>',
        "del" if is_gone else "ins",
        gettext("removed:") if is_gone else gettext("added:"),
        shown(passage.words),
    )


def joined(parts: Iterable[str]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
