"""A series of workshops that belong together."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, Page, TranslatableMixin

from pages.models.base import ContentPage
from pages.models.tabs import page_tabs
from pages.translation.marking import mark_children, mark_texts

__all__ = ["PlannedWorkshop", "SeriesEntry", "SeriesPage"]


class SeriesPage(ContentPage):
    parent_page_types = ["pages.ProjectPage", settings.HOME_PAGE_MODEL]

    edit_handler = page_tabs(
        *Page.content_panels,
        *ContentPage.body_panels,
        InlinePanel(
            "planned_workshops",
            heading=_("Workshops still without a page"),
            label=_("Workshop"),
            help_text=_(
                "Announced by number and topic. Once a workshop page has the "
                "number, that page takes the place of the entry."
            ),
        ),
        *ContentPage.closing_panels,
    )

    class Meta:
        verbose_name = _("series of workshops")
        # English has one form for both, German has two.
        verbose_name_plural = pgettext_lazy("several", "series of workshops")

    # The workshop whose page shows this series. A preview of it is not public yet.
    shown_on: Page | None = None

    @cached_property
    def entries(self) -> list["SeriesEntry"]:
        """All workshops of the series by number, those without a page included."""
        from pages.models.workshop import WorkshopPage  # whose parent this is

        found = WorkshopPage.objects.child_of(self).listed(within=self)
        pages = [mark_texts(page) for page in found if page != self.shown_on]
        if self.shown_on:
            pages.append(self.shown_on)
        planned_workshops = list(self.planned_workshops.all())
        mark_children(self, "planned_workshops", planned_workshops)
        entries = [SeriesEntry(page.number, page.title, page) for page in pages]
        taken = {entry.number for entry in entries}
        entries += [
            SeriesEntry(planned.number, planned.title)
            for planned in planned_workshops
            if planned.number not in taken
        ]
        return sorted(entries, key=SeriesEntry.order)

    @property
    def goes_on(self) -> bool:
        """Whether a workshop of the series is still to come, or only announced."""
        return any(not (entry.page and entry.page.is_past) for entry in self.entries)

    @property
    def size(self) -> int:
        """How many workshops the series has, planned ones included."""
        numbers = [entry.number or 0 for entry in self.entries]
        return max([len(numbers), *numbers])


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """A workshop of a series; without ``page`` it is only announced."""

    number: int | None
    title: str
    page: Page | None = None

    @property
    def needs_number(self) -> bool:
        """Whether the number has to be printed because the title does not name it."""
        return (
            self.number is not None
            and re.search(rf"\b{self.number}\b", self.title.split(":")[0]) is None
        )

    def order(self) -> tuple[bool, int]:
        """Sort key: by number, those without one last."""
        return self.number is None, self.number or 0


class PlannedWorkshop(TranslatableMixin, Orderable):
    page = ParentalKey(
        SeriesPage, on_delete=models.CASCADE, related_name="planned_workshops"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("topic"), max_length=255)

    panels = [FieldRowPanel([FieldPanel("number"), FieldPanel("title")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        ordering = ["number"]
        verbose_name = _("planned workshop")
