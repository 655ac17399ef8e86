"""The editors' report of what was searched; what was not found comes first."""

from datetime import date
from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView

from cms.languages import language_choices
from search.models import SearchedWords

__all__ = ["SearchReport", "may_see_searches"]

FOUND, ALL = "found", "all"
BEGINS_A_FORMULA = ("=", "+", "-", "@")


def may_see_searches(user: Any) -> bool:
    """Whether somebody could help those who find nothing, by synonyms."""
    return bool(user.has_perm("search.change_synonyms"))


def month_choices() -> list[tuple[str, str]]:
    months = SearchedWords.objects.values_list("month", flat=True).distinct()
    return [(month.isoformat(), in_words(month)) for month in months.order_by("-month")]


def in_words(month: date) -> str:
    return date_format(month, "YEAR_MONTH_FORMAT")


def as_text(words: str) -> str:
    """Keep a spreadsheet from calculating what a visitor has typed."""
    return f"'{words}" if words.startswith(BEGINS_A_FORMULA) else words


class SearchFilterSet(WagtailFilterSet):
    outcome = django_filters.ChoiceFilter(
        label=_("Result"),
        choices=[(FOUND, _("found")), (ALL, _("found or not"))],
        method="with_outcome",
        empty_label=_("not found"),
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=language_choices, empty_label=_("All languages")
    )
    month = django_filters.ChoiceFilter(
        label=_("Month"), choices=month_choices, empty_label=_("All months")
    )

    class Meta:
        model = SearchedWords
        fields: list[str] = []

    def with_outcome(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(last_results__gt=0) if value == FOUND else queryset


class SearchReport(ReportView):
    """What was searched, each text once, the most frequent ones first.

    How much was found is said for the last time, whatever month the report is of.
    """

    page_title = _("Searches")
    header_icon = "search"
    results_template_name = "search/admin/report_results.html"
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    filterset_class = SearchFilterSet
    is_searchable = False
    list_export = ["words", "language", "searches", "last_results", "last_month"]
    export_headings = {
        "words": _("Searched words"),
        "language": _("Language"),
        "searches": _("Searches"),
        "last_results": _("Results"),
        "last_month": _("Last in"),
    }
    custom_field_preprocess = {"words": {"csv": as_text}}

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not may_see_searches(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_filename(self) -> str:
        return f"searches-{timezone.localdate().isoformat()}"

    def get_base_queryset(self) -> QuerySet:
        same = SearchedWords.objects.filter(
            language=OuterRef("language"), words=OuterRef("words")
        )
        latest = same.order_by("-month").values("results")[:1]
        rows = SearchedWords.objects.values("language", "words").annotate(
            searches=Sum("number"),
            last_month=Max("month"),
            last_results=Subquery(latest),
        )
        if not self.request.GET.get("outcome"):
            rows = rows.filter(last_results=0)
        return rows.order_by("-searches", "words", "language")

    def decorate_paginated_queryset(self, object_list: Any) -> list[dict[str, Any]]:
        names = {code: str(name) for code, name in language_choices()}
        return [
            {**row, "language": names.get(row["language"], row["language"])}
            for row in object_list
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {
            **context,
            "synonyms_url": reverse("synonyms:index"),
            "promoted_url": reverse("promoted_results:index"),
        }
