"""Cuts an object into segments with wagtail-localize, also where values are missing."""

from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail.rich_text import RichText
from wagtail_localize.segments.extract import extract_segments

__all__ = ["segments_of"]


def segments_of(instance: TranslatableMixin) -> list[Any]:
    """Return the segments of an object: strings, templates, references and forms.

    A text block without a value is empty: a field that came to a block later, or was
    left out by an import. wagtail-localize knows texts only.
    """
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            fill(field.value_from_object(instance))
    segments: list[Any] = extract_segments(instance)
    return segments


def fill(value: Any) -> None:
    if isinstance(value, blocks.StreamValue):
        for child in value:
            if child.value is None:
                child.value = empty_value(child.block)
            fill(child.value)
    elif isinstance(value, blocks.StructValue):
        for name, block in value.block.child_blocks.items():
            if value.get(name) is None:
                value[name] = empty_value(block)
            fill(value[name])


def empty_value(block: blocks.Block) -> Any:
    if isinstance(block, blocks.RichTextBlock):
        return RichText("")
    is_text = isinstance(block, blocks.CharBlock | blocks.TextBlock)
    return "" if is_text else None
