"""What all pages have in common."""

from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, Page, PageViewRestriction, TranslatableMixin
from wagtail.search import index

from cms.models import SiteSettings
from cms.streams import OpenStreamField
from pages.blocks import BodyStream
from pages.forms import ContentPageForm
from pages.models.directory import Contact
from pages.publication import note_publication
from pages.references import References, load_references

__all__ = ["ChangeNote", "ContentPage", "PageContact", "PageDocument", "page_tabs"]


class ContentPage(Page):
    """Base of every page type: dates, lead, contacts, documents and a body.

    Its subclasses name their parents (``parent_page_types``) and never their children.
    """

    lead = models.TextField(
        _("lead"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences. Also shown in lists and search results."),
    )
    body = OpenStreamField(BodyStream, blank=True, verbose_name=_("text"))
    original_published_on = models.DateField(
        _("originally published on"),
        null=True,
        blank=True,
        help_text=_("For content that is older than this website."),
    )
    content_updated_at = models.DateTimeField(null=True, editable=False)
    update_pending = models.BooleanField(default=False, editable=False)

    base_form_class = ContentPageForm

    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]

    body_panels = [FieldPanel("lead"), FieldPanel("body")]
    closing_panels = [
        InlinePanel("page_documents", heading=_("Documents"), label=_("Document")),
        InlinePanel("page_contacts", heading=_("Contacts"), label=_("Contact")),
    ]
    publication_panels = [
        MultiFieldPanel(
            [FieldPanel("original_published_on"), FieldPanel("minor_change")],
            heading=_("Dates"),
        ),
        InlinePanel(
            "change_notes",
            heading=_("Public change notes"),
            label=_("Change note"),
            help_text=_("Visitors see them with their dates at the end of the page."),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def published_on(self) -> date | None:
        """The day visitors see as "published on"; None if never published."""
        if self.original_published_on or not self.first_published_at:
            return self.original_published_on
        return timezone.localdate(self.first_published_at)

    @property
    def updated_on(self) -> date | None:
        """The day of the last change worth a date; None if there was none since."""
        if not self.content_updated_at:
            return None
        changed = timezone.localdate(self.content_updated_at)
        return changed if changed != self.published_on else None

    # The pages above this one, the home page first, if its address led through them.
    way_here: tuple[Page, ...] = ()

    def get_view_restrictions(self) -> Any:
        """Ask once. Wagtail reads the pages above first, for aliases among them."""
        way = (*self.way_here, self)
        if len(way) == 1 or any(page.alias_of_id for page in way):
            return super().get_view_restrictions()
        step = Page.steplen
        paths = [self.path[:end] for end in range(step, len(self.path) + 1, step)]
        return PageViewRestriction.objects.filter(page__path__in=paths)

    @cached_property
    def trail(self) -> list[Page]:
        """The live pages above this one, from the home page down, of their types."""
        if self.way_here:
            return [page for page in self.way_here if page.live]
        above = Page.objects.ancestor_of(self).live().filter(depth__gt=1)
        return list(above.order_by("depth").specific())

    @cached_property
    def project(self) -> "ContentPage | None":
        """The project this page is or belongs to, whose funding it must name."""
        candidates = [*self.trail, self]
        return next((page for page in candidates if is_project(page)), None)

    @cached_property
    def contacts(self) -> list[Contact]:
        links = self.page_contacts.select_related("contact__organisation")
        return [link.contact for link in links]

    @cached_property
    def documents(self) -> list["PageDocument"]:
        return list(self.page_documents.select_related("document"))

    @cached_property
    def references(self) -> References:
        """What the texts and streams of this page refer to, looked up at once."""
        return load_references(self)

    @property
    def logos(self) -> list[Any]:
        """The logos this page shows, for their renditions to be found at once."""
        fundings = self.project.fundings if self.project else []
        return [funding.logo for funding in fundings if funding.logo]

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, Any]:
        """Prepare what templates show, so that they need no queries one by one."""
        shown = [*self.references.image.values(), *self.logos]
        if site_logo := SiteSettings.for_request(request).logo:
            shown.append(site_logo)
        prefetch_related_objects(shown, "renditions")
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context

    def serve(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponse:
        """Answer at the page's own address only.

        While a language has no home page, Wagtail would show the pages of the source
        language under its prefix, as if they were translated.
        """
        own_address = self.get_url(request) or ""
        if not request.path.startswith(unquote(urlsplit(own_address).path)):
            return redirect(own_address)
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response

    @cached_property
    def changes(self) -> list["ChangeNote"]:
        return sorted(self.change_notes.all(), key=lambda note: note.date, reverse=True)

    def publication_errors(self) -> dict[str, str]:
        """Return why this page cannot be published yet: a sentence by field name.

        Asked before publishing and submitting, by forms, bulk actions and imports; a
        draft can be saved all the same.
        """
        return {}

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not kwargs.get("update_fields"):
            note_publication(self)
        super().save(*args, **kwargs)


def is_project(page: Page) -> bool:
    from pages.models.project import (
        ProjectPage,  # which derives from this module's base
    )

    return isinstance(page, ProjectPage)


def page_tabs(*content: Any) -> TabbedInterface:
    """Return the tabs of a page's form: its content, then what surrounds it."""
    return TabbedInterface(
        [
            ObjectList(content, heading=_("Content")),
            ObjectList(ContentPage.publication_panels, heading=_("Dates and changes")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ]
    )


class PageContact(TranslatableMixin, Orderable):
    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="page_contacts")
    contact = models.ForeignKey(
        Contact,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("contact"),
    )

    panels = [FieldPanel("contact")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("contact of a page")


class PageDocument(TranslatableMixin, Orderable):
    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="page_documents")
    document = models.ForeignKey(
        get_document_model_string(),
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("document"),
    )
    title = models.CharField(
        _("title"),
        max_length=255,
        blank=True,
        help_text=_(
            "The document's own title if left empty. Type, size and pages "
            "are added automatically."
        ),
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document of a page")


class ChangeNote(TranslatableMixin, Orderable):
    """What changed on a page, in public words."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="change_notes")
    date = models.DateField(_("date"), default=timezone.localdate)
    text = models.CharField(_("what changed"), max_length=255)

    panels = [FieldPanel("date"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("change note")
