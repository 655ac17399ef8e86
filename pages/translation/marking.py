"""Marks the words on a translated page that are still in the source language.

Only on objects that are about to be shown, never on what is saved or edited. Nothing
here asks the database.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from bs4 import BeautifulSoup
from django.conf import settings
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from cms.foreign import ForeignText

__all__ = [
    "Origins",
    "foreign",
    "foreign_parts",
    "judged",
    "mark_children",
    "mark_page",
    "mark_texts",
    "mark_whole",
]

Shown = TypeVar("Shown", bound=models.Model)
Origins = Sequence[Mapping[str, Any]]
Parts = dict[str, Any]
"""``text_origins`` as a tree of path components, without what is translated."""


def mark_texts(instance: Shown) -> Shown:
    """Mark the plain texts of a page or snippet: title, lead, a role. Return it.

    That is what lists show of a page.
    """
    parts = foreign_parts(instance)
    for field in instance._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        if field.name in parts and is_text and not isinstance(field, RichTextField):
            setattr(instance, field.name, foreign(getattr(instance, field.name)))
    return instance


def mark_page(page: Shown) -> Shown:
    """Mark all that a page says itself, its rich texts and streams, too. Return it.

    Marking again changes nothing.
    """
    parts = foreign_parts(page)
    for field in page._meta.concrete_fields:
        if field.name not in parts:
            continue
        value, part = getattr(page, field.name), parts[field.name]
        if isinstance(field, RichTextField):
            setattr(page, field.name, marked_html(value, part))
        elif isinstance(field, StreamField):
            marked(value, part)
    return mark_texts(page)


def mark_children(
    instance: models.Model, relation: str, children: Iterable[Any]
) -> None:
    """Mark the inline children of a page or snippet that are shown with it."""
    parts = foreign_parts(instance).get(relation, {})
    for child in children:
        for name, part in parts.get(str(child.translation_key), {}).items():
            setattr(child, name, marked(getattr(child, name), part))


def mark_whole(instance: Shown) -> Shown:
    """Mark a snippet that stands in for its translation, all of its texts. Return it.

    Names are the same in every language.
    """
    for translatable in get_translatable_fields(type(instance)):
        field = translatable.get_field(type(instance))
        is_text = isinstance(field, models.CharField | models.TextField)
        if is_text and translatable.is_translated(instance):
            setattr(instance, field.name, foreign(getattr(instance, field.name)))
    return instance


def foreign_parts(instance: Any) -> Parts:
    parts: Parts = {}
    # A plain Page has them only if they were fetched with it, by with_origins().
    for path, origins in (getattr(instance, "text_origins", None) or {}).items():
        if any(entry["string"] is None for entry in origins):
            *way, last = path.split(".")
            branch = parts
            for name in way:
                branch = branch.setdefault(name, {})
            branch[last] = origins
    return parts


def marked(value: Any, part: Any) -> Any:
    """Return a value with its foreign texts marked; streams are changed in place."""
    if isinstance(value, RichText):
        return RichText(marked_html(value.source, part))
    if isinstance(value, str):
        return foreign(value)
    # A plugin's block may cut itself into strings by rules of its own.
    if isinstance(part, dict):
        mark_parts(value, part)
    return value


def mark_parts(value: Any, part: Parts) -> None:
    if isinstance(value, blocks.StructValue):
        for name in part.keys() & value.keys():
            value[name] = marked(value[name], part[name])
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            if child.id in part:
                child.value = marked(child.value, part[child.id])


def foreign(text: str) -> str:
    """Return a text of the source language, to be shown on a page of another one."""
    if not text or isinstance(text, ForeignText):
        return text
    return ForeignText(text, settings.LANGUAGE_CODE)


class MarkedHtml(str):
    """Stored rich text that was marked already: marks would be cut as text."""

    __slots__ = ()


def marked_html(html: str, origins: Origins) -> str:
    """Return rich text, as stored, with its foreign strings marked.

    It is cut as wagtail-localize cuts it. Where that gives other strings than the
    translation was made of, those are marked that no translator has written.
    """
    if isinstance(html, MarkedHtml):
        return html
    template, strings = extract_strings(html)
    shown = [
        (MarkedString(string.data) if is_foreign else string, attrs)
        for string, attrs, is_foreign in judged(strings, origins)
    ]
    return MarkedHtml(restore_strings(template, shown))


def judged(strings: Sequence[Any], origins: Origins) -> Iterator[tuple[Any, Any, bool]]:
    """Yield each string of a rich text, its links, and whether it is foreign."""
    known = {entry.get("text") for entry in origins}
    is_cut_alike = len(strings) == len(origins)
    for number, (string, attrs) in enumerate(strings):
        if is_cut_alike:
            yield string, attrs, origins[number]["string"] is None
        else:
            yield string, attrs, string.data not in known


class MarkedString(StringValue):
    def render_soup(self, attrs: Mapping[str, Any]) -> BeautifulSoup:
        """Mark each run of words for itself: links to files add words of the page."""
        soup = super().render_soup(attrs)
        for words in list(soup.find_all(string=True)):
            if words.strip():
                words.wrap(soup.new_tag("span", lang=settings.LANGUAGE_CODE))
        return soup
