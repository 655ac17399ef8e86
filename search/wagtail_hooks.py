"""What the search adds to the admin: promoted results, synonyms, a report."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import PromotedResult, Synonyms
from search.report import SearchReport, may_see_searches

__all__: list[str] = []


class PromotedResultViewSet(ModelViewSet):
    model = PromotedResult
    name = "promoted_results"
    icon = "pick"
    menu_label = _("Promoted results")
    list_display = ["__str__", "words", "language", "order"]
    list_filter = ["language"]
    search_fields = ["words", "title"]
    panels = [
        FieldPanel("language"),
        FieldPanel("words"),
        MultiFieldPanel(
            [FieldPanel("page"), FieldPanel("document"), FieldPanel("url")],
            heading=_("Leads to"),
        ),
        FieldPanel("title"),
        FieldPanel("description"),
        FieldPanel("order"),
    ]


class SynonymsViewSet(ModelViewSet):
    model = Synonyms
    name = "synonyms"
    icon = "list-ul"
    menu_label = _("Synonyms")
    list_display = ["words", "language"]
    list_filter = ["language"]
    search_fields = ["words"]
    panels = [FieldPanel("language"), FieldPanel("words")]


class SearchGroup(ViewSetGroup):
    items = (PromotedResultViewSet, SynonymsViewSet)
    menu_label = _("Search aids")
    menu_icon = "search"
    menu_order = 260


@hooks.register("register_admin_viewset")
def search_views() -> ViewSetGroup:
    return SearchGroup()


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("reports/searches/", SearchReport.as_view(), name="search_report"),
        path(
            "reports/searches/results/",
            SearchReport.as_view(results_only=True),
            name="search_report_results",
        ),
    ]


class SearchReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_searches(request.user)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return SearchReportMenuItem(
        _("Searches"),
        reverse("search_report"),
        name="searches",
        icon_name="search",
        order=120,
    )
