"""Content paths, as wagtail-localize writes them, and where they lead."""

from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

__all__ = ["field_path"]


def field_path(instance: TranslatableMixin, path: str) -> str:
    """Return a path with types in place of ids: "agenda.session.title".

    ``path`` is one of the instance's own: "agenda.<block id>.title", or
    "change_notes.<translation key>.text".
    """
    name, *rest = path.split(".", 1)
    field = instance._meta.get_field(name)
    if isinstance(field, StreamField):
        below = rest[0].split(".")
        types = types_in(field.value_from_object(instance), below)
        return ".".join([name, *types])
    if field.one_to_many:
        _key, own_name = rest[0].split(".", 1)
        return f"{name}.{own_name.split('.')[0]}"
    return name


def types_in(value: Any, ids: list[str]) -> list[str]:
    """Return the types of nested blocks, named by the ids of their way."""
    first, *rest = ids
    if isinstance(value, blocks.StructValue):
        kind, block, child = first, value.block.child_blocks[first], value[first]
    else:
        found = next(item for item in value if item.id == first)
        kind, block, child = found.block_type, found.block, found.value
    if rest and isinstance(block, blocks.StructBlock | blocks.StreamBlock):
        return [kind, *types_in(child, rest)]
    return [kind]
