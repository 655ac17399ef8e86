"""Agendas of any length, as the editor's form stores them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from benchmarks.content.words import rich_text, sentence

__all__ = ["ENTRIES_PER_DAY", "Agenda"]

ENTRIES_PER_DAY = 25
MINUTES = 30
FIRST_HOUR = 9

Block = dict[str, Any]


class Agenda:
    """Writes an agenda: sessions, breaks, groups, sections, and days if there are many.

    Every third entry has slides, every seventh is a break, every tenth has three
    groups. Block ids count up, so that both languages have the same.
    """

    def __init__(
        self, language: str, first_day: date, documents: Sequence[int]
    ) -> None:
        self.language = language
        self.first_day = first_day
        self.documents = documents
        self.blocks = 0

    def write(self, entries: int) -> list[Block]:
        """Return a stream with so many entries that take time."""
        return list(self.stream(entries))

    def stream(self, entries: int) -> Iterator[Block]:
        for number in range(entries):
            place = number % ENTRIES_PER_DAY
            if place == 0 and entries > ENTRIES_PER_DAY:
                day = self.first_day + timedelta(days=number // ENTRIES_PER_DAY)
                yield self.block("day", {"date": day.isoformat(), "title": ""})
            if place % 6 == 1:
                yield self.section(number)
            yield self.entry(number, place)

    def entry(self, number: int, place: int) -> Block:
        start = f"{FIRST_HOUR + place // 2:02}:{place % 2 * MINUTES:02}"
        times = {"start": start, "end": None, "title": self.title(number)}
        if number % 7 == 3:
            return self.block("break", times)
        if number % 10 == 4:
            tracks = [self.track(number + room) for room in range(3)]
            return self.block("parallel", {**times, "tracks": tracks})
        return self.block("session", {**times, **self.session(number)})

    def section(self, number: int) -> Block:
        moderators = self.people(number, 1)
        value = {"title": self.title(number + 5), "moderators": moderators}
        return self.block("section", value)

    def session(self, number: int) -> dict[str, Any]:
        talks = 2 if number % 5 == 2 else 0
        return {
            "people": [] if talks else self.people(number, 2),
            "contributions": [self.talk(number + talk) for talk in range(talks)],
            "abstract": self.abstract(number),
            "room": "",
            "slides": self.slides(number) if number % 3 == 0 else [],
        }

    def track(self, number: int) -> Block:
        value = {
            "title": self.title(number),
            "room": f"Raum {number % 9 + 1}",
            "people": self.people(number, 1),
            "abstract": self.abstract(number),
            "contributions": [self.talk(number)],
        }
        return self.block("track", value)

    def talk(self, number: int) -> Block:
        value = {
            "title": self.title(number),
            "people": self.people(number, 1),
            "slides": self.slides(number),
        }
        return self.block("contribution", value)

    def people(self, number: int, count: int) -> list[Block]:
        people = (
            {"name": f"Person {number + i}", "institution": f"Institut {number % 40}"}
            for i in range(count)
        )
        return [self.block("person", person) for person in people]

    def slides(self, number: int) -> list[Block]:
        return [self.block("document", self.document(number))]

    def abstract(self, number: int) -> str:
        document = self.document(number)
        link = f'<a linktype="document" id="{document}">PDF</a>'
        return rich_text(self.language, number, link, count=1)

    def document(self, number: int) -> int:
        return self.documents[number % len(self.documents)]

    def title(self, number: int) -> str:
        return sentence(self.language, number)[:60]

    def block(self, kind: str, value: Any) -> Block:
        self.blocks += 1
        return {"type": kind, "value": value, "id": str(UUID(int=self.blocks))}
