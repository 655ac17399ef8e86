"""The menus, for every template."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from cms.visibility import public
from pages.models import Menu, MenuItem

__all__ = ["menus"]


def menus(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``menus``: lists of entries by place, in the active language."""
    return {"menus": SimpleLazyObject(lambda: entries_by_place(get_language()))}


def entries_by_place(language: str | None) -> dict[str, list[MenuItem]]:
    """Return the entries whose page visitors may see, in one query."""
    entries = MenuItem.objects.filter(menu__locale__language_code=language)
    visible = public(entries, page="page").select_related("menu", "page")
    places: dict[str, list[MenuItem]] = {place: [] for place in Menu.Place.values}
    for entry in visible.order_by("sort_order"):
        places[entry.menu.place].append(entry)
    return places
