"""News: announcements that may point to a project, a series or a workshop."""

from django.conf import settings
from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db import models
from django.db.models.functions import Coalesce, TruncDate
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from cms.visibility import public
from pages.models.base import ContentPage
from pages.models.tabs import page_tabs
from pages.translation.listed import with_origins
from pages.translation.marking import mark_texts

__all__ = ["NewsIndexPage", "NewsPage"]

NEWS_PER_PAGE = 20


class NewsIndexPage(ContentPage):
    parent_page_types = [settings.HOME_PAGE_MODEL, "pages.ProjectPage"]

    edit_handler = page_tabs(
        *Page.content_panels, *ContentPage.body_panels, *ContentPage.closing_panels
    )

    class Meta:
        verbose_name = _("news overview")
        verbose_name_plural = _("news overviews")

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["news"] = self.news_slice(request.GET.get("page", "1"))
        return context

    def news_slice(self, number: str) -> Slice:
        """Return one page of the news below; the nearest one if the number is wrong."""
        news = NewsPage.objects.child_of(self).listed(within=self).with_pictures()
        return Paginator(news, NEWS_PER_PAGE).get_page(number)


class NewsQuerySet(PageQuerySet):
    def listed(self, within: Page | None = None) -> "NewsQuerySet":
        """Return what readers of a page may see, newest first, ready for a list."""
        return public(self, within=within).in_list()

    def in_list(self) -> "NewsQuerySet":
        """Order by date, newest first, and fetch what a list shows, no more."""
        first_published = TruncDate("first_published_at")
        return (
            self.defer_streamfields()
            .annotate(day=Coalesce("original_published_on", first_published))
            .order_by("-day", "-first_published_at")
        )

    def with_pictures(self) -> "NewsQuerySet":
        """Fetch pictures, too, in two queries."""
        return self.prefetch_related("image__renditions")


class NewsPage(ContentPage):
    ages = False  # It tells of one day.
    image = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    about = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("about"),
        help_text=_(
            "The project, series or workshop whose page should list this news."
        ),
    )

    parent_page_types = ["pages.NewsIndexPage"]
    objects = PageManager.from_queryset(NewsQuerySet)()

    edit_handler = page_tabs(
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("image"),
        PageChooserPanel(
            "about", ["pages.ProjectPage", "pages.SeriesPage", "pages.WorkshopPage"]
        ),
        FieldPanel("body"),
        *ContentPage.closing_panels,
    )

    class Meta:
        verbose_name = _("news page")
        verbose_name_plural = _("news pages")

    @cached_property
    def subject(self) -> Page | None:
        """What this news is about, in its own language, if visitors may see it."""
        if self.about is None:
            return None
        versions = Page.objects.filter(
            translation_key=self.about.translation_key, locale=self.locale_id
        )
        subject = public(with_origins(versions), within=self).first()
        return subject and mark_texts(subject)
