"""What all pages have in common."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.alternatives import url_instead
from cms.drafts.links.panel import DraftLinksPanel
from cms.drafts.previewing import FrontEndPreviews
from cms.languages import language_of_path
from cms.models import SiteSettings
from cms.streams import OpenStreamField
from pages.blocks import BodyStream
from pages.forms import REVIEW_PANEL, ContentPageForm
from pages.models.attached import ChangeNote, PageDocument
from pages.models.directory import Contact
from pages.pictures import refusals_of_pictures
from pages.publication import note_publication
from pages.references import References, load_references
from pages.restrictions import restrictions_on
from pages.translation.marking import (
    mark_children,
    mark_page,
    mark_texts,
    mark_whole,
)
from pages.translation.permissions import TreePermissionTester
from pages.translation.versions import TranslationStatus, status_of
from pages.translations_panel import TranslationsPanel

__all__ = ["ContentPage"]


class ContentPage(FrontEndPreviews, Page):
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
    text_version = models.PositiveIntegerField(default=0, editable=False)
    """How often an original was published with a change worth a date.

    Of a translation: the version of the original that it reflects completely, 0 as long
    as it never did. It is behind if that number is smaller than the original's.
    """
    text_version_at = models.DateTimeField(null=True, editable=False)
    """When that version was published."""
    is_withdrawn = models.BooleanField(default=False, editable=False)
    """Whether a translation is offline only because its original is."""
    # The fields of TranslatedTexts, where they are explained. (django-stubs takes a
    # page for a model only if one of its bases is typed, and then lacks Wagtail's.)
    text_origins = models.JSONField(default=dict, editable=False)
    own_forms = models.JSONField(default=dict, editable=False)

    # Facts, which are the same in every language. A translation has its own address.
    override_translatable_fields = [
        SynchronizedField("slug"),
        SynchronizedField("expire_at", overridable=False),
    ]

    base_form_class = ContentPageForm

    ages = True  # Somebody has to look again some day: see pages.reviews.

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
        REVIEW_PANEL,
        TranslationsPanel(heading=_("Translations")),
        DraftLinksPanel(heading=_("Shared drafts")),
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
    def is_original(self) -> bool:
        """Whether it is written in the source language."""
        code: str = self.locale.language_code
        return code == settings.LANGUAGE_CODE

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
        """Ask once, and keep the answer for whoever shows the page."""
        found = restrictions_on(self, self.way_here)
        self._restrictions = super().get_view_restrictions() if found is None else found
        return self._restrictions

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
    def chosen_documents(self) -> list[PageDocument]:
        return list(self.page_documents.select_related("document__variant_of"))

    @cached_property
    def documents(self) -> list[PageDocument]:
        """The page's documents, each in the page's language if there is such a file."""
        found = self.references.document
        links = [link for link in self.chosen_documents if link.document_id in found]
        for link in links:
            link.document = found[link.document_id]
        return links

    @property
    def shown_documents(self) -> list[Any]:
        """All files that visitors find links to, for ``cms.drafts.links.files``."""
        return list(self.references.document.values())

    @cached_property
    def references(self) -> References:
        """What the texts and streams of this page refer to, looked up at once."""
        chosen = [link.document for link in self.chosen_documents if link.document_id]
        return load_references(self, documents=chosen)

    @cached_property
    def translation_status(self) -> TranslationStatus | None:
        """How this translation stands to its original; None for an original.

        For those who read the page in its own language: then it costs an original no
        query, and a translation one, once it is known what the page shows.
        """
        if get_language() == settings.LANGUAGE_CODE:
            return None
        return status_of(self, self.shown_snippets)

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
        self.mark_foreign_words()
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context

    @property
    def shown_snippets(self) -> list[Any]:
        """What of the directory this page shows words of."""
        fundings = self.project.fundings if self.project else []
        return [*self.contacts, *fundings]

    def mark_foreign_words(self) -> None:
        """Mark what this page will show in the source language of its original."""
        mark_page(self)
        for page in self.trail:
            mark_texts(page)
        mark_children(self, "page_documents", self.documents)
        mark_children(self, "change_notes", self.changes)
        for snippet in self.shown_snippets:
            if snippet.locale_id == self.locale_id:
                mark_texts(snippet)
            else:
                mark_whole(snippet)

    def serve(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponse:
        """Answer below the prefix of the page's own language only.

        While a language has no home page, Wagtail would show the pages of the source
        language under its prefix, as if they were translated. For what it does not
        find there is ``cms.fallback``.
        """
        own_path = urlsplit(self.get_url(request) or request.path).path
        wanted = language_of_path(request.path)
        if wanted != language_of_path(own_path):
            return redirect(url_instead(self, wanted, request))
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response

    @cached_property
    def changes(self) -> list[ChangeNote]:
        return sorted(self.change_notes.all(), key=lambda note: note.date, reverse=True)

    def permissions_for_user(self, user: Any) -> TreePermissionTester:
        return TreePermissionTester(user, self)

    def publication_errors(self) -> dict[str, str]:
        """Return why this page cannot be published yet: a sentence by field name.

        Asked before publishing and submitting, by forms, bulk actions and imports; a
        draft can be saved all the same.
        """
        return refusals_of_pictures(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not kwargs.get("update_fields"):
            note_publication(self)
        super().save(*args, **kwargs)


def is_project(page: Page) -> bool:
    from pages.models.project import (
        ProjectPage,  # which derives from this module's base
    )

    return isinstance(page, ProjectPage)
