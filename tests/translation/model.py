"""What must hold between an original and its translation: a model without a database.

A text is a pair: the German words it was made from and the English words. A page is
what visitors see; what translators have saved is remembered apart from it.
"""

from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Model", "Shown"]


@dataclass
class Shown:
    """What visitors see of the translation: by place the German and English words."""

    texts: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    facts: tuple = ()
    version: int = 0
    live: bool = False
    withdrawn: bool = False


@dataclass
class Model:
    """An original with a translation that was begun."""

    texts: dict[str, str]
    facts: tuple
    version: int = 1
    live: bool = True
    deleted: bool = False
    dates: list[datetime | None] = field(default_factory=lambda: [None])
    """When each version was published; there is no version 0."""
    saved: dict[tuple[str, str], str] = field(default_factory=dict)
    english: Shown = field(default_factory=Shown)

    def publish(
        self, texts: dict[str, str], facts: tuple, at: datetime, *, minor: bool
    ) -> None:
        former, self.texts, self.facts, self.live = self.texts, texts, facts, True
        if not minor:
            self.version += 1
            self.dates.append(at)
        kept = {}
        for place, german in texts.items():
            old = former.get(place)
            if minor and old not in {None, german} and (place, old) in self.saved:
                self.saved.setdefault((place, german), self.saved[place, old])
            text = self.english.texts.get(place)
            if text and minor and text[0] == old:
                text = (german, text[1])
            kept[place] = text
        self.show(kept)
        if self.english.withdrawn:
            self.english.live, self.english.withdrawn = True, False

    def show(self, texts: dict[str, tuple[str, str] | None]) -> None:
        self.english.texts, self.english.facts = texts, self.facts
        if all(text and text[0] == self.texts[place] for place, text in texts.items()):
            self.english.version = self.version

    def open(self) -> list[str]:
        """The places whose present words nobody has translated."""
        return [
            place
            for place, german in self.texts.items()
            if (place, german) not in self.saved
        ]

    def translate(self, place: str, english: str) -> None:
        self.saved[place, self.texts[place]] = english

    def confirm(self) -> None:
        for place in self.open():
            if text := self.english.texts.get(place):
                self.saved[place, self.texts[place]] = text[1]

    def publish_english(self) -> bool:
        """Return whether it is published: without a public original it is not."""
        if not self.live:
            return False
        self.show(
            {
                place: (german, self.saved[place, german])
                if (place, german) in self.saved
                else self.english.texts.get(place)
                for place, german in self.texts.items()
            }
        )
        self.english.live, self.english.withdrawn = True, False
        return True

    def unpublish(self) -> None:
        self.live = False
        if self.english.live:
            self.english.live, self.english.withdrawn = False, True

    def unpublish_english(self) -> None:
        self.english.live = False
