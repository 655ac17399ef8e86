"""A place in a content file: its value, its line, and the path that leads there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from pages.exchange.mistakes import Mistake, Mistakes
from pages.exchange.source import Node, Value

__all__ = ["Given", "did_you_mean", "quoted"]


@dataclass(frozen=True, slots=True)
class Given:
    """What a file gives at one place."""

    node: Node
    path: str
    file: str
    mistakes: Mistakes

    @property
    def value(self) -> Value:
        return self.node.value

    @property
    def is_absent(self) -> bool:
        """Whether nothing is given: "lead:" says as little as no "lead" at all."""
        return self.node.value is None

    def fail(self, sentence: str) -> None:
        """Add a mistake at this place."""
        self.mistakes.add(Mistake(self.file, self.node.line, self.path, sentence))

    def step(self, step: str | int) -> "Given":
        """Return an entry or item, which may be missing: then it has this line."""
        path = f"{self.path}[{step}]" if isinstance(step, int) else self.path_of(step)
        value, node = self.node.value, None
        if isinstance(step, str) and isinstance(value, dict):
            node = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and step < len(value):
            node = value[step]
        node = node or Node(None, self.node.line)
        return Given(node, path, self.file, self.mistakes)

    def path_of(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def entry(self, name: str) -> "Given | None":
        """Return an entry of a mapping; None if it is missing or empty."""
        place = self.step(name)
        return None if place.is_absent else place

    def says_null(self, name: str) -> bool:
        """Whether an entry of this mapping is given, and is null."""
        value = self.node.value
        return isinstance(value, dict) and name in value and value[name].value is None

    def items(self) -> list["Given"]:
        """Return the items of a list; of anything else none, with a mistake."""
        if not isinstance(self.node.value, list):
            self.fail(_("A list is expected here."))
            return []
        return [self.step(index) for index in range(len(self.node.value))]

    def is_mapping(self) -> bool:
        """Whether this is a mapping; if not, add a mistake."""
        if isinstance(self.node.value, dict):
            return True
        self.fail(_("Names with values are expected here, as “title: …”."))
        return False

    def names(self) -> Iterator[str]:
        """Yield the names of a mapping's entries."""
        yield from self.node.value if isinstance(self.node.value, dict) else ()

    def refuse_others(self, known: Iterable[str]) -> None:
        """Add a mistake for each name that is not known here."""
        names = list(known)
        for name in self.names():
            if name not in names:
                sentence = _("“%(name)s” is not known here.") % {"name": name}
                self.step(name).fail(did_you_mean(sentence, name, names))

    def as_empty_mapping(self) -> "Given":
        """Return this place as if "{}" stood here."""
        return Given(Node({}, self.node.line), self.path, self.file, self.mistakes)

    def as_text(self, text: str) -> "Given":
        """Return this place as if only a part of its text stood here."""
        return Given(Node(text, self.node.line), self.path, self.file, self.mistakes)

    def plain(self) -> Any:
        """Return the value as Python's own lists and dictionaries."""
        return plain(self.node)


def plain(node: Node) -> Any:
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return {name: plain(item) for name, item in node.value.items()}
    return node.value


def did_you_mean(sentence: str, given: str, possible: Iterable[str]) -> str:
    """Return the sentence, followed by the nearest possible word if one is near."""
    near = get_close_matches(given, list(possible), n=1)
    if not near:
        return sentence
    return f"{sentence} " + _("Did you mean “%(word)s”?") % {"word": near[0]}


def quoted(value: Value) -> str:
    """Return a value as a sentence shows it: short, and never a whole structure."""
    if isinstance(value, dict | list):
        return "…"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    shown = str(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
