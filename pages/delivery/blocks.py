"""Writes blocks. A plugin adds its own by ``register_block`` in its ``ready()``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union

from pydantic import Field
from wagtail import blocks
from wagtail.rich_text import RichText

from cms.streams import UnavailableBlock
from pages.delivery.reading import Reader
from pages.delivery.stored import StoredChild
from pages.delivery.stream_data import PluginBlockData, UnavailableBlockData

__all__ = [
    "children_of",
    "register_block",
    "stream_schema",
    "write_child",
    "write_stream",
]

Write = Callable[[Any, Reader], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Written:
    """How a kind of block is written, and the type of what is written of it."""

    schema: type
    write: Write
    reads_stored: bool = False


REGISTERED: dict[type[blocks.Block], Written] = {}


def register_block(
    block: type[blocks.Block],
    schema: type,
    write: Write,
    *,
    reads_stored: bool = False,
) -> None:
    """Let blocks of a class, and of those derived from it, have a type of their own.

    ``schema`` is a ``TypedDict`` whose ``type`` is a ``Literal`` of the block's name
    and which has an ``id``; ``write`` returns the rest, given the block's value with
    its place (``child.value``, ``child.id``) and a reader, which writes what the value
    refers to. It must not ask the database.

    ``reads_stored`` says that it takes values from ``pages.delivery.stored`` as well,
    which have no methods of their own. That holds for the class itself, not for those
    derived from it.
    """
    REGISTERED[block] = Written(schema, write, reads_stored)


def written_as(block: blocks.Block) -> Written | None:
    found = (REGISTERED.get(kind) for kind in type(block).__mro__)
    return next(filter(None, found), None)


def stream_schema(children: Iterable[blocks.Block]) -> Any:
    """Return the type of a block in a stream that offers these."""
    own = (written_as(block) for block in children)
    schemas = dict.fromkeys(written.schema for written in own if written)
    every = (*schemas, PluginBlockData, UnavailableBlockData)
    return Annotated[Union[every], Field(discriminator="type")]  # noqa: UP007 (made here)


def write_stream(stream: Iterable[Any] | None, reader: Reader) -> list[Any]:
    return [write_child(child, reader) for child in stream or ()]


def children_of(stream: blocks.StreamValue) -> Iterator[Any]:
    """Yield the blocks of a stream, as they are stored where their writers take that.

    The stream is as it came from the database: nothing in it was marked.
    """
    raw, known = stream.raw_data, stream.stream_block.child_blocks
    for number, stored in enumerate(raw):
        block = known[stored["type"]]
        written = REGISTERED.get(type(block))
        is_enough = written is not None and written.reads_stored
        yield StoredChild(block, stored) if is_enough else stream[number]


def write_child(child: Any, reader: Reader) -> Mapping[str, Any]:
    place = {"type": child.block_type, "id": child.id or ""}
    if isinstance(child.block, UnavailableBlock):
        return {**place, "type": "unavailable", "name": child.block_type}
    if written := written_as(child.block):
        return {**place, **written.write(child, reader)}
    value = plain_value(child.value, reader)
    return {**place, "type": "plugin", "name": child.block_type, "value": value}


def plain_value(value: Any, reader: Reader) -> Any:
    """Return the value of a block that says nothing of itself, as JSON has it."""
    if isinstance(value, blocks.StructValue):
        return {name: plain_value(inner, reader) for name, inner in value.items()}
    if isinstance(value, blocks.StreamValue):
        return write_stream(value, reader)
    if isinstance(value, RichText):
        return reader.html(value)
    if isinstance(value, list | tuple | blocks.list_block.ListValue):
        return [plain_value(inner, reader) for inner in value]
    if isinstance(value, bool | int | float | None):
        return value
    return chosen_value(value, reader)


def chosen_value(value: Any, reader: Reader) -> Any:
    """Return what a chooser chose; of what the API does not know, which it is."""
    for model in type(value).__mro__:
        label = getattr(getattr(model, "_meta", None), "label", "")
        if label in WRITERS:
            return getattr(reader, WRITERS[label])(value)
    if hasattr(value, "_meta"):
        return {"model": value._meta.label, "id": value.pk}
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


WRITERS = {
    "wagtailcore.Page": "chosen_page",
    "pages.SiteDocument": "document",
    "pages.SiteImage": "image",
    "pages.Contact": "contact",
    "pages.Organisation": "organisation",
    "pages.Venue": "venue",
    "pages.Funding": "funding",
}
