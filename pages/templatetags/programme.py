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
