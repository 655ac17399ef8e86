"""A YAML file as a tree of values that know their lines.

Only what JSON could say too is read: mappings with words as keys, lists, texts,
numbers, true, false and null, as YAML 1.2's core schema spells them
(https://yaml.org/spec/1.2.2/, §10.3.2). So "no" and "11:00" are texts, and a date is a
text that its reader understands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias, Union

from django.utils.translation import gettext as _
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from pages.exchange.mistakes import Mistake, Mistakes
from pages.progress import Progress

__all__ = ["Node", "Value", "read_source"]

MAX_BYTES = 100_000_000
MAX_DEPTH = 100
MAX_VALUES_BY_ALIASES = 100_000

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = Union[Scalar, list["Node"], dict[str, "Node"]]  # noqa: UP007 (a forward reference)


@dataclass(slots=True)
class Node:
    """A value, the line it begins on (from 1) and how many values it contains."""

    value: Value
    line: int
    size: int = 1
    is_open: bool = False
    """Whether its end was not read yet; an alias to it would be endless."""


class UnreadableFile(Exception):  # noqa: N818 (it says what happened)
    """A file that cannot be read at all; its text is the sentence."""

    def __init__(self, sentence: str, line: int = 1, path: str = "") -> None:
        self.line, self.path = line, path
        super().__init__(sentence)


def read_source(
    path: Path, mistakes: Mistakes, progress: Progress | None = None
) -> Node | None:
    """Return what a file says, or None if it says nothing readable.

    Adds to ``mistakes``: every key that a mapping has twice, and the one thing that
    makes a file unreadable.
    """
    name = str(path)
    try:
        text = text_of(path)
        progress = progress or Progress()
        lines = text.count("\n")
        builder = TreeBuilder(told(events_of(text), progress, lines))
        root = builder.build()
    except UnreadableFile as problem:
        mistakes.add(Mistake(name, problem.line, problem.path, str(problem)))
        return None
    for line, path_inside, sentence in builder.doubles:
        mistakes.add(Mistake(name, line, path_inside, sentence))
    return root


def text_of(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(_("The file is larger than 100 MB. Divide it."))
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise UnreadableFile(
            _("The file cannot be read: %(reason)s.") % {"reason": error.strerror}
        ) from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(_("The file is not encoded in UTF-8."), line) from error


def events_of(text: str) -> Iterator[Any]:
    """Yield YAML's events; raises UnreadableFile where the syntax is wrong."""
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableFile(
            _("This is not YAML: %(problem)s.")
            % {"problem": error.problem or error.context},
            mark.line + 1 if mark else 1,
        ) from error
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        sentence = _("A character that YAML does not allow: %(character)s.")
        shown = f"U+{int(error.character):04X}"
        raise UnreadableFile(sentence % {"character": shown}, line) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise UnreadableFile(_("This is not YAML.")) from error


UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")


def told(events: Iterator[Any], progress: Progress, lines: int) -> Iterator[Any]:
    """Yield the events, and say now and then how far they are."""
    for number, event in enumerate(events):
        if number % 1000 == 0:
            task = _("Reading lines")
            progress.say(f"{task} {event.start_mark.line}/{lines}")
        yield event


INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# What a longer number could be meant for does not exist; Python would refuse it.
MAX_DIGITS = 40


def plain_scalar(text: str) -> Scalar:
    """Return what a text without quotation marks means."""
    if text in WORDS:
        return WORDS[text]
    if len(text) <= MAX_DIGITS:
        if INTEGER.fullmatch(text):
            base = {"0o": 8, "0x": 16}.get(text[:2], 10)
            return int(text, base)
        if NUMBER.fullmatch(text) and isfinite(float(text)):
            return float(text)
    return text


def refuse_characters(text: str, line: int) -> None:
    """Raise UnreadableFile for what databases, or files, cannot hold in a text."""
    if found := UNHOLDABLE.search(text):
        sentence = _("A character that no text can hold: %(character)s.")
        shown = f"U+{ord(found.group()):04X}"
        raise UnreadableFile(sentence % {"character": shown}, line)


class TreeBuilder:
    """Builds the tree from events, with limits that no honest file reaches."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.anchors: dict[str, Node] = {}
        self.doubles: list[tuple[int, str, str]] = []
        self.by_aliases = 0

    def build(self) -> Node | None:
        root = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    line = event.start_mark.line + 1
                    sentence = _("A second document begins here. One file holds one.")
                    raise UnreadableFile(sentence, line)
                root = self.node(next(self.events), 0, "")
        return root

    def node(self, event: Any, depth: int, path: str) -> Node:
        line = event.start_mark.line + 1
        if depth > MAX_DEPTH:
            raise UnreadableFile(_("Values are nested too deeply here."), line)
        if isinstance(event, AliasEvent):
            return self.alias(event, line)
        self.refuse_tag(event, line)
        node = Node(None, line, is_open=True)
        if event.anchor:
            self.anchors[event.anchor] = node
        if isinstance(event, ScalarEvent):
            refuse_characters(event.value, line)
            is_plain = not event.style
            node.value = plain_scalar(event.value) if is_plain else event.value
        elif isinstance(event, SequenceStartEvent):
            self.fill_list(node, depth, path)
        else:
            self.fill_mapping(node, depth, path)
        node.is_open = False
        return node

    def refuse_tag(self, event: Any, line: int) -> None:
        tag = getattr(event, "ctag", None) or event.tag
        if tag and str(tag) not in ("!", "None"):
            raise UnreadableFile(
                _("The tag “%(tag)s” is not understood here.") % {"tag": tag}, line
            )

    def alias(self, event: Any, line: int) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            sentence = _("There is no anchor “%(name)s” above.")
            raise UnreadableFile(sentence % {"name": event.anchor}, line)
        if node.is_open:
            raise UnreadableFile(_("A value cannot contain itself."), line)
        self.by_aliases += node.size
        if self.by_aliases > MAX_VALUES_BY_ALIASES:
            raise UnreadableFile(_("Aliases repeat too many values here."), line)
        return node

    def fill_list(self, node: Node, depth: int, path: str) -> None:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1, f"{path}[{len(items)}]"))
        node.value = items
        node.size += sum(item.size for item in items)

    def fill_mapping(self, node: Node, depth: int, path: str) -> None:
        entries: dict[str, Node] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self.node(event, depth + 1, path)
            name, line = key.value, key.line
            if not isinstance(name, str):
                sentence = _("The name of a value is a word. Put it in quotes.")
                raise UnreadableFile(sentence, line, path)
            below = f"{path}.{name}" if path else name
            if name in entries:
                sentence = _("“%(name)s” is given twice, first in line %(line)d.")
                values = {"name": name, "line": entries[name].line}
                self.doubles.append((line, below, sentence % values))
            value = self.node(next(self.events), depth + 1, below)
            # A person looks for it where its name stands.
            entries[name] = Node(value.value, line, value.size)
            node.size += value.size
        node.value = entries
