"""The tags and the words of a text, and what is wrong with the way tags are written."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS

__all__ = ["Markup", "read_markup"]

Attributes = list[tuple[str, str | None]]


@dataclass(slots=True)
class Markup:
    """What a text consists of. ``mistakes`` are sentences."""

    text: str = ""
    tags: Counter[str] = field(default_factory=Counter)
    link_ids: list[str] = field(default_factory=list)
    links_without_text: set[str] = field(default_factory=set)
    mistakes: list[str] = field(default_factory=list)


def read_markup(html: str) -> Markup:
    """Read a text strictly: Beautiful Soup would close and drop tags in silence."""
    reader = Reader()
    reader.feed(html)
    reader.finish()
    return reader.markup


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.markup = Markup()
        self.open: list[tuple[str, str, int]] = []
        """Name and id of each open tag, and where its text begins."""

    def finish(self) -> None:
        self.close()
        for name, _id, _before in self.open:
            self.complain(_("<%(tag)s> is opened and not closed."), name)

    def complain(self, sentence: str, name: str) -> None:
        self.markup.mistakes.append(sentence % {"tag": name})

    def handle_data(self, data: str) -> None:
        self.markup.text += data

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag not in INLINE_TAGS:
            sentence = _("<%(tag)s> is not allowed. Write &lt; for the sign itself.")
            self.complain(sentence, tag)
            return
        self.check_attributes(tag, attrs)
        self.markup.tags[tag] += 1
        link_id = dict(attrs).get("id") or ""
        if tag == "br":
            self.markup.text += "\n"
            return
        if tag == "a":
            self.markup.link_ids.append(link_id)
            if any(name == "a" for name, _id, _before in self.open):
                self.complain(_("A link stands within another link."), tag)
        self.open.append((tag, link_id, len(self.markup.text)))

    def check_attributes(self, tag: str, attrs: Attributes) -> None:
        allowed = {"id"} if tag == "a" else set()
        if {name for name, _value in attrs} - allowed:
            sentence = _("<%(tag)s> has attributes. Only links have one, their id.")
            self.complain(sentence, tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br" or tag not in INLINE_TAGS:
            return  # <br/> ends itself; of others it is said where they are opened
        if not self.open or self.open[-1][0] != tag:
            self.complain(_("</%(tag)s> closes what is not open there."), tag)
            self.open = [one for one in self.open if one[0] != tag]
            return
        _tag, link_id, before = self.open.pop()
        if tag == "a" and not self.markup.text[before:].strip():
            self.markup.links_without_text.add(link_id)

    def handle_comment(self, data: str) -> None:
        self.complain(_("Comments and declarations are not allowed."), "")

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)
