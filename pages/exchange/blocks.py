"""Blocks, mapped by what they are; a plugin's block needs nothing more.

All values here are as the database's JSON has them ("prep values" in Wagtail's words).
"""

import json
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _
from wagtail import blocks

from pages.exchange.complaints import complain
from pages.exchange.given import Given
from pages.exchange.keys import is_keyed
from pages.exchange.kinds import (
    BooleanKind,
    ChoiceKind,
    DateKind,
    DecimalKind,
    IntegerKind,
    Kind,
    MomentKind,
    NumberKind,
    RawKind,
    TextKind,
    TimeKind,
)
from pages.exchange.references import ReferenceKind
from pages.exchange.texts import RichTextKind

if TYPE_CHECKING:
    from pages.exchange.contexts import Reading, Writing
    from pages.exchange.schema import Definitions

__all__ = ["LEFT_OUT", "MARKS", "BlockKind", "LeafKind", "StructKind", "as_json"]

MARKS = ("type", "id", "value", "stored")
"""What an item of a stream is told by, beside the names of a struct."""


LEFT_OUT = object()
"""Stands for a value that a file does not have."""


def as_json(value: Any) -> Any:
    """Return a value as it comes back from the database's JSON."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


class BlockKind(Kind):
    """A kind of block. It knows the default that a file leaves out."""

    has_references = False
    """Whether its own check has to wait until what it refers to is there."""

    def __init__(self, block: blocks.Block) -> None:
        self.block = block

    def default(self) -> Any:
        return as_json(self.block.get_prep_value(self.block.get_default()))

    def read_absent(self, place: Given, context: "Reading") -> Any:
        """Return the value of a block that is not given."""
        self.check(place, self.default(), context)
        return self.default()

    def check(self, given: Given, value: Any, context: "Reading") -> None:
        """Add what the block itself has against a value that could be read."""
        if context.is_draft or self.has_references:
            return
        try:
            self.block.clean(self.block.to_python(value))
        except ValidationError as error:
            complain(given, error)

    def shown(self, value: Any, context: "Writing") -> Any:
        """Return a value as a file has it, or LEFT_OUT: as default, or as dangling."""
        if self.is_default(value):
            return LEFT_OUT
        if value is None:
            return None
        written = self.write(value, context)
        return LEFT_OUT if written is None else written

    def is_default(self, value: Any) -> bool:
        """Whether a file may leave a value out, because it would be read as this one.

        A default that is computed (today, the site's time zone) is another elsewhere.
        """
        if value is None and not self.can_be_null:
            return True
        if callable(getattr(self.block.meta, "default", None)):
            return False
        default = self.default()
        return bool(value == default and type(value) is type(default))


class LeafKind(BlockKind):
    """A block without blocks inside."""

    def __init__(self, block: blocks.Block) -> None:
        super().__init__(block)
        self.kind = value_kind(block)
        self.can_be_null = self.kind.can_be_null
        self.has_references = isinstance(self.kind, ReferenceKind)

    def read(self, given: Given, context: "Reading") -> Any:
        before = len(given.mistakes)
        value = as_json(self.kind.read(given, context))
        if len(given.mistakes) == before:
            self.check(given, value, context)
        return value

    def read_absent(self, place: Given, context: "Reading") -> Any:
        if self.has_references and self.block.required and not context.is_draft:
            place.fail(_("This is required."))
        return super().read_absent(place, context)

    def write(self, value: Any, context: "Writing") -> Any:
        return self.kind.write(value, context)

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return self.kind.schema(definitions)


class StructKind(BlockKind):
    """Named blocks side by side."""

    can_be_null = False

    def __init__(
        self, block: blocks.StructBlock, children: dict[str, BlockKind]
    ) -> None:
        super().__init__(block)
        self.children = children
        self.has_references = any(kind.has_references for kind in children.values())

    @property
    def is_inline(self) -> bool:
        """Whether its names can stand beside the marks of an item."""
        return not set(MARKS) & set(self.children)

    def read(
        self, given: Given, context: "Reading", marks: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        if not given.is_mapping():
            return {}
        given.refuse_others((*marks, *self.children))
        before = len(given.mistakes)
        value = {
            name: self.read_child(given, name, context.below(name))
            for name in self.children
        }
        if len(given.mistakes) == before:
            self.check(given, value, context)
        return value

    def read_child(self, given: Given, name: str, context: "Reading") -> Any:
        kind = self.children[name]
        if kind.can_be_null and given.says_null(name):
            return None
        place = given.entry(name)
        if place is None:
            return kind.read_absent(given.step(name), context)
        return kind.read(place, context)

    def read_absent(self, place: Given, context: "Reading") -> Any:
        return self.read(place.as_empty_mapping(), context)

    def write(self, value: Any, context: "Writing") -> dict[str, Any]:
        if not isinstance(value, dict):  # as some of Wagtail's own blocks stored it
            value = as_json(self.block.get_prep_value(self.block.to_python(value)))
        shown = {
            name: kind.shown(value[name], context)
            for name, kind in self.children.items()
            if name in value
        }
        return {name: given for name, given in shown.items() if given is not LEFT_OUT}

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return definitions.struct(self)


SIMPLE: tuple[tuple[type[blocks.Block], type[Kind]], ...] = (
    (blocks.RichTextBlock, RichTextKind),
    (blocks.BooleanBlock, BooleanKind),
    (blocks.DateTimeBlock, MomentKind),
    (blocks.DateBlock, DateKind),
    (blocks.TimeBlock, TimeKind),
    (blocks.IntegerBlock, IntegerKind),
    (blocks.DecimalBlock, DecimalKind),
    (blocks.FloatBlock, NumberKind),
    (blocks.CharBlock, TextKind),
    (blocks.TextBlock, TextKind),
    (blocks.URLBlock, TextKind),
    (blocks.EmailBlock, TextKind),
    (blocks.RegexBlock, TextKind),
    (blocks.RawHTMLBlock, TextKind),
)


def value_kind(block: blocks.Block) -> Kind:
    """Return the kind of a block without blocks inside; unknown ones stay as stored."""
    if isinstance(block, blocks.ChooserBlock):
        targets = getattr(block, "target_models", None) or [block.model_class]
        return ReferenceKind(*targets) if is_keyed(targets[0]) else RawKind()
    if isinstance(block, blocks.ChoiceBlock):
        return ChoiceKind(lambda: choices_of(block))
    return next((kind() for base, kind in SIMPLE if isinstance(block, base)), RawKind())


def choices_of(block: blocks.ChoiceBlock) -> list[Any]:
    """Return what may be chosen, with groups of choices opened."""
    flat: list[Any] = []
    for value, label in block.field.choices:
        grouped = isinstance(label, list | tuple)
        flat += [inner for inner, _label in label] if grouped else [value]
    return flat
