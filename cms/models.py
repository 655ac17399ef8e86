"""What an administrator decides about the whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string

from cms.fields import LanguageTextField, in_language

__all__ = ["SiteSettings"]


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """Name and logo, shown in the header of every page."""

    site_name = LanguageTextField(
        verbose_name=_("name of the website"),
        help_text=_("Shown in the header of every page and in browser tabs."),
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )

    panels = [FieldPanel("site_name"), FieldPanel("logo")]
    select_related = ["logo"]

    class Meta:
        verbose_name = _("name and logo")

    @property
    def name(self) -> str:
        return in_language(self.site_name)
