"""What several pages show, each kind of it asked for once, and only if it is wanted.

Every question is one query, however many pages there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.db.models import DateTimeField, PositiveIntegerField, Q
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.page_types import field_of_any_type
from cms.visibility import below
from pages.delivery.images import prepare_images
from pages.delivery.reading import Reader
from pages.models import (
    ChangeNote,
    PageContact,
    PageDocument,
    PlannedWorkshop,
    ProjectFunding,
    ProjectOrganisation,
    ProjectPage,
    SeriesPage,
    ShortLink,
    WorkshopPage,
)
from pages.references import References, load_shared_references
from pages.translation.marking import mark_children, mark_page, mark_texts
from pages.variants import relatives

__all__ = ["Gathered", "variants_of"]

By = dict[Any, list[Any]]
# Of rows that are many, no more is fetched than is written.
OF_A_LINK = (
    "content_type",
    "depth",
    "live",
    "locale__language_code",
    "path",
    "title",
    "translation_key",
    "url_path",
)
OF_A_VARIANT = (
    "collection",
    "file",
    "language",
    "title",
    "variant_of",
    "variant_of__variant_of",
)


class Gathered:
    """What pages in one language show. That language is active."""

    def __init__(self, pages: Sequence[Any], reader: Reader) -> None:
        self.pages = pages
        self.reader = reader

    def load_all(self) -> None:
        """Fetch what texts and streams refer to, and every picture's sizes."""
        self.reader.references = self.references
        self.reader.variants = self.variants
        prepare_images(self.images)
        for page in self.pages:
            mark_page(page)
            mark_children(page, "page_documents", self.documents[page.pk])
            mark_children(page, "change_notes", self.changes[page.pk])

    def load_summaries(self) -> None:
        images = [getattr(page, "image", None) for page in self.pages]
        prepare_images(image for image in images if image)
        for page in self.pages:
            mark_texts(page)

    # --- Other pages ------------------------------------------------------

    @cached_property
    def above(self) -> dict[str, Page]:
        """The public pages above, by their paths."""
        step = Page.steplen
        paths = {
            page.path[:end]
            for page in self.pages
            for end in range(2 * step, len(page.path), step)
        }
        found = Page.objects.filter(path__in=paths).select_related("locale")
        found = found.only(*OF_A_LINK)
        return {
            page.path: page for page in found if self.reader.guard.allows_page(page)
        }

    def ancestors(self, page: Any) -> list[Page]:
        """Return the public pages above one, from the home page down."""
        step = Page.steplen
        paths = [page.path[:end] for end in range(2 * step, len(page.path), step)]
        return [self.above[path] for path in paths if path in self.above]

    def project(self, page: Any) -> Page | None:
        """Return the project that a page is or belongs to, if that is public."""
        way = [*self.ancestors(page), page]
        return next((one for one in way if one.specific_class is ProjectPage), None)

    @cached_property
    def versions(self) -> dict[Any, list[Any]]:
        """All public versions of the pages, these included, by translation key."""
        found = (
            Page.objects.filter(
                translation_key__in=[page.translation_key for page in self.pages],
                live=True,
            )
            .select_related("locale")
            .only(*OF_A_LINK)
            .annotate(
                version=field_of_any_type("text_version", PositiveIntegerField()),
                version_at=field_of_any_type("text_version_at", DateTimeField()),
            )
            .order_by("pk")
        )
        by_key: By = defaultdict(list)
        for version in found:
            if self.reader.guard.allows_page(version):
                by_key[version.translation_key].append(version)
        return by_key

    @cached_property
    def workshops(self) -> By:
        """The public workshops right below series, by the path of the series."""
        series = [page for page in self.pages if isinstance(page, SeriesPage)]
        right_below = (
            below(page.path) & Q(depth=page.depth + 1, live=True) for page in series
        )
        condition = reduce(or_, right_below, Q(pk__in=()))
        by_path: By = defaultdict(list)
        found = WorkshopPage.objects.filter(condition).in_list()
        for page in found.select_related("locale"):
            if self.reader.guard.allows_page(page):
                by_path[page.path[: -Page.steplen]].append(mark_texts(page))
        return by_path

    @cached_property
    def planned(self) -> By:
        return self.attached(PlannedWorkshop, self.pages)

    @cached_property
    def subjects(self) -> dict[int, Page]:
        """What news are about, in their language if there is such a page."""
        chosen = {page.about_id for page in self.pages if getattr(page, "about_id", 0)}
        keys = Page.objects.filter(pk__in=chosen).values("translation_key")
        found = Page.objects.filter(translation_key__in=keys, live=True)
        pages = list(found.select_related("locale"))
        here = {self.pages[0].locale_id} if self.pages else set()
        own = {page.translation_key: page for page in pages if page.locale_id in here}
        return {page.pk: own.get(page.translation_key, page) for page in pages}

    @cached_property
    def short_links(self) -> dict[Any, ShortLink]:
        keys = [page.translation_key for page in self.pages]
        found = ShortLink.objects.filter(kind=ShortLink.Kind.WORKSHOP, key__in=keys)
        return {link.key: link for link in found}

    # --- What is attached -------------------------------------------------

    def attached(self, model: Any, pages: Iterable[Any], *related: str) -> By:
        """Return the inline rows of pages, by page, with what they refer to."""
        pks = [page.pk for page in pages]
        if not pks:
            return defaultdict(list)
        rows = model.objects.filter(page__in=pks)
        return by_page(rows.select_related(*related) if related else rows)

    @cached_property
    def contacts(self) -> By:
        return self.attached(
            PageContact,
            self.pages,
            "contact__locale",
            "contact__organisation__locale",
            "contact__organisation__logo",
        )

    @cached_property
    def documents(self) -> By:
        return self.attached(PageDocument, self.pages, "document__variant_of")

    @cached_property
    def changes(self) -> By:
        return self.attached(ChangeNote, self.pages)

    @cached_property
    def fundings(self) -> By:
        projects = {one.pk: one for page in self.pages if (one := self.project(page))}
        related = ("funding__logo", "funding__locale")
        return self.attached(ProjectFunding, projects.values(), *related)

    @cached_property
    def organisations(self) -> By:
        projects = [page for page in self.pages if isinstance(page, ProjectPage)]
        related = ("organisation__logo", "organisation__locale")
        return self.attached(ProjectOrganisation, projects, *related)

    # --- What it refers to ------------------------------------------------

    @cached_property
    def references(self) -> References:
        chosen = [link.document for links in self.documents.values() for link in links]
        return load_shared_references(self.pages, documents=chosen)

    @cached_property
    def images(self) -> list[Any]:
        people = [link.contact for links in self.contacts.values() for link in links]
        employers = [one.organisation for one in people if one.organisation]
        partners = [
            link.organisation for links in self.organisations.values() for link in links
        ]
        grants = [link.funding for links in self.fundings.values() for link in links]
        logos = [one.logo for one in (*employers, *partners, *grants) if one.logo]
        return [*self.references.image.values(), *logos]

    @cached_property
    def variants(self) -> dict[int, list[Any]]:
        return variants_of(self.references.document.values())


def variants_of(documents: Collection[Any]) -> dict[int, list[Any]]:
    """Return the documents that are the same in other languages, by document."""
    families = {document.pk: relatives(document) for document in documents}
    languages = {document.pk: document.language for document in documents}
    family = set().union(*families.values())
    if not family:
        return {}
    found = get_document_model().objects.filter(
        Q(pk__in=family) | Q(variant_of__in=family)
    )
    related: By = defaultdict(list)
    found = found.select_related("variant_of").only(*OF_A_VARIANT)
    for other in found.order_by("pk"):
        for pk in relatives(other):
            related[pk].append(other)
    return {
        pk: [
            other
            for other in {one.pk: one for key in keys for one in related[key]}.values()
            if other.language != languages[pk]
        ]
        for pk, keys in families.items()
    }


def by_page(links: Iterable[Any]) -> By:
    found: By = defaultdict(list)
    for link in links:
        found[link.page_id].append(link)
    return found
