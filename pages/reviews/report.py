"""The report of all pages by their next look."""

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from pages.models.review import PageReview
from pages.people import name_of
from pages.reviews.rows import reviewable_by

__all__ = ["ReviewReport"]

OVERDUE, PLANNED, NONE = "overdue", "planned", "none"


class PersonFilterField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return name_of(obj)


class PersonFilter(django_filters.ModelChoiceFilter):
    field_class = PersonFilterField


def people_with_reviews(request: HttpRequest) -> QuerySet:
    rows = get_user_model().objects.filter(page_reviews__isnull=False).distinct()
    return rows.order_by("last_name", "first_name", "pk")


class ReviewFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[
            (OVERDUE, _("overdue")),
            (PLANNED, _("planned")),
            (NONE, _("without a date")),
        ],
        method="in_state",
        empty_label=_("All pages"),
    )
    person = PersonFilter(
        field_name="review__person",
        label=_("Person"),
        queryset=people_with_reviews,
        empty_label=_("Everybody"),
    )
    due_until = django_filters.DateFilter(
        field_name="review__due_on",
        lookup_expr="lte",
        label=_("Due until"),
        widget=AdminDateInput,
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def in_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        today = timezone.localdate()
        conditions: dict[str, dict[str, Any]] = {
            OVERDUE: {"review__due_on__lt": today},
            PLANNED: {"review__due_on__gte": today},
            NONE: {"review__due_on": None},
        }
        return queryset.filter(**conditions[value])


class ReviewReport(ReportView):
    """All pages in the source language that the person may edit, overdue ones first."""

    page_title = _("Reviews")
    header_icon = "calendar-check"
    results_template_name = "pages/admin/review_report_results.html"
    index_url_name = "review_report"
    index_results_url_name = "review_report_results"
    filterset_class = ReviewFilterSet
    context_object_name = "pages"
    is_searchable = False
    list_export = ["title", "due_on", "person", "reviewed_on", "address"]
    export_headings = {
        "title": _("Title"),
        "due_on": _("Next look on"),
        "person": _("Person"),
        "reviewed_on": _("Last look on"),
        "address": _("Address"),
    }

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not reviewable_by(request.user).exists():
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_filename(self) -> str:
        return f"reviews-{timezone.localdate().isoformat()}"

    def to_row_dict(self, item: Page) -> dict[str, Any]:
        review = getattr(item, "review", None) or PageReview()
        return {
            "title": item.draft_title,
            "due_on": review.due_on,
            "person": name_of(review.person) if review.person else "",
            "reviewed_on": review.reviewed_on,
            "address": item.full_url,
        }

    def get_base_queryset(self) -> QuerySet:
        return reviewable_by(self.request.user)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {**context, "today": timezone.localdate()}
