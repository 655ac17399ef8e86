"""Streams that plugins may add blocks to, and that never lose a block.

Wagtail drops a block of an unknown type the next time its page is saved. When a plugin
is uninstalled, that would silently delete what editors wrote. An open stream keeps such
a block as it was stored: under its own name, with its own id and value.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import Signer
from django.utils.crypto import constant_time_compare
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter
from wagtail.fields import StreamField

from cms.plugins import plugins

__all__ = [
    "UNAVAILABLE",
    "OpenStreamBlock",
    "OpenStreamField",
    "UnavailableBlock",
    "open_streams",
]

UNAVAILABLE = "unavailable"
"""Type under which the editor's form knows every unavailable block."""


class Forged(str):
    """What was posted in place of an unavailable block, and is not what was stored."""

    __slots__ = ()


def sign(stored: Any) -> str:
    """Return a signature of stored content, whatever the spacing of its JSON."""
    return Signer(salt=UNAVAILABLE).signature(json.dumps(stored, sort_keys=True))


class UnavailableBlock(blocks.FieldBlock):
    """Stands in for a block whose plugin is gone; its value is the stored one.

    Editors see what is stored, can move and delete it. Visitors see nothing.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.CharField(
            required=False,
            widget=forms.Textarea(attrs={"readonly": True, "rows": 3}),
            help_text=_(
                "The plugin of this block is not installed. Visitors do not see it. "
                "It is kept unchanged and works again when the plugin returns."
            ),
        )
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        if isinstance(value, Forged):
            raise ValidationError(
                _("This block was changed outside its form. Please delete it.")
            )
        return value

    def get_form_state(self, value: Any) -> str:
        """Show what is stored, signed: nobody may slip other content past a form."""
        if isinstance(value, Forged):
            return str(value)
        stored = {"type": self.name, "value": value}
        return f"{json.dumps(stored, ensure_ascii=False)}\n{sign(stored)}"

    def value_from_datadict(
        self, data: Mapping[str, str], files: Any, prefix: str
    ) -> "dict[str, Any] | Forged":
        """Return type and value as stored; the stream puts them back in their place."""
        text, _newline, signature = data.get(prefix, "").rpartition("\n")
        try:
            stored: dict[str, Any] = json.loads(text)
        except ValueError:
            return Forged(data.get(prefix, ""))
        genuine = constant_time_compare(sign(stored), signature)
        return stored if genuine else Forged(data[prefix])

    def render(self, value: Any, context: Mapping[str, Any] | None = None) -> str:
        return ""

    class Meta:
        icon = "warning"
        label = _("Unavailable block")


class ChildBlocks(dict[str, blocks.Block]):
    """Blocks of an open stream: lists the known ones, has an answer for any name."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> UnavailableBlock:
        block = UnavailableBlock()
        block.set_name(name)
        return block


class OpenStreamBlock(blocks.StreamBlock):
    """A stream block that plugins extend. A subclass gives it ``stream_name``.

    Without a name it offers nothing and keeps everything: that is what stands in
    migrations, which therefore never change when a plugin comes or goes.
    """

    stream_name = ""

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        offered = [*(local_blocks or ()), *offered_blocks(self.stream_name)]
        super().__init__(
            [(name, block) for name, block in offered if name not in self.base_blocks],
            **kwargs,
        )
        self.child_blocks: dict[str, blocks.Block] = ChildBlocks(self.child_blocks)

    def get_form_state(self, value: blocks.StreamValue | None) -> list[dict[str, Any]]:
        state: list[dict[str, Any]] = super().get_form_state(value)
        for child, child_state in zip(value or (), state, strict=True):
            if isinstance(child.block, UnavailableBlock):
                child_state["type"] = UNAVAILABLE
        return state

    def value_from_datadict(
        self, data: Mapping[str, str], files: Any, prefix: str
    ) -> blocks.StreamValue:
        posted = super().value_from_datadict(data, files, prefix)
        return blocks.StreamValue(self, [self._as_stored(child) for child in posted])

    def _as_stored(
        self, child: blocks.StreamValue.StreamChild
    ) -> tuple[str, Any, str | None]:
        if child.block_type != UNAVAILABLE or isinstance(child.value, Forged):
            return child.block_type, child.value, child.id
        name = child.value["type"]
        return name, self.child_blocks[name].to_python(child.value["value"]), child.id

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "cms.streams.OpenStreamBlock", [], {}

    def deconstruct_with_lookup(
        self, lookup: Any
    ) -> tuple[str, list[Any], dict[str, Any]]:
        return self.deconstruct()


class OpenStreamField(StreamField):
    """A StreamField over an open stream. Its blocks stay out of migrations."""

    def __init__(self, stream: Any = OpenStreamBlock, **kwargs: Any) -> None:
        super().__init__(stream, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup")
        return name, path, [], kwargs


class OpenStreamBlockAdapter(StreamBlockAdapter):
    """Tells the form about unavailable blocks without offering them in its menu."""

    js_constructor = "werkstatt.OpenStreamBlock"

    def js_args(self, block: OpenStreamBlock) -> list[Any]:
        name, groups, initial, meta = super().js_args(block)
        unavailable = block.child_blocks[UNAVAILABLE]
        return [name, [*groups, ("", [unavailable])], initial, meta]

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["cms/js/open_stream_block.js"])


register(OpenStreamBlockAdapter(), OpenStreamBlock)


def open_streams() -> Iterator[type[OpenStreamBlock]]:
    """Yield the named open streams of all installed apps."""
    waiting = OpenStreamBlock.__subclasses__()
    while waiting:
        stream = waiting.pop(0)
        waiting.extend(stream.__subclasses__())
        if stream.stream_name:
            yield stream


def offered_blocks(stream_name: str) -> Iterator[tuple[str, blocks.Block]]:
    """Yield what plugins offer in a stream, leaving out what cms.E003 complains of."""
    seen = set()
    for plugin in plugins():
        for name, block in plugin.blocks().get(stream_name, {}).items():
            if name not in seen and isinstance(block, blocks.Block):
                seen.add(name)
                yield name, block
