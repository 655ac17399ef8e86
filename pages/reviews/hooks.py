"""Where people meet reviews in the admin: form, button, report, dashboard, history."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from pages.reviews.dashboard import OwnReviewsPanel
from pages.reviews.planning import PLANNED, REVIEWED, may_review, plan
from pages.reviews.report import ReviewReport
from pages.reviews.rows import reviewable_by
from pages.reviews.views import ReviewView

__all__: list[str] = []


@hooks.register("before_publish_page")  # which reads the page anew
@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def keep_plan(request: HttpRequest, page: Page) -> None:
    """Save what the page's form said about the next look."""
    if changes := page.__dict__.pop("review_changes", None):
        plan(page, changes, request.user)


@hooks.register("register_admin_urls")
def review_urls() -> list[URLPattern]:
    report = ReviewReport.as_view
    return [
        path("reports/reviews/", report(), name="review_report"),
        path(
            "reports/reviews/results/",
            report(results_only=True),
            name="review_report_results",
        ),
        path("pages/<int:pk>/review/", ReviewView.as_view(), name="page_review"),
    ]


@hooks.register("register_page_header_buttons")
def review_button(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Offer to note a look at the page, without opening its form."""
    if view_name != "edit" or not may_review(page, user):
        return
    url = reverse("page_review", args=[page.pk])
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    yield Button(_("Reviewed"), url=f"{url}{query}", icon_name="check", priority=65)


class ReviewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(reviewable_by(request.user).exists())


@hooks.register("register_reports_menu_item")
def review_menu_item() -> MenuItem:
    return ReviewMenuItem(
        _("Reviews"),
        reverse("review_report"),
        name="reviews",
        icon_name="calendar-check",
        order=200,
    )


@hooks.register("construct_homepage_panels")
def show_own_reviews(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(OwnReviewsPanel())


class ReviewFormatter(LogFormatter):
    """Writes what was decided as a sentence in the history of the page."""

    def format_message(self, log_entry: Any) -> str:
        due_on = log_entry.data.get("due_on")
        values = {
            "what": self.label,
            "day": date_format(date.fromisoformat(due_on)) if due_on else "–",
            "person": log_entry.data.get("person") or "–",
        }
        return gettext("%(what)s. Next look on: %(day)s, by: %(person)s") % values


@hooks.register("register_log_actions")
def review_log_actions(actions: Any) -> None:
    for action, words in ((REVIEWED, _("Reviewed")), (PLANNED, _("Review planned"))):
        formatter = type("Formatter", (ReviewFormatter,), {"label": words})
        actions.register_action(action)(formatter)
