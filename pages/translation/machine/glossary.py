"""Terms that have one translation, for services without glossaries of their own.

A term is replaced by its translation before the text is sent, in a tag whose content
LibreTranslate leaves alone. Only whole words are found, so each form of a word ("in den
Werkstätten") needs a line of its own.
"""

import re
from collections.abc import Mapping
from html import escape

from django.utils.text import capfirst

__all__ = ["protect", "restore"]

TAG = re.compile(r"<[^<>]*>")
# Argos, which LibreTranslate works with, does not translate <code>.
PROTECTED = re.compile(r'<code id="?term(\d+)"?>.*?</code>', re.DOTALL)


def protect(html: str, terms: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the text with its terms protected, and their translations in order."""
    if not terms:
        return html, []
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        if match["term"] is None:
            return match[0]  # a tag
        term = escaped[match["term"]]
        is_first = not TAG.sub("", html[: match.start()]).strip()
        kept.append(capfirst(term) if is_first else term)
        return f'<code id="term{len(kept)}">{kept[-1]}</code>'

    escaped = {
        escape(term, quote=False): escape(translation, quote=False)
        for term, translation in terms.items()
    }
    return pattern_of(escaped).sub(keep, html), kept


def pattern_of(terms: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    words = "|".join(re.escape(term) for term in longest_first)
    return re.compile(rf"{TAG.pattern}|(?<!\w)(?P<term>{words})(?!\w)")


def restore(html: str, kept: list[str]) -> str:
    """Return the translated text with its terms; empty if one of them was lost."""
    found = sorted(int(number) for number in PROTECTED.findall(html))
    if found != list(range(1, len(kept) + 1)):
        return ""
    return PROTECTED.sub(lambda match: kept[int(match[1]) - 1], html)
