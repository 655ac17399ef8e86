"""Where a text stands, for people ("Programme › Talk › Title") and for the import."""

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from wagtail.fields import StreamField
from wagtail_localize.models import Translation

__all__ = ["context_of", "split_context", "words_for"]

CONTEXT = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(.+)", re.DOTALL)
SEPARATOR = " › "


def context_of(translation: Translation, path: str) -> str:
    """Return msgctxt: which translation, and where in it."""
    return f"{translation.uuid}:{path}"


def split_context(context: str | None) -> tuple[str, str]:
    """Return the translation's uuid and the path. Reverse of :func:`context_of`.

    The uuid is empty in files that wagtail-localize has written itself.
    """
    match = CONTEXT.fullmatch(context or "")
    return (match[1], match[2]) if match else ("", context or "")


def words_for(model: type[Model], field_path: str) -> str:
    """Return the names that forms show on the way to a field.

    ``field_path`` is as wagtail-localize stores it: "agenda.session.title". What it
    names but is gone, as a block of a plugin, is left out.
    """
    name, *rest = field_path.split(".")
    field: Any = model._meta.get_field(name)
    if isinstance(field, StreamField):
        labels = [field.verbose_name, *labels_in(field.stream_block, rest)]
    elif field.one_to_many:
        names = field.related_model._meta
        labels = [names.verbose_name, names.get_field(rest[0]).verbose_name]
    else:
        labels = [field.verbose_name]
    return SEPARATOR.join(capfirst(str(label)) for label in labels if label)


def labels_in(block: Any, types: list[str]) -> Iterator[Any]:
    for kind in types:
        block = getattr(block, "child_blocks", {}).get(kind)
        if block is None:
            return
        yield block.label
