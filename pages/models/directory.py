"""The directory: people, organisations, venues and funds that many pages refer to.

Each is kept once per language; names are the same in all of them until a translator
gives one another form. One that is in use cannot be deleted.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages.models.translated import TranslatedTexts
from pages.previews import SnippetPreviews

__all__ = ["Contact", "Funding", "Organisation", "Venue"]


class Organisation(
    SnippetPreviews, TranslatedTexts, TranslatableMixin, index.Indexed, models.Model
):
    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    url = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )

    override_translatable_fields = [
        SynchronizedField("name"),
        SynchronizedField("short_name"),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("short_name"),
        FieldPanel("url"),
        FieldPanel("logo"),
    ]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> Any:
        context = super().get_preview_context(request, mode_name)
        return {**context, "shown": {"organisations": [{"organisation": self}]}}


class Contact(
    SnippetPreviews, TranslatedTexts, TranslatableMixin, index.Indexed, models.Model
):
    """A person, or an office, to turn to."""

    name = models.CharField(_("name"), max_length=255)
    role = models.CharField(
        _("role"),
        max_length=255,
        blank=True,
        help_text=_("For example “project lead”."),
    )
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)

    override_translatable_fields = [
        SynchronizedField("name"),
        SynchronizedField("phone", overridable=False),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    ]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return self.name

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> Any:
        context = super().get_preview_context(request, mode_name)
        return {**context, "shown": {"contacts": [self]}}


class Venue(
    SnippetPreviews, TranslatedTexts, TranslatableMixin, index.Indexed, models.Model
):
    """A place where people meet, and how they get in."""

    class WheelchairAccess(models.TextChoices):
        UNKNOWN = "", _("not specified")
        YES = "yes", _("accessible")
        PARTLY = "partly", _("partly accessible")
        NO = "no", _("not accessible")

    name = models.CharField(_("name"), max_length=255)
    street = models.CharField(_("street and number"), max_length=255, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=100, blank=True)
    wheelchair_access = models.CharField(
        _("access for wheelchairs"),
        max_length=6,
        blank=True,
        choices=WheelchairAccess,
        default=WheelchairAccess.UNKNOWN,
    )
    access_note = models.TextField(
        _("notes on access"),
        blank=True,
        help_text=_("Lift, door widths, toilets, guidance for blind people, …"),
    )
    arrival = models.TextField(
        _("how to get there"), blank=True, help_text=_("Stops, lines, car park.")
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=6, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )

    override_translatable_fields = [
        SynchronizedField("name"),
        SynchronizedField("city"),
        SynchronizedField("street", overridable=False),
        SynchronizedField("postal_code", overridable=False),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("street"),
        FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
        FieldPanel("country"),
        MultiFieldPanel(
            [FieldPanel("wheelchair_access"), FieldPanel("access_note")],
            heading=_("Accessibility"),
        ),
        FieldPanel("arrival"),
        FieldRowPanel(
            [FieldPanel("latitude"), FieldPanel("longitude")], heading=_("Map")
        ),
    ]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("venue")
        verbose_name_plural = _("venues")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError(_("A place on the map needs both coordinates."))
        for name, limit in (("latitude", 90), ("longitude", 180)):
            value = getattr(self, name)
            if value is not None and abs(value) > limit:
                raise ValidationError(
                    {name: _("Enter a value between -%(n)d and %(n)d.") % {"n": limit}}
                )

    @property
    def locality(self) -> str:
        """Postal code and town in one line, as on an envelope."""
        return " ".join(part for part in (self.postal_code, self.city) if part)

    @property
    def address(self) -> str:
        """Street, town and country in one line, without the venue's name."""
        return ", ".join(self.address_parts)

    @property
    def address_parts(self) -> list[str]:
        parts = (self.street, self.locality, self.country)
        return [part for part in parts if part]

    @property
    def map_url(self) -> str:
        """A link that opens a map only when it is followed; "" without coordinates."""
        if self.latitude is None or self.longitude is None:
            return ""
        return (
            f"https://www.openstreetmap.org/?mlat={self.latitude}"
            f"&mlon={self.longitude}#map=17/{self.latitude}/{self.longitude}"
        )


class Funding(
    SnippetPreviews, TranslatedTexts, TranslatableMixin, index.Indexed, models.Model
):
    """A grant, and the words the funder obliges its projects to print."""

    programme = models.CharField(_("funding programme"), max_length=255)
    funder = models.CharField(_("funder"), max_length=255, blank=True)
    grant_number = models.CharField(_("grant number"), max_length=100, blank=True)
    notice = models.TextField(
        _("obligatory notice"),
        help_text=_("Shown with the logo on every page of the project."),
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo of the funder"),
    )
    url = models.URLField(_("website"), blank=True)

    override_translatable_fields = [
        SynchronizedField("programme"),
        SynchronizedField("funder"),
        SynchronizedField("grant_number", overridable=False),
    ]
    panels = [
        FieldPanel("programme"),
        FieldPanel("funder"),
        FieldPanel("grant_number"),
        FieldPanel("notice"),
        FieldPanel("logo"),
        FieldPanel("url"),
    ]
    search_fields = [
        index.AutocompleteField("programme"),
        index.SearchField("programme"),
        index.SearchField("grant_number"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["programme"]
        verbose_name = _("funding")
        # English has one form for both, German has two.
        verbose_name_plural = pgettext_lazy("several", "funding")

    def __str__(self) -> str:
        parts = (self.programme, self.grant_number)
        return ", ".join(part for part in parts if part)

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> Any:
        context = super().get_preview_context(request, mode_name)
        return {**context, "shown": {"project": {"fundings": [self]}}}
