"""What wagtail-localize offers in menus and does not have to: it happens by itself.

The addresses behind these buttons refuse as well; see guards.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from wagtail import hooks

from pages.translation.permissions import translates

__all__: list[str] = []

NOT_OFFERED = {"localize-restart-translation", "localize-convert-to-alias"}


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def leave_out_stopping(items: list[Any], request: HttpRequest, context: Any) -> None:
    items[:] = [item for item in items if item.name not in NOT_OFFERED]


@hooks.register("insert_global_admin_css")
def hide_what_has_no_hook() -> SafeString:
    """Hide "sync", a button that no hook can take away again."""
    return mark_safe('<style>[href*="/localize/update/"] { display: none; }</style>')


@hooks.register("construct_reports_menu")
def leave_out_report(request: HttpRequest, items: list[Any]) -> None:
    if not translates(request.user):
        address = reverse("wagtail_localize:translations_report")
        items[:] = [item for item in items if item.url != address]
