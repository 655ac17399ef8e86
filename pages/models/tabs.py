"""The tabs of the forms of all pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import Page

from pages.models.base import ContentPage

__all__ = ["page_tabs"]


def page_tabs(*content: Any, promoting: tuple[Any, ...] = ()) -> TabbedInterface:
    """Return the tabs of a page's form: its content, then what surrounds it."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("Content")),
            ObjectList(ContentPage.publication_panels, heading=_("Dates and changes")),
            ObjectList([*Page.promote_panels, *promoting], heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ]
    )
