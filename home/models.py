"""The home page: what comes next, what is new, which projects there are."""

from collections.abc import Iterator
from itertools import accumulate

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.visibility import public
from pages.models import ContentPage, NewsPage, ProjectPage, WorkshopPage
from pages.models.tabs import page_tabs

__all__ = ["HomePage"]

NEXT_WORKSHOPS = 5
LATEST_NEWS = 4


class HomePage(ContentPage):
    parent_page_types = ["wagtailcore.Page"]

    edit_handler = page_tabs(
        *Page.content_panels, *ContentPage.body_panels, *ContentPage.closing_panels
    )

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page below by its whole address: as many queries at any depth.

        Wagtail looks up one part after the other. The pages on the way are kept, for
        breadcrumbs and funding notices. One that resolves addresses by itself does so.
        """
        way = list(self.pages_on_the_way(path_components))
        if not way:
            return super().route(request, path_components)
        page = way[-1]
        page.way_here = (self, *way[:-1])
        return page.route(request, path_components[len(way) :])

    def pages_on_the_way(self, path_components: list[str]) -> Iterator[Page]:
        paths = accumulate(path_components, "{}{}/".format, initial=self.url_path)
        found = Page.objects.filter(slug__in=path_components, url_path__in=list(paths))
        for page in found.order_by("depth").specific():
            yield page
            if type(page).route is not Page.route:
                return

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict:
        context = super().get_context(request, *args, **kwargs)
        below = {"path__startswith": self.path}
        workshops = WorkshopPage.objects.filter(**below).listed(within=self).upcoming()
        news = NewsPage.objects.filter(**below).listed(within=self)
        context.update(
            workshops=workshops[:NEXT_WORKSHOPS],
            news=news.with_pictures()[:LATEST_NEWS],
            projects=public(ProjectPage.objects.filter(**below), within=self),
        )
        return context
