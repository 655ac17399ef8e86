"""A funded project: aims, partners, funding, and what happened in it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.foreign import ForeignText, language_of
from pages.blocks import TEXT_FEATURES
from pages.models.base import ContentPage
from pages.models.directory import Funding, Organisation
from pages.models.tabs import page_tabs

__all__ = ["ProjectFunding", "ProjectOrganisation", "ProjectPage"]


class ProjectPage(ContentPage):
    class Status(models.TextChoices):
        RUNNING = "running", _("running")
        FINISHED = "finished", _("finished")

    class Kind(models.TextChoices):
        PROJECT = "project", _("project")
        RESEARCH = "research", _("research project")

    acronym = models.CharField(_("acronym"), max_length=60, blank=True)
    subtitle = models.CharField(_("subtitle"), max_length=255, blank=True)
    aims = RichTextField(_("aims"), blank=True, features=TEXT_FEATURES)
    starts_on = models.DateField(_("start of the project"), null=True, blank=True)
    ends_on = models.DateField(_("end of the project"), null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=Status,
        default=Status.RUNNING,
        help_text=_("A finished project keeps its pages. A banner says when it ended."),
    )

    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=Kind,
        default=Kind.PROJECT,
        help_text=_(
            "Search engines and other programs are told of a research project as such."
        ),
    )

    override_translatable_fields = [
        *ContentPage.override_translatable_fields,
        SynchronizedField("acronym"),
    ]
    parent_page_types = [settings.HOME_PAGE_MODEL]
    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("acronym"),
        index.SearchField("subtitle"),
        index.SearchField("aims"),
    ]

    edit_handler = page_tabs(
        *Page.content_panels,
        FieldRowPanel([FieldPanel("acronym"), FieldPanel("subtitle")]),
        FieldPanel("lead"),
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("status"),
            ],
            heading=_("Duration"),
        ),
        FieldPanel("aims"),
        FieldPanel("body"),
        InlinePanel(
            "project_organisations",
            heading=_("Lead and partners"),
            label=_("Organisation"),
        ),
        InlinePanel("project_fundings", heading=_("Funding"), label=_("Funding")),
        *ContentPage.closing_panels,
    )

    class Meta:
        verbose_name = _("project page")
        verbose_name_plural = _("project pages")

    def publication_errors(self) -> dict[str, str]:
        errors = super().publication_errors()
        if self.is_finished and not self.ends_on:
            errors["ends_on"] = gettext("A finished project needs the day it ended.")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = gettext("The project ends before it starts.")
        return errors

    @property
    def is_finished(self) -> bool:
        return self.status == self.Status.FINISHED

    @property
    def short_title(self) -> str:
        """What lists and breadcrumbs call the project."""
        return self.acronym or self.title

    @property
    def full_title(self) -> str:
        """The title led by the acronym, unless it names it anyway."""
        if not self.acronym or self.acronym in self.title:
            return self.title
        title = f"{self.acronym}: {self.title}"
        code = language_of(self.title)
        return ForeignText(title, code) if code else title

    @cached_property
    def organisations(self) -> list["ProjectOrganisation"]:
        return list(
            self.project_organisations.select_related("organisation__logo").order_by(
                "sort_order"
            )
        )

    @property
    def logos(self) -> list[Any]:
        partners = [link.organisation.logo for link in self.organisations]
        return [*super().logos, *(logo for logo in partners if logo)]

    @cached_property
    def fundings(self) -> list[Funding]:
        links = self.project_fundings.select_related("funding__logo")
        return [link.funding for link in links]


class ProjectOrganisation(TranslatableMixin, Orderable):
    class Role(models.TextChoices):
        LEAD = "lead", _("Project lead")
        PARTNER = "partner", _("Partner")
        ASSOCIATED = "associated", _("Associated partner")

    page = ParentalKey(
        ProjectPage, on_delete=models.CASCADE, related_name="project_organisations"
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("organisation"),
    )
    role = models.CharField(
        _("role"), max_length=10, choices=Role, default=Role.PARTNER
    )

    panels = [FieldRowPanel([FieldPanel("organisation"), FieldPanel("role")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("organisation of a project")


class ProjectFunding(TranslatableMixin, Orderable):
    page = ParentalKey(
        ProjectPage, on_delete=models.CASCADE, related_name="project_fundings"
    )
    funding = models.ForeignKey(
        Funding,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("funding"),
    )

    panels = [FieldPanel("funding")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("funding of a project")
