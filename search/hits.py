"""What results say of themselves: where they lead, when and where, and an excerpt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.foreign import language_of, plain
from pages.documents import describe
from pages.models import WorkshopPage
from pages.rendering.dates import clock_in_words, day_in_words
from pages.translation.listed import with_origins
from pages.translation.marking import mark_texts
from search.engine.terms import Term
from search.excerpts import Marker
from search.models import Entry
from search.question import Hit, Kind, Suggestion
from search.seeing import Seen, with_details

__all__ = ["Shown", "hits_of", "suggestions_of"]

MOST_PAGES = 3
"""Of those on which a person is named, so many are linked."""


@dataclass(slots=True)
class Shown:
    """What a part of the results needs, each kind of it looked up at once."""

    pages: dict[int, Any] = field(default_factory=dict)
    workshops: dict[int, Any] = field(default_factory=dict)
    documents: dict[int, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls, pages: Iterable[int], workshops: Iterable[int], documents: Iterable[int]
    ) -> "Shown":
        page_pks, workshop_pks, document_pks = map(set, (pages, workshops, documents))
        found = cls()
        if page_pks:
            rows = Page.objects.filter(pk__in=page_pks).select_related("locale")
            rows = with_origins(rows)
            found.pages = {page.pk: mark_texts(page) for page in rows}
        if workshop_pks:
            workshops_found = WorkshopPage.objects.filter(pk__in=workshop_pks)
            found.workshops = {one.pk: one for one in workshops_found.in_list()}
        if document_pks:
            found.documents = get_document_model().objects.in_bulk(document_pks)
        return found


def hits_of(seen: Sequence[Seen], terms: Sequence[Term], language: str) -> list[Hit]:
    """Return results for a part of what was found, in its order."""
    if not seen:
        return []
    seen = with_details(seen)
    shown = shown_for(seen)
    rows = Entry.objects.filter(pk__in=[one.entry for one in seen]).defer(
        "vector", "title_vector"
    )
    entries = {row.pk: row for row in rows}
    markers: dict[str, Marker] = {}
    hits = []
    for one in seen:
        entry = entries.get(one.entry)
        if entry is None:
            continue
        code = entry.text_language
        marker = markers.setdefault(code, Marker(terms, code))
        hits.append(hit_of(one, entry, marker, shown, language))
    return [hit for hit in hits if hit]


def shown_for(seen: Iterable[Seen]) -> Shown:
    pages: list[int] = []
    for one in seen:
        pages += [spot.page for spot in one.spots[:MOST_PAGES]]
    return Shown.of(
        pages,
        [one.spots[0].page for one in seen if one.kind == Kind.WORKSHOP],
        [one.document for one in seen if one.document],
    )


def hit_of(
    one: Seen, entry: Entry, marker: Marker, shown: Shown, language: str
) -> Hit | None:
    page = shown.pages.get(one.spots[0].page)
    if page is None:
        return None
    if one.kind == Kind.PERSON:
        return person_hit(one, shown, language)
    excerpt = marker.excerpt([entry.summary, entry.text, entry.names])
    if one.kind == Kind.DOCUMENT:
        document = shown.documents.get(one.document or 0)
        title = best_title(marker, [one.title, *(spot.detail for spot in one.spots)])
        return document and document_hit(document, excerpt, language, page, title)
    return page_hit(Kind(one.kind), page, shown, excerpt, language)


def best_title(marker: Marker, titles: Iterable[str]) -> str:
    """Return the title with most of the words that were looked for, or the first."""
    return max(titles, key=lambda title: len(marker.terms_in(title)))


def page_hit(
    kind: Kind, page: Any, shown: Shown, excerpt: SafeString, language: str
) -> Hit:
    workshop = shown.workshops.get(page.pk)
    return Hit(
        kind,
        plain(page.title),
        page.get_url() or "",
        excerpt,
        details=when_and_where(workshop) if workshop else "",
        date=workshop and workshop.local_start and workshop.local_start.date(),
        status=workshop.status if workshop else "",
        language=language_of(page.title) or language,
        page=page.pk,
    )


def when_and_where(workshop: Any) -> str:
    """Return "22. Februar 2018, 11:00 Uhr, Rathaus", as far as it is known."""
    start = workshop.local_start
    parts = []
    if start:
        moment = _("{day}, {start}")
        parts.append(
            moment.format(day=day_in_words(start.date()), start=clock_in_words(start))
        )
    if workshop.is_on_site and workshop.venue:
        parts.append(plain(workshop.venue.name))
    if workshop.is_online:
        parts.append(str(WorkshopPage.Attendance.ONLINE.label))
    return ", ".join(parts)


def person_hit(one: Seen, shown: Shown, language: str) -> Hit:
    """Return a person with the institution, and links to pages that name both."""
    first = one.spots[:MOST_PAGES]
    pages = [shown.pages[spot.page] for spot in first if spot.page in shown.pages]
    details = dict.fromkeys(spot.detail for spot in one.spots if spot.detail)
    return Hit(
        Kind.PERSON,
        one.title,
        (pages[0].get_url() or "") if pages else "",
        links(pages, len(one.spots) - len(pages)),
        details="; ".join(list(details)[:MOST_PAGES]),
        language=language,
        page=pages[0].pk if pages else None,
    )


def links(pages: Sequence[Any], others: int) -> SafeString:
    """Return links to pages in one sentence, and how many others there are."""
    named = format_html_join(
        ", ", '<a href="{}">{}</a>', ((page.get_url(), page.title) for page in pages)
    )
    if not others:
        return named
    more = ngettext("and %(count)d more page", "and %(count)d more pages", others)
    return format_html("{} {}", named, more % {"count": others})


def document_hit(
    document: Any,
    excerpt: SafeString,
    language: str,
    page: Any = None,
    title: str = "",
) -> Hit:
    facts = describe(document)
    if page is not None:
        facts = _("%(facts)s, on “%(page)s”") % {
            "facts": facts,
            "page": plain(page.title),
        }
    return Hit(
        Kind.DOCUMENT,
        title or document.title,
        document.url,
        excerpt,
        details=facts,
        language=document.language or language,
        document=document.pk,
    )


def suggestions_of(seen: Sequence[Seen]) -> list[Suggestion]:
    """Return where what was found leads, in its order."""
    seen = with_details(seen)
    shown = shown_for(seen)
    found = []
    for one in seen:
        page = shown.pages.get(one.spots[0].page)
        document = shown.documents.get(one.document or 0)
        target = document if one.document else page
        if page is not None and target is not None:
            url = target.url if one.document else target.get_url()
            found.append(Suggestion(one.title, url or "", Kind(one.kind)))
    return found
