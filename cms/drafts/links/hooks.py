"""Where people meet links to drafts in the admin: the page's menu and its history."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from cms.drafts.links.admin_views import DraftLinksView, RevokeView
from cms.drafts.links.keeping import CREATED, REVOKED, may_share

__all__: list[str] = []


@hooks.register("register_admin_urls")
def link_addresses() -> list[URLPattern]:
    here = "pages/<int:pk>/draft-links/"
    return [
        path(here, DraftLinksView.as_view(), name="draft_links"),
        path(f"{here}<int:link>/", RevokeView.as_view(), name="revoke_draft_link"),
    ]


@hooks.register("register_page_header_buttons")
def button_beside_title(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    yield from share_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def button_in_tree(
    page: Page, user: Any, next_url: str | None = None
) -> Iterator[Button]:
    yield from share_button(page, user)


def share_button(page: Page, user: Any) -> Iterator[Button]:
    if not page.is_root() and may_share(user, [page]):
        url = reverse("draft_links", args=[page.pk])
        yield Button(_("Share the draft …"), url, icon_name="link", priority=34)


class LinkFormatter(LogFormatter):
    """Writes as a sentence in the history of the page until when a link is valid."""

    def format_message(self, log_entry: Any) -> str:
        last_day = date.fromisoformat(log_entry.data["last_day"])
        day = date_format(last_day, "SHORT_DATE_FORMAT")
        sentence: str = self.message % {"day": day}
        return sentence


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    named = {
        CREATED: (
            _("Share the draft"),
            _("Draft shared by a link that is valid until %(day)s"),
        ),
        REVOKED: (
            _("Revoke the link to the draft"),
            _("Link to the draft revoked that was valid until %(day)s"),
        ),
    }
    for action, (label, message) in named.items():
        values = {"label": label, "message": message}
        actions.register_action(action)(type("Formatter", (LinkFormatter,), values))
