"""Leaves out the words on a translated page that are still in the source language.

For what reads a page as words of one language, as the search does. Only on objects that
are never saved. Nothing here asks the database.
"""

from typing import Any

from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText
from wagtail_localize.strings import extract_strings

from pages.translation.marking import Origins, foreign_parts, judged

__all__ = ["omit_foreign_words"]


def omit_foreign_words(page: Any) -> None:
    """Empty all foreign texts of a page but its title, by which it is known."""
    parts = foreign_parts(page)
    for field in page._meta.concrete_fields:
        if field.name == "title" or field.name not in parts:
            continue
        value, part = getattr(page, field.name), parts[field.name]
        is_rich = isinstance(field, RichTextField)
        kept = html_without(value, part) if is_rich else without(value, part)
        setattr(page, field.name, kept)


def without(value: Any, part: Any) -> Any:
    """Return what is left of a value; streams are changed in place."""
    if isinstance(value, RichText):
        return RichText(html_without(value.source, part))
    if isinstance(value, str):
        return ""
    if isinstance(part, dict):
        omit_parts(value, part)
    return value


def omit_parts(value: Any, part: dict[str, Any]) -> None:
    if isinstance(value, blocks.StructValue):
        for name in part.keys() & value.keys():
            value[name] = without(value[name], part[name])
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            if child.id in part:
                child.value = without(child.value, part[child.id])


def html_without(html: str, origins: Origins) -> str:
    """Return the strings of a rich text that are translated, as paragraphs."""
    _template, strings = extract_strings(html)
    kept = [
        string for string, _attrs, foreign in judged(strings, origins) if not foreign
    ]
    return "".join(f"<p>{string.data}</p>" for string in kept)
