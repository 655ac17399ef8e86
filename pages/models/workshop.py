"""A workshop: when, where, what happens, and afterwards what came of it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.streams import OpenStreamField
from cms.visibility import public
from pages.agenda import AgendaWarning, Programme, build_programme, find_warnings
from pages.blocks import TEXT_FEATURES, AgendaStream, BodyStream
from pages.blocks.agenda import agenda_items
from pages.models.base import ContentPage
from pages.models.directory import Venue
from pages.models.series import SeriesPage
from pages.models.short_link import ShortLink
from pages.models.workshop_tabs import WORKSHOP_TABS
from pages.time_zones import default_time_zone, validate_time_zone
from pages.workshop_form import WorkshopPageForm

__all__ = ["WorkshopPage"]


class WorkshopQuerySet(PageQuerySet):
    def listed(self, within: Page | None = None) -> "WorkshopQuerySet":
        """Return what readers of a page may see, by date, ready for a list."""
        return public(self, within=within).in_list()

    def in_list(self) -> "WorkshopQuerySet":
        """Order by date and fetch what a list shows, no more."""
        return (
            self.defer_streamfields()
            .select_related("venue")
            .order_by("starts_at", "number")
        )

    def upcoming(self) -> "WorkshopQuerySet":
        """Leave out what is over. One without a new date yet is still to come."""
        postponed = Q(status=WorkshopPage.Status.POSTPONED)
        return self.filter(postponed | Q(ends_at__gte=timezone.now()))


class WorkshopPage(ContentPage):
    class Attendance(models.TextChoices):
        ON_SITE = "on_site", _("on site")
        ONLINE = "online", _("online")
        BOTH = "both", _("on site and online")

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        CANCELLED = "cancelled", _("cancelled")
        POSTPONED = "postponed", _("postponed")
        RESCHEDULED = "rescheduled", _("new date")
        MOVED_ONLINE = "moved_online", _("moved online")

    number = models.PositiveSmallIntegerField(
        _("number in the series"),
        null=True,
        blank=True,
        help_text=_("The page then says “2 of 4” and links to the others."),
    )
    starts_at = models.DateTimeField(_("start"), null=True)
    ends_at = models.DateTimeField(_("end"), null=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=default_time_zone,
        validators=[validate_time_zone],
        help_text=_("All times of this page are times of this zone."),
    )
    attendance = models.CharField(
        _("attendance"), max_length=7, choices=Attendance, default=Attendance.ON_SITE
    )
    venue = models.ForeignKey(
        Venue,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("venue"),
    )
    online_url = models.URLField(_("address to take part online"), blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.PLANNED
    )
    status_note = models.CharField(
        _("note on the status"),
        max_length=255,
        blank=True,
        help_text=_(
            "For example “The new date will follow in May.” Shown wherever the "
            "workshop is listed."
        ),
    )
    intro = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES)
    report = OpenStreamField(BodyStream, blank=True, verbose_name=_("report"))
    flyer = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("flyer"),
        help_text=_("Shown above the programme."),
    )
    agenda = OpenStreamField(AgendaStream, blank=True, verbose_name=_("programme"))
    information = RichTextField(_("information"), blank=True, features=TEXT_FEATURES)
    spoken_languages = models.CharField(
        _("languages spoken"),
        max_length=100,
        blank=True,
        help_text=_("For example “German, with sign language interpretation”."),
    )
    registration_url = models.URLField(_("address for registration"), blank=True)
    registration_email = models.EmailField(_("or by e-mail to"), blank=True)
    registration_deadline = models.DateField(
        _("closing date for registration"), null=True, blank=True
    )
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    price = models.CharField(
        _("price"),
        max_length=100,
        blank=True,
        help_text=_("For example “free of charge”."),
    )

    override_translatable_fields = [
        *ContentPage.override_translatable_fields,
        SynchronizedField("time_zone", overridable=False),
    ]
    parent_page_types = [
        "pages.SeriesPage",
        "pages.ProjectPage",
        settings.HOME_PAGE_MODEL,
    ]
    base_form_class = WorkshopPageForm
    ages = False  # It tells of one day.
    objects = PageManager.from_queryset(WorkshopQuerySet)()
    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("agenda"),
        index.SearchField("information"),
        index.SearchField("report"),
    ]

    edit_handler = WORKSHOP_TABS

    class Meta:
        verbose_name = _("workshop page")
        verbose_name_plural = _("workshop pages")

    def publication_errors(self) -> dict[str, str]:
        errors = super().publication_errors()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = gettext("The workshop ends before it has started.")
        blocking = [found.message for found in self.warnings() if found.blocking]
        if blocking:
            errors["agenda"] = " ".join(blocking)
        return errors

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def local_start(self) -> datetime | None:
        """The start on the clocks of the workshop's zone; None in an early draft."""
        return self.starts_at and self.starts_at.astimezone(self.zone)

    @property
    def local_end(self) -> datetime | None:
        return self.ends_at and self.ends_at.astimezone(self.zone)

    @property
    def is_past(self) -> bool:
        """Whether it took place. One that was postponed has not, whatever its date."""
        is_over = bool(self.ends_at and self.ends_at < timezone.now())
        return is_over and self.status != self.Status.POSTPONED

    @property
    def takes_place(self) -> bool:
        """Whether people can still plan to take part on the date given."""
        is_off = self.status in {self.Status.CANCELLED, self.Status.POSTPONED}
        return not is_off and not self.is_past

    @property
    def is_as_planned(self) -> bool:
        return self.status == self.Status.PLANNED

    @property
    def is_on_site(self) -> bool:
        """Whether people can come in person; one moved online has no place to go to."""
        return (
            self.attendance != self.Attendance.ONLINE
            and self.status != self.Status.MOVED_ONLINE
        )

    @property
    def is_online(self) -> bool:
        return (
            self.attendance != self.Attendance.ON_SITE
            or self.status == self.Status.MOVED_ONLINE
        )

    @property
    def needs_zone(self) -> bool:
        """Whether people may have to convert: they join online, or it is abroad."""
        return self.is_online or self.time_zone != settings.TIME_ZONE

    @property
    def has_registration(self) -> bool:
        return bool(self.registration_url or self.registration_email)

    @property
    def registration_is_open(self) -> bool:
        deadline: date | None = self.registration_deadline
        in_time = deadline is None or timezone.localdate() <= deadline
        return self.has_registration and in_time and self.takes_place

    @cached_property
    def series(self) -> SeriesPage | None:
        """The series it belongs to, with this page among its entries in a preview."""
        parent = self.trail[-1] if self.trail else None
        if isinstance(parent, SeriesPage):
            parent.shown_on = self
            return parent
        return None

    @cached_property
    def short_link(self) -> ShortLink | None:
        """The permanent short address, the same in all languages; a draft has one."""
        return ShortLink.objects.filter(
            kind=ShortLink.Kind.WORKSHOP, key=self.translation_key
        ).first()

    @property
    def shown_snippets(self) -> list[Any]:
        return [*super().shown_snippets, *([self.venue] if self.venue else [])]

    @cached_property
    def programme(self) -> Programme:
        """The agenda with all its times: the one source of every output."""
        return self.programme_of(self.agenda)

    def programme_of(self, blocks: Iterable[Any]) -> Programme:
        """Return the programme that blocks make on this workshop's days."""
        return build_programme(
            agenda_items(blocks), self.starts_at, self.ends_at, self.zone
        )

    def warnings(self) -> tuple[AgendaWarning, ...]:
        """What an editor should look at in the programme."""
        return tuple(find_warnings(self.programme_of(self.agenda), self.ends_at))
