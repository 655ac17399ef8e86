"""The form of a workshop, in the order in which one writes it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from pages.models.base import ContentPage
from pages.models.tabs import page_tabs
from pages.programme_panel import ProgrammeWarningsPanel
from pages.short_links.panel import ShortLinkPanel

__all__ = ["WORKSHOP_TABS"]

WORKSHOP_TABS = page_tabs(
    *Page.content_panels,
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel(
                        "starts_at", help_text=_("For example 17.12.2026 18:00.")
                    ),
                    FieldPanel("ends_at"),
                ]
            ),
            FieldRowPanel([FieldPanel("time_zone"), FieldPanel("number")]),
        ],
        heading=_("When"),
    ),
    MultiFieldPanel(
        [FieldPanel("attendance"), FieldPanel("venue"), FieldPanel("online_url")],
        heading=_("Where"),
    ),
    FieldPanel("lead"),
    FieldPanel("intro"),
    MultiFieldPanel(
        [FieldPanel("flyer"), ProgrammeWarningsPanel(), FieldPanel("agenda")],
        heading=_("Programme"),
    ),
    FieldPanel("information"),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel("registration_url"), FieldPanel("registration_email")]
            ),
            FieldRowPanel(
                [
                    FieldPanel(
                        "registration_deadline",
                        help_text=_(
                            "The last day. Afterwards the page offers no "
                            "registration any more."
                        ),
                    ),
                    FieldPanel("places"),
                ]
            ),
            FieldRowPanel([FieldPanel("price"), FieldPanel("spoken_languages")]),
        ],
        heading=_("Registration"),
    ),
    *ContentPage.closing_panels,
    FieldPanel("body"),
    # What comes later than the announcement: rarely needed, so folded up.
    MultiFieldPanel(
        [FieldPanel("status"), FieldPanel("status_note")],
        heading=_("Status"),
        classname="collapsed",
        help_text=_(
            "To cancel, to postpone or to hold it online, use the menu beside the "
            "title: that writes in all languages at once and can be undone."
        ),
    ),
    FieldPanel("report", classname="collapsed"),
    promoting=(ShortLinkPanel(heading=_("Short address and QR code")),),
)
