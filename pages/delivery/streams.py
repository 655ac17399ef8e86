"""The types of streams in the API: unions of all blocks that may stand in them."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field
from wagtail.blocks import Block

from cms.api.active import described_plugins
from cms.api.late import LateType
from cms.streams import OpenStreamBlock
from pages.blocks import AgendaStream, BodyStream
from pages.delivery.blocks import stream_schema

__all__ = ["AgendaBlocks", "BodyBlocks"]


def blocks_in(stream: type[OpenStreamBlock]) -> Iterator[Block]:
    """Yield the core's blocks of a stream, then those that plugins offer in it."""
    yield from stream.base_blocks.values()
    for plugin in described_plugins():
        yield from plugin.blocks().get(stream.stream_name, {}).values()


def type_of(stream: type[OpenStreamBlock]) -> Any:
    return list[stream_schema(blocks_in(stream))]  # type: ignore[misc]  # made here


BodyBlocks = Annotated[
    list[Any],
    LateType(lambda: type_of(BodyStream)),
    Field(description="The text of the page, block by block."),
]
AgendaBlocks = Annotated[
    list[Any],
    LateType(lambda: type_of(AgendaStream)),
    Field(description="The programme as it was written, with all times computed."),
]
