"""What a browser would send of a page's form, streams included."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

__all__ = ["posted"]

FORM = "page-edit-form"

Pairs = Iterator[tuple[str, str]]


def posted(html: str, page: Page) -> dict[str, Any]:
    """Return the data of a form just opened, unchanged.

    What stands in the HTML is read there. Streams are filled in by the browser's
    scripts, so their data is written as those scripts would.
    """
    data = dict(querydict_from_html(html, form_id=FORM).lists())
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = field.value_from_object(page)
            for name in [name for name in data if name.startswith(f"{field.name}-")]:
                del data[name]
            data.update(of_block(value.stream_block, value, field.name))
    return data


def of_block(block: blocks.Block, value: Any, name: str) -> Pairs:
    if isinstance(block, blocks.BaseStreamBlock):
        yield from of_stream(value, name)
    elif isinstance(block, blocks.BaseStructBlock):
        for key, child in block.child_blocks.items():
            yield from of_block(child, value[key], f"{name}-{key}")
    else:
        shown = block.field.prepare_value(block.value_for_form(value))
        yield name, str(block.field.widget.format_value(shown) or "")


def of_stream(value: blocks.StreamValue, name: str) -> Pairs:
    yield f"{name}-count", str(len(value))
    for number, child in enumerate(value):
        place = f"{name}-{number}"
        yield f"{place}-deleted", ""
        yield f"{place}-order", str(number)
        yield f"{place}-type", child.block_type
        yield f"{place}-id", child.id or ""
        yield from of_block(child.block, child.value, f"{place}-value")
