"""Streams and lists of blocks: each block with its type, its id and its values."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail import blocks

from cms.streams import UNAVAILABLE, OpenStreamBlock
from pages.exchange.blocks import LEFT_OUT, MARKS, BlockKind, LeafKind, StructKind
from pages.exchange.given import Given, did_you_mean, quoted

if TYPE_CHECKING:
    from pages.exchange.contexts import Reading, Writing
    from pages.exchange.schema import Definitions

__all__ = ["ListKind", "StreamKind", "block_kind"]

MAX_ID_LENGTH = 100


def block_kind(block: blocks.Block) -> BlockKind:
    """Return the kind of values that a block has."""
    if isinstance(block, blocks.StreamBlock):
        return StreamKind(block)
    if isinstance(block, blocks.StructBlock):
        children = block.child_blocks.items()
        return StructKind(block, {name: block_kind(child) for name, child in children})
    if isinstance(block, blocks.ListBlock):
        return ListKind(block)
    return LeafKind(block)


class ItemIds:
    """The ids of the items of one stream: given, or derived from where they stand."""

    def __init__(self, context: "Reading") -> None:
        self.context = context
        self.seen: set[str] = set()

    def read(self, item: Given, position: int) -> str:
        given = item.entry("id")
        if given is None:
            return self.context.id_at(position)
        name = given.value
        if not isinstance(name, str) or not 0 < len(name) <= MAX_ID_LENGTH:
            given.fail(_("The id of a block is a short text, best a UUID."))
            return self.context.id_at(position)
        if name in self.seen:
            sentence = _("The id “%(id)s” is used twice in this list.")
            given.fail(sentence % {"id": name})
        self.seen.add(name)
        return name


def read_item(
    item: Given, kind: BlockKind, context: "Reading", marks: tuple[str, ...]
) -> Any:
    """Return the value of an item, which stands beside its marks or below "value"."""
    if isinstance(kind, StructKind) and kind.is_inline:
        return kind.read(item, context, marks)
    item.refuse_others((*marks, "value"))
    if kind.can_be_null and item.says_null("value"):
        return None
    given = item.entry("value")
    if given is None:
        return kind.read_absent(item.step("value"), context)
    return kind.read(given, context)


def shown_item(value: Any, kind: BlockKind, context: "Writing") -> dict[str, Any]:
    """Return what stands beside the marks of an item."""
    if isinstance(kind, StructKind) and kind.is_inline:
        return kind.write(value, context)
    shown = kind.shown(value, context)
    return {} if shown is LEFT_OUT else {"value": shown}


class RowKind(BlockKind):
    """Blocks in a row, each with an id."""

    can_be_null = False

    def default(self) -> list[Any]:
        # Wagtail makes up new ids whenever it is asked.
        return [{**item, "id": ""} for item in super().default()]

    def read_absent(self, place: Given, context: "Reading") -> list[Any]:
        self.check(place, self.default(), context)
        return [
            {**item, "id": context.id_at(position)}
            for position, item in enumerate(self.default())
        ]

    def is_default(self, value: Any) -> bool:
        return not value and not self.default()


class ListKind(RowKind):
    """Blocks of one type in a row."""

    def __init__(self, block: blocks.ListBlock) -> None:
        super().__init__(block)
        self.child = block_kind(block.child_block)
        self.has_references = self.child.has_references

    def read(self, given: Given, context: "Reading") -> list[Any]:
        ids = ItemIds(context)
        read = []
        for position, item in enumerate(given.items()):
            if item.is_mapping():
                name = ids.read(item, position)
                below = context.below(name)
                value = read_item(item, self.child, below, ("id",))
                read.append({"type": "item", "value": value, "id": name})
        self.check(given, read, context)
        return read

    def write(self, value: Any, context: "Writing") -> list[Any]:
        written = []
        for item in value:
            is_marked = isinstance(item, dict) and item.get("type") == "item"
            marked = item if is_marked else {"value": item}
            mark = {"id": marked["id"]} if marked.get("id") else {}
            written.append({**mark, **shown_item(marked["value"], self.child, context)})
        return written

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return definitions.list_items(self)


class StreamKind(RowKind):
    """Blocks of several types in a row.

    A block whose plugin is not installed stands with what the database has of it, word
    for word, below "stored".
    """

    def __init__(self, block: blocks.StreamBlock) -> None:
        super().__init__(block)
        self._kinds: dict[str, BlockKind] = {}
        self.is_open = isinstance(block, OpenStreamBlock)
        self.has_references = self.is_open or any(
            kind.has_references for kind in self.kinds().values()
        )

    def kinds(self) -> dict[str, BlockKind]:
        """Return the kinds by type that editors are offered."""
        for name, block in self.block.child_blocks.items():
            known = self._kinds.get(name)
            if known is None or known.block is not block:
                self._kinds[name] = block_kind(block)
        return {name: self._kinds[name] for name in self.block.child_blocks}

    def read(self, given: Given, context: "Reading") -> list[Any]:
        ids = ItemIds(context)
        read = []
        before = len(given.mistakes)
        for position, item in enumerate(given.items()):
            if item.is_mapping():
                name = ids.read(item, position)
                read += self.read_block(item, name, context.below(name))
        if len(given.mistakes) == before:
            self.check(given, read, context)
        return read

    def read_block(
        self, item: Given, name: str, context: "Reading"
    ) -> list[dict[str, Any]]:
        """Return the block as a list of one, or of none with a mistake."""
        given = item.entry("type")
        if given is None or not isinstance(given.value, str):
            place = given or item
            place.fail(_("The type of a block is a word, as “type: text”."))
            return []
        kinds = self.kinds()
        if "stored" in item.names() and self.keeps(given.value):
            item.refuse_others(("type", "id", "stored"))
            value = self.read_stored(item.step("stored"), kinds.get(given.value))
        elif given.value in kinds:
            value = read_item(item, kinds[given.value], context, ("type", "id"))
        else:
            sentence = _("There is no block “%(name)s” here.")
            sentence %= {"name": quoted(given.value)}
            given.fail(did_you_mean(sentence, given.value, kinds))
            return []
        return [{"type": given.value, "value": value, "id": name}]

    def keeps(self, block_type: str) -> bool:
        """Whether a block of this type is kept when its plugin is gone."""
        return self.is_open and block_type != UNAVAILABLE

    def read_stored(self, given: Given, kind: BlockKind | None) -> Any:
        """Return what the database had; a plugin that is back must understand it."""
        value = given.plain()
        if kind is not None:
            try:
                kind.block.get_prep_value(kind.block.to_python(value))
            except (AttributeError, KeyError, TypeError, ValueError):
                given.fail(_("The block does not understand what is stored here."))
        return value

    def write(self, value: Any, context: "Writing") -> list[Any]:
        kinds = self.kinds()
        written = []
        for item in value:
            marks = {name: item[name] for name in MARKS[:2] if item.get(name)}
            if item["type"] in kinds:
                kind = kinds[item["type"]]
                written.append({**marks, **shown_item(item["value"], kind, context)})
            elif self.keeps(item["type"]):
                written.append({**marks, "stored": item["value"]})
        return written

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return definitions.stream(self)
