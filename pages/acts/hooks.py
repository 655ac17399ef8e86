"""Addresses and buttons of the acts in the admin, and what its log calls them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from pages.acts.kinds import Kind
from pages.acts.records import UNDONE
from pages.acts.refusals import refusal
from pages.acts.undoing import undoable
from pages.acts.views import act_view, choice_view, may_act, may_undo, undo_view
from pages.models import WorkshopPage
from pages.rendering.dates import day_in_words
from pages.translation.refusing import guarded

__all__: list[str] = []


@hooks.register("register_admin_urls")
def act_addresses() -> list[URLPattern]:
    here = "workshops/<int:page_id>/"
    return [
        path(f"{here}act/", guarded(choice_view, may_act), name="acts"),
        path(f"{here}act/<slug:kind>/", guarded(act_view, may_act), name="act"),
        path(f"{here}undo/", guarded(undo_view, may_undo), name="undo_act"),
    ]


@hooks.register("register_page_header_buttons")
def buttons_beside_title(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    workshop = workshop_of(page)
    if workshop is None or not page.permissions_for_user(user).can_edit():
        return
    if not refusal(workshop):
        yield act_button(page)
    if page.permissions_for_user(user).can_publish():
        yield from undo_button(workshop)


@hooks.register("register_page_listing_more_buttons")
def button_in_tree(
    page: Page, user: Any, next_url: str | None = None
) -> Iterator[Button]:
    workshop = workshop_of(page)
    may_edit = page.permissions_for_user(user).can_edit()
    if workshop and may_edit and not refusal(workshop):
        yield act_button(page)


def workshop_of(page: Page) -> WorkshopPage | None:
    """Return a page as a workshop whose status is decided here, not elsewhere."""
    workshop = page.specific
    is_one = isinstance(workshop, WorkshopPage) and workshop.is_original
    return workshop if is_one else None


def act_button(page: Page) -> Button:
    return Button(
        _("Cancel, postpone, hold online …"),
        reverse("acts", args=[page.pk]),
        icon_name="warning",
        priority=32,
    )


def undo_button(workshop: WorkshopPage) -> Iterator[Button]:
    entry = undoable(workshop)
    if entry:
        yield Button(
            _("Undo “%(act)s” …") % {"act": entry.formatter.label},
            reverse("undo_act", args=[workshop.pk]),
            icon_name="undo",
            priority=33,
        )


class ActFormatter(LogFormatter):
    """What the log says of an act, with its note and its new date."""

    def format_message(self, log_entry: Any) -> str:
        parts = [str(self.message)]
        if first_day := log_entry.data.get("first_day"):
            parts.append(day_in_words(date.fromisoformat(first_day)))
        return ": ".join(parts)

    def format_comment(self, log_entry: Any) -> str:
        note: str = log_entry.data.get("note", "")
        return note


MESSAGES = {
    Kind.CANCEL: gettext_lazy("Workshop cancelled"),
    Kind.POSTPONE: gettext_lazy("Workshop postponed"),
    Kind.MOVE_ONLINE: gettext_lazy("Workshop moved online"),
}


@hooks.register("register_log_actions")
def name_acts(actions: Any) -> None:
    for kind in Kind:
        values = {"label": kind.label, "message": MESSAGES[kind]}
        formatter = type("Formatter", (ActFormatter,), values)
        actions.register_action(f"pages.{kind.value}")(formatter)
    actions.register_action(
        UNDONE,
        gettext_lazy("Undo this act"),
        gettext_lazy("Undone: what was cancelled, postponed or moved online"),
    )
