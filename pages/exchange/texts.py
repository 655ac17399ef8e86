"""Rich text, whose links to pages, documents and the like carry keys in a file.

In the database, such a link is ``<a linktype="page" id="12">``; in a file, it is
``<a linktype="page" key="programme">``. Which kinds there are, rich text's own
registry says, so those of plugins are known too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.rich_text import features
from wagtail.rich_text.rewriters import FIND_A_TAG, FIND_EMBED_TAG, extract_attrs

from pages.exchange.given import Given, quoted
from pages.exchange.keys import is_keyed, key_of_word
from pages.exchange.kinds import TextKind
from pages.exchange.references import find_object

if TYPE_CHECKING:
    from pages.exchange.contexts import Reading, Writing

__all__ = ["RichTextKind"]

ATTRIBUTE = r'\s{name}="([^"]*)"'
SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:")
SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")
VOID = ("br", "hr", "embed")


class RichTextKind(TextKind):
    def read(self, given: Given, context: "Reading") -> str | None:
        html = super().read(given, context)
        if html is None:
            return None
        if problem := first_problem(html):
            given.fail(problem)
            return None
        for tags in (FIND_A_TAG, FIND_EMBED_TAG):
            html = tags.sub(lambda tag: tag_with_id(tag, given, context), html)
        return html

    def write(self, value: Any, context: "Writing") -> str:
        html = str(value)
        for tags in (FIND_A_TAG, FIND_EMBED_TAG):
            html = tags.sub(lambda tag: tag_with_key(tag, context), html)
        return html


def target_of(attributes: dict[str, str]) -> type[models.Model] | None:
    """Return the model a tag refers to; None if it refers to nothing with a key."""
    for name, handlers in (
        ("linktype", features.get_link_types()),
        ("embedtype", features.get_embed_types()),
    ):
        handler = handlers.get(attributes.get(name, ""))
        get_model = getattr(handler, "get_model", None)
        if get_model is None:
            continue
        try:
            model: type[models.Model] = get_model()
        except NotImplementedError:
            continue
        return model if is_keyed(model) else None
    return None


def tag_with_id(tag: re.Match[str], given: Given, context: "Reading") -> str:
    """Return a tag of a file as the database has it."""
    attributes = extract_attrs(tag.group(1))
    model = target_of(attributes)
    if model is None:
        return tag.group(0)
    word = attributes.get("key", "")
    key = key_of_word(word)
    if key is None:
        sentence = _("A link needs the key of what it leads to: %(tag)s")
        given.fail(sentence % {"tag": quoted(tag.group(0))})
        return tag.group(0)
    locale = attributes.get("locale", "")
    found = find_object(given.as_text(word), (model,), key, locale, context)
    changed = re.sub(ATTRIBUTE.format(name="locale"), "", tag.group(0))
    pk = found.pk if found else None
    return re.sub(ATTRIBUTE.format(name="key"), f' id="{pk or 0}"', changed, count=1)


def tag_with_key(tag: re.Match[str], context: "Writing") -> str:
    """Return a tag of the database as a file has it; nothing if it leads nowhere."""
    attributes = extract_attrs(tag.group(1))
    model = target_of(attributes)
    if model is None:
        return tag.group(0)
    pk = attributes.get("id", "")
    target = context.key_of(model, int(pk)) if pk.isdecimal() else None
    if target is None:
        # As visitors see it: words without a link, no picture.
        return "<a>" if tag.group(0).startswith("<a") else ""
    locale = target.locale if target.locale != context.locale else ""
    shown = f' key="{target.key}"' + (f' locale="{escape(locale)}"' if locale else "")
    return re.sub(ATTRIBUTE.format(name="id"), shown, tag.group(0), count=1)


@lru_cache(maxsize=1)
def known_tags() -> frozenset[str]:
    """Return the tags that any feature of rich text knows, plugins' included."""
    features.get_default_features()  # has the registry ask the hooks
    rules = features.converter_rules_by_converter.get("contentstate", {}).values()
    patterns = [name for rule in rules for name in rule["from_database_format"]]
    return frozenset({"p", "br", *(re.split(r"[\[.#:]", name)[0] for name in patterns)})


class Checker(HTMLParser):
    """Finds what an editor's form could not open, and what could harm a visitor."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.check_tag(tag, attrs)
        if tag in VOID:
            sentence = _("<%(tag)s> has to be written as <%(tag)s/>.")
            self.problems.append(sentence % {"tag": tag})
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.check_tag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            sentence = _("</%(tag)s> does not close what was opened last.")
            self.problems.append(sentence % {"tag": tag})

    def handle_comment(self, data: str) -> None:
        self.problems.append(_("Comments are not possible in a text."))

    def handle_decl(self, decl: str) -> None:
        self.problems.append(_("Declarations are not possible in a text."))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self.handle_decl(data)

    def check_tag(self, tag: str, attrs: Any) -> None:
        written = self.get_starttag_text() or ""
        found = extract_attrs(written)
        if not written.startswith(f"<{tag}"):
            self.problems.append(_("Names of tags are written in small letters."))
        elif any(n in ("linktype", "embedtype") and n not in found for n, _v in attrs):
            self.problems.append(_("Attributes are written with double quotes."))
        elif tag not in known_tags():
            sentence = _("<%(tag)s> is not possible in a text.")
            self.problems.append(sentence % {"tag": quoted(tag)})
        elif tag == "li" and not {"ul", "ol"} & set(self.open[-1:]):
            self.problems.append(_("<li> is only possible directly in <ul> or <ol>."))
        self.problems += unsafe_attributes(attrs)


def unsafe_attributes(attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    for name, value in attrs:
        if name.startswith("on") or name == "style":
            yield _("The attribute “%(name)s” is not possible in a text.") % {
                "name": quoted(name)
            }
        elif name in ("href", "src") and not is_safe(value or ""):
            sentence = _(
                "“%(value)s” is not an address of the web, of mail or of this site."
            )
            yield sentence % {"value": quoted(value)}


def is_safe(address: str) -> bool:
    """Whether an address runs no script. Browsers overlook controls and spaces."""
    bare = re.sub(r"[\x00-\x20]", "", address).lower()
    scheme = SCHEME.match(bare)
    return scheme is None or scheme.group(0) in SAFE_SCHEMES


def first_problem(html: str) -> str:
    """Return what is wrong with a rich text, "" if nothing is."""
    checker = Checker()
    try:
        checker.feed(html)
        checker.close()
    except (AssertionError, ValueError):  # from Python's parser, for "<![" and the like
        return _("This is not HTML.")
    if checker.problems:
        return checker.problems[0]
    if checker.open:
        return _("<%(tag)s> is not closed.") % {"tag": checker.open[-1]}
    return ""
