"""What an administrator decides about the whole site, and when it last changed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string

from cms.drafts.addresses import validate_front_end
from cms.drafts.models import UnsavedDraft
from cms.fields import LanguageTextField, in_language
from cms.outbox.models import Event, Feed, ToldPage, UntoldNote
from cms.theme.colours import read_colour
from cms.theme.css import theme_css
from cms.theme.fields import ColourField
from cms.theme.palette import DARK, LIGHT, TEXT, Shortfall, shortfall
from cms.theme.typefaces import Typeface
from cms.webhooks.models import Attempt, Delivery, Webhook

__all__ = [
    "Attempt",
    "Delivery",
    "Event",
    "Feed",
    "LastChange",
    "SiteSettings",
    "ToldPage",
    "UnsavedDraft",
    "UntoldNote",
    "Webhook",
]


class LastChange(models.Model):
    """The moment at which public content last changed, or anything it is shown with.

    One row, written after each ``content_changed`` (cms.last_change).
    """

    at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("last change")
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return str(self.at)


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """Name and logo, shown in the header of every page, and the theme."""

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
    accent = ColourField(
        verbose_name=_("colour"),
        help_text=_(
            "For links, buttons and lines. It has to be dark enough to be read on "
            "white. Without one, the website is blue."
        ),
    )
    accent_dark = ColourField(
        verbose_name=_("colour on dark ground"),
        help_text=_(
            "For readers whose device shows light text on dark ground. Without one, "
            "a lighter shade of the colour above is used."
        ),
    )
    has_band = models.BooleanField(
        default=False,
        verbose_name=_("header in the colour of the website"),
        help_text=_("Otherwise the header is as light or dark as the page."),
    )
    typeface = models.CharField(
        max_length=16,
        blank=True,
        default=Typeface.FIRA_SANS,
        choices=Typeface.choices,
        verbose_name=_("typeface"),
        help_text=_("None of them is fetched from another server."),
    )

    front_end_preview = models.CharField(
        max_length=500,
        blank=True,
        validators=[validate_front_end],
        verbose_name=_("preview page of a separate front end"),
        help_text=_(
            "Previews in the editor then show this page, with what was not saved yet. "
            "Leave it empty if visitors see the pages of this website itself."
        ),
    )

    panels = [
        FieldPanel("site_name"),
        FieldPanel("logo"),
        MultiFieldPanel(
            [
                FieldPanel("accent"),
                FieldPanel("accent_dark"),
                FieldPanel("has_band"),
                FieldPanel("typeface"),
            ],
            heading=_("Theme"),
        ),
        FieldPanel("front_end_preview"),
    ]
    select_related = ["logo"]

    class Meta:
        verbose_name = _("name, logo and theme")

    @property
    def name(self) -> str:
        return in_language(self.site_name)

    @cached_property
    def theme(self) -> SafeString:
        """The theme as CSS; "" if it is the one of the stylesheet."""
        css = theme_css(
            accent=self.accent,
            accent_dark=self.accent_dark,
            typeface=self.typeface,
            band=self.has_band,
        )
        return mark_safe(css)  # noqa: S308 (made of numbers of colours and of constants)

    @property
    def has_own_typeface(self) -> bool:
        """Whether Fira Sans, which comes with the site, is not wanted."""
        return bool(self.typeface)

    def clean(self) -> None:
        """Refuse colours in which text could not be read."""
        super().clean()
        given = {
            "accent": (self.accent, LIGHT),
            "accent_dark": (self.accent_dark, DARK),
        }
        found = {
            name: unreadable(colour, missed)
            for name, (colour, scheme) in given.items()
            # What is no colour at all has its own sentence by now.
            if read_colour(colour) and (missed := shortfall(colour, scheme))
        }
        if found:
            raise ValidationError(found)


def unreadable(colour: str, missed: Shortfall) -> ValidationError:
    """Return the refusal of a colour, with what was measured and what would do."""
    return ValidationError(
        gettext(
            "%(colour)s cannot be read well enough on %(ground)s: the contrast is "
            "%(ratio)s:1, and text needs at least %(needed)s:1. The nearest shade that "
            "is enough is %(proposal)s."
        ),
        code="low_contrast",
        params={
            "colour": colour,
            "ground": missed.ground,
            # Rounded down: 4.497 is not 4.5.
            "ratio": number_format(int(missed.ratio * 100) / 100, 2),
            "needed": number_format(TEXT, 1),
            "proposal": missed.proposal,
        },
    )
