"""Blocks read as they are stored, each value made when somebody looks at it.

Wagtail makes the values of a whole stream at once, and keeps them with the page. A
programme of 300 entries has thousands, of which an answer looks at each once. These
are read as Wagtail's are: by the names of fields, and child by child. What stands at
the end, such as a time or a chosen document, is what its block makes of it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from wagtail import blocks

__all__ = ["StoredChild"]


class StoredStream:
    """A stream; ``raw_data`` is what Wagtail calls so."""

    __slots__ = ("block", "raw_data")

    def __init__(
        self, block: blocks.BaseStreamBlock, raw_data: Sequence[dict[str, Any]]
    ) -> None:
        self.block = block
        self.raw_data = raw_data

    def __iter__(self) -> Iterator["StoredChild"]:
        children = self.block.child_blocks
        for stored in self.raw_data:
            if stored["type"] in children:
                yield StoredChild(children[stored["type"]], stored)


class StoredChild:
    """A block in a stream."""

    __slots__ = ("block", "block_type", "id", "stored")

    def __init__(self, block: blocks.Block, stored: dict[str, Any]) -> None:
        self.block = block
        self.block_type: str = stored["type"]
        self.id: str | None = stored.get("id")
        self.stored = stored

    @property
    def value(self) -> Any:
        return value_of(self.block, self.stored["value"])


class StoredStruct:
    """A block of several fields."""

    __slots__ = ("block", "stored")

    def __init__(self, block: blocks.BaseStructBlock, stored: dict[str, Any]) -> None:
        self.block = block
        self.stored = stored

    def __getitem__(self, name: str) -> Any:
        field = self.block.child_blocks[name]
        if name not in self.stored:
            return field.get_default()
        return value_of(field, self.stored[name])


def value_of(block: blocks.Block, stored: Any) -> Any:
    return way_to_read(type(block))(block, stored)  # type: ignore[arg-type]  # a class


@cache
def way_to_read(kind: type[blocks.Block]) -> Callable[[Any, Any], Any]:
    """Return how a value of such blocks is made of what is stored."""
    if issubclass(kind, blocks.BaseStructBlock):
        return StoredStruct
    if issubclass(kind, blocks.BaseStreamBlock):
        return lambda block, stored: StoredStream(block, stored or ())
    if issubclass(kind, blocks.ChooserBlock):
        # Only so it asks for what was fetched for all pages.
        return lambda block, stored: block.bulk_to_python([stored])[0]
    to_python: Callable[[Any, Any], Any] = kind.to_python
    return to_python
