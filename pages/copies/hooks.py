"""Where the admin offers to copy a workshop: beside the title, and in the tree."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from pages.copies.views import copy_view, may_copy
from pages.models import WorkshopPage
from pages.translation.refusing import guarded

__all__: list[str] = []


@hooks.register("register_admin_urls")
def copy_address() -> list[URLPattern]:
    view = guarded(copy_view, may_copy)
    return [path("workshops/<int:page_id>/copy/", view, name="copy_workshop")]


@hooks.register("register_page_header_buttons")
def button_beside_title(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    yield from copy_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def button_in_tree(
    page: Page, user: Any, next_url: str | None = None
) -> Iterator[Button]:
    yield from copy_button(page, user)


def copy_button(page: Page, user: Any) -> Iterator[Button]:
    workshop = page.specific_deferred
    if not isinstance(workshop, WorkshopPage) or not workshop.is_original:
        return
    if workshop.alias_of_id:
        return
    if page.permissions_for_user(user).can_copy():
        yield Button(
            _("Copy to a new date …"),
            reverse("copy_workshop", args=[page.pk]),
            icon_name="copy",
            priority=31,
        )
