"""What a text is called: the way to it in an editor's words."""

from collections.abc import Iterable, Iterator
from datetime import time
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

__all__ = ["label_of"]

BETWEEN = " › "


def label_of(path: str, instances: Iterable[TranslatableMixin]) -> str:
    """Return the way to a text, as "Programme › 11:00 Programme item › Title".

    ``path`` is a content path of wagtail-localize's. The first of the instances that
    has the blocks on the way names them; if none has, the field alone is named.
    """
    longest: list[str] = []
    for instance in instances:
        way = list(way_to(path, instance))
        longest = way if len(way) > len(longest) else longest
    return BETWEEN.join(longest)


def way_to(path: str, instance: TranslatableMixin) -> Iterator[str]:
    name, *rest = path.split(".")
    try:
        field = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return
    if field.one_to_many:
        yield capfirst(str(field.related_model._meta.verbose_name))
        child = field.related_model._meta.get_field(rest[1])
        yield capfirst(str(child.verbose_name))
        return
    yield capfirst(str(field.verbose_name))
    if isinstance(field, StreamField):
        yield from blocks_to(rest, field.value_from_object(instance))


def blocks_to(ids: list[str], value: Any) -> Iterator[str]:
    """Yield the labels of nested blocks on the way; ends where there is none."""
    if not ids:
        return
    if isinstance(value, blocks.StructValue):
        block = value.block.child_blocks.get(ids[0])
        child = value.get(ids[0])
        name = str(block.label) if block else ""
    elif isinstance(value, blocks.StreamValue):
        found = next((item for item in value if item.id == ids[0]), None)
        child = found.value if found else None
        name = name_among(found, value) if found else ""
    else:
        return
    if name:
        yield name
        yield from blocks_to(ids[1:], child)


def name_among(
    found: blocks.StreamValue.StreamChild, stream: blocks.StreamValue
) -> str:
    """Return the label of a block with its time or, among several, its number."""
    label = str(found.block.label)
    start = found.value.get("start") if is_struct(found.value) else None
    if isinstance(start, time):
        return f"{start:%H:%M} {label}"
    alike = [item.id for item in stream if item.block_type == found.block_type]
    return f"{label} {alike.index(found.id) + 1}" if len(alike) > 1 else label


def is_struct(value: Any) -> bool:
    return isinstance(value, blocks.StructValue)
