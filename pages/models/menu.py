"""Menus of the header and the footer, one of each per language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page, TranslatableMixin

from pages.previews import SnippetPreviews

__all__ = ["Menu", "MenuItem"]


class Menu(SnippetPreviews, TranslatableMixin, ClusterableModel):
    class Place(models.TextChoices):
        HEADER = "header", _("header")
        FOOTER = "footer", _("footer")

    place = models.CharField(_("place"), max_length=6, choices=Place)
    # As in ContentPage, not from TranslatedTexts.
    text_origins = models.JSONField(default=dict, editable=False)
    own_forms = models.JSONField(default=dict, editable=False)

    stands_alone = True
    """Visitors see it without a page that refers to it: translators have to begin."""

    panels = [
        FieldPanel("place"),
        InlinePanel("items", label=_("Entry"), heading=_("Entries")),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "locale"],
                name="menu_once_per_place_and_language",
                violation_error_message=_(
                    "There is a menu for this place in this language already."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.get_place_display()

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> Any:
        """Put these entries into their place, beside the menu that is there."""
        from pages.context_processors import (  # which read these models
            entries_by_place,
            entries_of_menu,
        )

        context = super().get_preview_context(request, mode_name)
        menus = entries_by_place(self.locale.language_code)
        return {**context, "menus": {**menus, self.place: entries_of_menu(self)}}


class MenuItem(TranslatableMixin, Orderable):
    """A link to a page of ours, or to any address."""

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    url = models.URLField(_("or address"), blank=True)
    label = models.CharField(
        _("label"),
        max_length=60,
        blank=True,
        help_text=_("The page's title if left empty."),
    )

    panels = [PageChooserPanel("page"), FieldPanel("url"), FieldPanel("label")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu entries")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.url):
            raise ValidationError(_("Choose either a page or an address."))
        if self.url and not self.label:
            raise ValidationError({"label": _("An address needs a label.")})

    @property
    def text(self) -> str:
        return self.label or (self.page.title if self.page else self.url)
