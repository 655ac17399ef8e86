"""The report of all findings that somebody can put right."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from pages.models import ProjectPage
from pages.models.quality import Finding
from pages.quality.registry import KINDS
from pages.quality.rows import Row, row_of
from pages.quality.visible import findings_for, may_see_findings
from pages.translation.counting import count_work
from pages.translation.summaries import Summary, summaries
from pages.translation.targets import target_locales

__all__ = ["QualityReport"]


def kind_choices() -> list[tuple[str, Any]]:
    return [(kind.code, kind.label) for kind in KINDS.values()]


def projects(request: HttpRequest) -> QuerySet[Page]:
    source = Locale.get_default()
    seen = page_permission_policy.explorable_instances(request.user)
    rows = ProjectPage.objects.filter(locale=source, pk__in=seen.values("pk"))
    return rows.live().order_by("title")


class QualityFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=kind_choices, empty_label=_("All kinds")
    )
    project = django_filters.ModelChoiceFilter(
        label=_("Project"),
        queryset=projects,
        method="below",
        empty_label=_("All projects"),
    )
    language = django_filters.ModelChoiceFilter(
        field_name="subject__locale",
        label=_("Language"),
        queryset=lambda request: Locale.objects.order_by("pk"),
        empty_label=_("All languages"),
    )

    class Meta:
        model = Finding
        fields: list[str] = []

    def below(self, queryset: QuerySet, name: str, project: Page) -> QuerySet:
        """Leave the pages of a project, in all languages."""
        inside = Q()
        for version in project.get_translations(inclusive=True):
            inside |= Q(subject__page__path__startswith=version.path)
        return queryset.filter(inside)


class QualityReport(ReportView):
    page_title = _("Quality")
    header_icon = "glasses"
    results_template_name = "pages/admin/quality_report_results.html"
    index_url_name = "quality_report"
    index_results_url_name = "quality_report_results"
    filterset_class = QualityFilterSet
    is_searchable = False
    list_export = [
        "title",
        "type",
        "language",
        "kind",
        "sentence",
        "hint",
        "full_url",
        "found_on",
    ]
    export_headings = {
        "title": _("Title"),
        "type": _("Type"),
        "language": _("Language"),
        "kind": _("Kind"),
        "sentence": _("What was found"),
        "hint": _("What to do"),
        "full_url": _("Place"),
        "found_on": _("Found on"),
    }

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not may_see_findings(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_filename(self) -> str:
        return f"quality-{timezone.localdate().isoformat()}"

    def get_base_queryset(self) -> QuerySet[Finding]:
        found = findings_for(self.request.user)
        return found.select_related("subject__content_type", "subject__page").order_by(
            "subject__page__path", "subject__title", "subject__pk", "kind", "pk"
        )

    @cached_property
    def languages(self) -> dict[int, Locale]:
        return Locale.objects.in_bulk()

    def decorate_paginated_queryset(self, object_list: Any) -> list[Row]:
        return [row_of(finding, self.languages) for finding in object_list]

    @cached_property
    def translation_work(self) -> list[Summary]:
        """What is missing of translations: their work list knows it best."""
        languages = target_locales(self.request.user)
        found = summaries(count_work(Locale.get_default(), languages), languages)
        return [summary for summary in found if summary.number]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {**context, "translation_work": self.translation_work}
