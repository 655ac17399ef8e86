"""The menus, for every template."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page

from cms.visibility import public
from pages.models import Menu, MenuItem
from pages.translation.listed import origins, with_origins
from pages.translation.marking import foreign, mark_children, mark_texts

__all__ = ["entries_of_menu", "menus"]


def menus(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``menus``: lists of entries by place, in the active language."""
    return {"menus": SimpleLazyObject(lambda: entries_by_place(get_language()))}


def entries_by_place(language: str | None) -> dict[str, list[MenuItem]]:
    """Return the entries whose page visitors may see, in one query.

    Entries for pages in the source language need a second one: they lead to the page
    in the language of the menu, if it is public.
    """
    entries = MenuItem.objects.filter(menu__locale__language_code=language)
    visible = public(entries, page="page").select_related("menu", "page__locale")
    if language != settings.LANGUAGE_CODE:
        visible = visible.annotate(page_origins=origins("page__"))
    places: dict[str, list[MenuItem]] = {place: [] for place in Menu.Place.values}
    for entry in visible.order_by("sort_order"):
        places[entry.menu.place].append(entry)
    if language != settings.LANGUAGE_CODE:
        translate([entry for place in places.values() for entry in place], language)
    return places


def entries_of_menu(menu: Menu) -> list[MenuItem]:
    """Return what visitors will see of one menu as it is in memory, saved or not."""
    entries = list(menu.items.all())
    wanted = {entry.page_id for entry in entries if entry.page_id}
    pages = public(with_origins(Page.objects.filter(pk__in=wanted)))
    found = pages.select_related("locale").in_bulk()
    for entry in entries:
        entry.menu, entry.page = menu, found.get(entry.page_id)
        entry.page_origins = getattr(entry.page, "text_origins", None)
    entries = [entry for entry in entries if entry.page or entry.url]
    language = menu.locale.language_code
    if language != settings.LANGUAGE_CODE:
        translate(entries, language)
    return entries


def translate(entries: Iterable[MenuItem], language: str | None) -> None:
    """Lead entries to the pages of a language and mark what is not in it."""
    pages = [entry.page for entry in entries if entry.page]
    originals = [page for page in pages if page.locale.language_code != language]
    translations = public_translations(originals, language) if originals else {}
    for entry in entries:
        mark_children(entry.menu, "items", [entry])
        if not entry.page:
            continue
        if translation := translations.get(entry.page.translation_key):
            entry.page = translation
        elif entry.page.locale.language_code != language:
            entry.page.title = foreign(entry.page.title)
        else:
            entry.page.text_origins = entry.page_origins
            mark_texts(entry.page)


def public_translations(pages: Iterable[Page], language: str | None) -> dict[Any, Page]:
    found = Page.objects.filter(
        translation_key__in=[page.translation_key for page in pages],
        locale__language_code=language,
    )
    versions = public(with_origins(found)).select_related("locale")
    return {page.translation_key: mark_texts(page) for page in versions}
