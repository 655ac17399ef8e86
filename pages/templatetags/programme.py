"""What the templates of the programme ask."""

from typing import Any

from django import template

from pages.agenda import AgendaItem

register = template.Library()


@register.filter
def agenda_item(value: Any) -> AgendaItem:
    """Return what an agenda block's value means in a programme.

    Programmes are written from these; a block alone, as in its preview, is as well.
    """
    item: AgendaItem = value.block.agenda_item(value, "")
    return item


@register.filter
def has_own_template(entry: Any) -> bool:
    """Whether an entry is of a plugin's block that brings a template."""
    block = getattr(entry.block, "block", None)
    return bool(getattr(getattr(block, "meta", None), "template", None))
