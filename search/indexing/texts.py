"""The words of a page, by how much they say of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, EmailField, Field, TextField, URLField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from pages.quality.content import Content, read_fields

__all__ = ["PageWords", "one_line", "read_page"]

MOST_SIGNS = 200_000
"""Of all the text of an entry."""
IN_SUMMARY = ("lead", "subtitle", "acronym")
NOT_WORDS = (URLField, EmailField)
NOT_FOR_READERS = frozenset({"time_zone"})


@dataclass(slots=True)
class PageWords:
    summary: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    """Numbers of the documents that it shows, as they were chosen."""
    titles: dict[int, str] = field(default_factory=dict)
    """What it calls some of them."""


def read_page(page: Any) -> PageWords:
    """Read what a page's own fields and streams say. Costs no query.

    Streams have to be read within ``pages.references.without_references``.
    """
    words = PageWords()
    content = Content()
    read_fields(page, content)
    words.documents = [link.pk for link in content.links if link.kind == "document"]
    for headings in content.headings.values():
        words.summary += [heading.text for heading in headings]
    for one in own_fields(page):
        target = words.summary if one.name in IN_SUMMARY else words.text
        target.extend(texts_in(one, getattr(page, one.name)))
    return words


def own_fields(instance: Any) -> Iterator[Field]:
    """Yield the fields with words; of a page those beyond what every page has."""
    is_page = isinstance(instance, Page)
    common = {one.name for one in Page._meta.get_fields()} if is_page else set()
    for one in instance._meta.get_fields():
        is_text = isinstance(one, CharField | TextField | StreamField)
        if is_text and one.name not in common | NOT_FOR_READERS and says_something(one):
            yield one


def says_something(one: Any) -> bool:
    return one.editable and not one.choices and not isinstance(one, NOT_WORDS)


def texts_in(one: Field, value: Any) -> Iterable[str]:
    if isinstance(one, StreamField):
        return [str(text) for text in one.stream_block.get_searchable_content(value)]
    if isinstance(one, RichTextField):
        return [get_text_for_indexing(value or "")]
    return [str(value or "")]


def one_line(texts: Iterable[str]) -> str:
    """Return texts without those that repeat another, in one line."""
    parts = (" ".join(text.replace("\x00", " ").split()) for text in texts)
    different = dict.fromkeys(part for part in parts if part)
    closed = (part if part[-1] in ".!?" else f"{part} ·" for part in different)
    return " ".join(closed).removesuffix(" ·")[:MOST_SIGNS]
