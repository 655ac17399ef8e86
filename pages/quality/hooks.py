"""Where people find the report on quality."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from pages.quality.report import QualityReport
from pages.quality.visible import may_see_findings

__all__: list[str] = []


@hooks.register("register_admin_urls")
def quality_urls() -> list[URLPattern]:
    return [
        path("reports/quality/", QualityReport.as_view(), name="quality_report"),
        path(
            "reports/quality/results/",
            QualityReport.as_view(results_only=True),
            name="quality_report_results",
        ),
    ]


class QualityMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_findings(request.user)


@hooks.register("register_reports_menu_item")
def quality_menu_item() -> MenuItem:
    return QualityMenuItem(
        _("Quality"),
        reverse("quality_report"),
        name="quality",
        icon_name="glasses",
        order=100,
    )
