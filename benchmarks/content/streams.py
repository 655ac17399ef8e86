"""Texts, streams and agendas of generated pages."""

from typing import Any

from benchmarks.content.agenda import Agenda, Block
from benchmarks.content.directory import LANGUAGES, Directory
from benchmarks.content.forest import Pair
from benchmarks.content.moment import NOW
from benchmarks.content.words import rich_text, sentence

__all__ = ["ORDINARY_ENTRIES", "Streams"]

ORDINARY_ENTRIES = 12


class Streams:
    def __init__(self, directory: Directory, home: Pair) -> None:
        self.directory = directory
        self.home = home
        # Thousands of pages share it.
        self.ordinary_agenda = {
            code: self.new_agenda(code, ORDINARY_ENTRIES) for code in LANGUAGES
        }

    def text(self, code: str, number: int) -> str:
        """Return rich text with a link to a file and one to a page."""
        documents = self.directory.documents[code]
        document = documents[number % len(documents)]
        links = (
            f'<a linktype="document" id="{document.pk}">PDF</a>, '
            f'<a linktype="page" id="{self.home[code].pk}">Start</a>'
        )
        return rich_text(code, number, links)

    def body(self, code: str, number: int) -> list[Block]:
        """Return a heading, a text and a picture."""
        images = self.directory.images
        return [
            block("heading", sentence(code, number)),
            block("text", self.text(code, number)),
            figure(images[number % len(images)].pk, sentence(code, number)),
        ]

    def report(self, code: str, pictures: int) -> list[Block]:
        """Return a body with a gallery of so many pictures."""
        figures = [
            figure(image.pk, sentence(code, place))
            for place, image in enumerate(self.directory.images[:pictures])
        ]
        gallery = block("gallery", {"title": "", "pictures": figures})
        return [*self.body(code, pictures), gallery]

    def agenda(self, code: str, entries: int) -> list[Block]:
        """Return an agenda; pages of the ordinary length share one."""
        if entries == ORDINARY_ENTRIES:
            return self.ordinary_agenda[code]
        return self.new_agenda(code, entries)

    def new_agenda(self, code: str, entries: int) -> list[Block]:
        documents = [document.pk for document in self.directory.documents[code]]
        return Agenda(code, NOW.date(), documents).write(entries)


def figure(image: int, caption: str) -> Block:
    value = {"image": image, "caption": caption, "is_decorative": False}
    return block("figure", value)


def block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value}
