"""Marks words in the source language in lists of other pages."""

from collections.abc import Iterable
from typing import Any

from django import template

from pages.translation.marking import mark_texts

register = template.Library()


@register.filter
def marked(pages: Iterable[Any]) -> list[Any]:
    """Return the pages of a list, marked: ``{% for page in pages|marked %}``.

    Plain pages must have been fetched by ``pages.translation.listed.with_origins``.
    """
    return [mark_texts(page) for page in pages or ()]
