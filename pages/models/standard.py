"""Pages that are just text: imprint, privacy, accessibility statement."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from pages.models.base import ContentPage
from pages.models.tabs import page_tabs

__all__ = ["StandardPage"]


class StandardPage(ContentPage):
    parent_page_types = [
        settings.HOME_PAGE_MODEL,
        "pages.ProjectPage",
        "pages.StandardPage",
    ]

    edit_handler = page_tabs(
        *Page.content_panels, *ContentPage.body_panels, *ContentPage.closing_panels
    )

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
