"""Whether a translated text can stand in for its original.

Texts are fragments of HTML as wagtail-localize cuts them: inline tags without
attributes, links with an id in place of their address. The editor, the import of PO
files and machine translation all ask here, so that they refuse the same.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from pages.translation.markup import Markup, read_markup
from pages.translation.numbers import missing_numbers

__all__ = ["Problem", "check", "is_refused"]

PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd](?!\w)|\{\w*\}")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”„]+", re.IGNORECASE)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# PostgreSQL cannot hold NUL, and halves of characters are no text.
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
# What follows an address in a sentence is no part of it.
CLOSING = ".,;:!?)’'…"


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence for the translator, and whether the text can be saved all the same."""

    severity: Literal["error", "warning"]
    message: str

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


def check(source_html: str, translated_html: str) -> list[Problem]:
    """Return what is wrong with a translated text; first what refuses it.

    Errors are markup that would break the page, and links, tags or placeholders of the
    original that are missing. A number, an address or an e-mail address that has
    disappeared is a warning: it may well be on purpose.
    """
    source, translated = read_markup(source_html), read_markup(translated_html)
    if not translated.text.strip():
        return [Problem("error", _("The translation is empty."))]
    errors = [*translated.mistakes, *differences(source, translated)]
    return [
        *(Problem("error", sentence) for sentence in errors),
        *(Problem("warning", sentence) for sentence in oddities(source, translated)),
    ]


def is_refused(problems: list[Problem]) -> bool:
    """Whether one of the problems forbids to save the text."""
    return any(problem.is_error for problem in problems)


def differences(source: Markup, translated: Markup) -> Iterator[str]:
    """Yield why the page could not be made from this text."""
    if UNSTORABLE.search(translated.text):
        yield _("The text has a character that cannot be saved.")
    yield from link_errors(Counter(source.link_ids), Counter(translated.link_ids))
    for link in sorted(translated.links_without_text - source.links_without_text):
        yield _('The link <a id="%(id)s"> has no text.') % {"id": link}
    for tag in sorted(source.tags.keys() - {"a", "br"}):
        if translated.tags[tag] < source.tags[tag]:
            yield _("<%(tag)s> of the original is missing.") % {"tag": tag}
    placeholders = Counter(PLACEHOLDER.findall(source.text))
    own = Counter(PLACEHOLDER.findall(translated.text))
    for placeholder in placeholders - own:
        yield (
            _("The placeholder %(placeholder)s of the original is missing.")
            % {"placeholder": placeholder}
        )


def link_errors(ids: Counter[str], own: Counter[str]) -> Iterator[str]:
    for link in ids - own:
        yield _('The link <a id="%(id)s"> of the original is missing.') % {"id": link}
    for link in own - ids:
        if not link:
            yield _("A link has no id. Copy links from the original as they are.")
        elif link in ids:
            yield _('The link <a id="%(id)s"> is there twice.') % {"id": link}
        else:
            yield _('The original has no link <a id="%(id)s">.') % {"id": link}


def oddities(source: Markup, translated: Markup) -> Iterator[str]:
    """Yield what a translator may have overlooked."""
    for tag in sorted(translated.tags.keys() - source.tags.keys() - {"a", "br"}):
        yield _("The original has no <%(tag)s>.") % {"tag": tag}
    if translated.tags["br"] < source.tags["br"]:
        yield _("The original has more line breaks (<br/>).")
    wanted, own = source.text, translated.text
    for pattern, sentence in (
        (ADDRESS, _("The address %(missing)s of the original is missing.")),
        (MAIL, _("The e-mail address %(missing)s of the original is missing.")),
    ):
        for missing in missing_parts(pattern, wanted, own):
            yield sentence % {"missing": missing}
        wanted, own = pattern.sub(" ", wanted), pattern.sub(" ", own)
    for number in missing_numbers(wanted, own):
        yield _("The number %(number)s of the original is missing.") % {
            "number": number
        }


def missing_parts(pattern: re.Pattern[str], source: str, translated: str) -> list[str]:
    own = {part.rstrip(CLOSING) for part in pattern.findall(translated)}
    found = dict.fromkeys(part.rstrip(CLOSING) for part in pattern.findall(source))
    return [part for part in found if part not in own]
