"""The home page: what comes next, what is new, which projects there are."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from pages.models import ContentPage, NewsPage, ProjectPage, WorkshopPage
from pages.models.base import page_tabs

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

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict:
        context = super().get_context(request, *args, **kwargs)
        below = {"path__startswith": self.path}
        workshops = WorkshopPage.objects.filter(**below).listed().upcoming()
        context.update(
            workshops=workshops[:NEXT_WORKSHOPS],
            news=NewsPage.objects.filter(**below).listed()[:LATEST_NEWS],
            projects=ProjectPage.objects.filter(**below).live().public(),
        )
        return context
