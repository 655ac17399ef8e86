"""What pages show, as entries that are not stored yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import ForeignKey
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page

from cms.visibility import is_below, restricted_paths
from pages.agenda import Programme
from pages.models import (
    ContentPage,
    Funding,
    NewsPage,
    PageContact,
    PageDocument,
    Venue,
    WorkshopPage,
)
from pages.references import without_references
from pages.translation.omitting import omit_foreign_words
from search.indexing.documents import Documents
from search.indexing.people import key_of, names_in, people_in
from search.indexing.texts import PageWords, one_line, own_fields, read_page, texts_in
from search.question import Kind

__all__ = ["Draft", "DraftPlace", "drafts_of"]

NEVER_OVER = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DraftPlace:
    page: int
    subject: int | None = None
    day: date | None = None
    over_at: datetime | None = None
    updated_on: date | None = None


@dataclass(slots=True)
class Draft:
    """An entry and the page that shows it. ``detail`` is what it is there.

    The names of people and documents are made of the details of all their pages.
    """

    kind: Kind
    language: str
    key: str
    place: DraftPlace
    title: str
    names: str = ""
    summary: str = ""
    text: str = ""
    text_language: str = ""
    document: int | None = None
    detail: str = ""


@dataclass(slots=True)
class Read:
    """A page and what was read of it."""

    page: Any
    language: str
    words: PageWords
    programme: Programme | None = None
    contacts: list[Any] = field(default_factory=list)


def drafts_of(pks: Iterable[int]) -> list[Draft]:
    """Return what the public ones among some pages show.

    The number of queries depends on the number of page types, not of pages.
    """
    found = Page.objects.live().filter(pk__in=list(pks), depth__gt=1)
    hidden = restricted_paths()
    pages = [
        page
        for page in found.specific()
        if isinstance(page, ContentPage) and not is_below(page.path, hidden)
    ]
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    with without_references():
        read = [read_one(page, languages[page.locale_id]) for page in pages]
    add_children(read)
    add_venues(read)
    subjects = subjects_of(pages)
    documents = Documents({one.page.pk: one.words.documents for one in read}, read)
    drafts: list[Draft] = []
    for one in read:
        place = place_of(one.page, subjects.get(one.page.pk))
        drafts += [page_draft(one, place), *people_drafts(one, place)]
        drafts += documents_of(one, place, documents)
    return drafts


def read_one(page: Any, language: str) -> Read:
    # Whoever looks for English words means no German ones that wait for a translator.
    omit_foreign_words(page)
    one = Read(page, language, read_page(page))
    if isinstance(page, WorkshopPage):
        one.programme = page.programme
        one.words.names += names_in(one.programme)
        for entry in one.programme.entries:
            one.words.summary.append(entry.title)
            one.words.summary += [talk.title for talk in entry.contributions]
            one.words.summary += [track.title for track in entry.tracks]
    return one


def add_children(read: Sequence[Read]) -> None:
    """Add what stands in lists beside the pages: contacts, organisations, notes."""
    by_model = defaultdict(list)
    for one in read:
        by_model[type(one.page)].append(one)
    for model, group in by_model.items():
        owners = {one.page.pk: one for one in group}
        for relation in get_all_child_relations(model):
            for child in children(relation, owners):
                owner = owners[getattr(child, relation.field.attname)]
                read_child(child, owner)


def children(relation: Any, owners: Iterable[int]) -> Iterator[Any]:
    model, name = relation.related_model, relation.field.name
    related = [one.name for one in directory_keys(model, name)]
    if model is PageContact:
        related.append("contact__organisation")
    rows = model.objects.filter(**{f"{name}__in": list(owners)}).order_by("pk")
    return iter(rows.select_related(*related) if related else rows)


def directory_keys(model: Any, parent: str) -> list[Any]:
    """Return the keys of a child to what has a name: an organisation, a contact."""
    return [
        one
        for one in model._meta.get_fields()
        if isinstance(one, ForeignKey)
        and one.name not in {parent, "locale", "document"}
        and not issubclass(one.related_model, Page)
    ]


def read_child(child: Any, owner: Read) -> None:
    for one in own_fields(child):
        owner.words.text += texts_in(one, getattr(child, one.name))
    if isinstance(child, PageDocument):
        owner.words.documents.append(child.document_id)
        owner.words.titles[child.document_id] = child.title
    if isinstance(child, PageContact):
        owner.contacts.append(child.contact)
        owner.words.names.append(ContactPerson.of(child.contact).institution)
    for key in directory_keys(type(child), "page"):
        other = getattr(child, key.name)
        if other is not None:
            owner.words.names.append(str(other))
        if isinstance(other, Funding):
            owner.words.names += [other.funder, other.grant_number]
            owner.words.text.append(other.notice)


def add_venues(read: Sequence[Read]) -> None:
    """Add where workshops take place."""
    numbers = {getattr(one.page, "venue_id", None) for one in read} - {None}
    venues: dict[int, Any] = Venue.objects.in_bulk(numbers) if numbers else {}
    for one in read:
        venue = venues.get(getattr(one.page, "venue_id", None) or 0)
        if venue:
            one.words.names += [venue.name, venue.city]
            one.words.text += [venue.address, venue.arrival]


def subjects_of(pages: Iterable[Any]) -> dict[int, int]:
    """Return what news are about, in their own language, by their own numbers."""
    news = {page.pk: page for page in pages if isinstance(page, NewsPage)}
    about = {pk: page.about_id for pk, page in news.items() if page.about_id}
    if not about:
        return {}
    keys = dict(
        Page.objects.filter(pk__in=about.values()).values_list("pk", "translation_key")
    )
    versions = Page.objects.filter(translation_key__in=keys.values())
    found = {
        (key, locale): pk
        for pk, key, locale in versions.values_list("pk", "translation_key", "locale")
    }
    return {
        pk: found.get((keys[subject], news[pk].locale_id), subject)
        for pk, subject in about.items()
        if subject in keys
    }


def place_of(page: Any, subject: int | None) -> DraftPlace:
    day, over_at = None, None
    if isinstance(page, WorkshopPage):
        day = page.local_start.date() if page.local_start else None
        is_postponed = page.status == WorkshopPage.Status.POSTPONED
        over_at = NEVER_OVER if is_postponed else page.ends_at
    elif isinstance(page, NewsPage):
        day = page.published_on
    changed = page.content_updated_at
    updated_on = timezone.localdate(changed) if changed else page.published_on
    return DraftPlace(page.pk, subject, day, over_at, updated_on)


def page_draft(one: Read, place: DraftPlace) -> Draft:
    page = one.page
    kind = Kind.PAGE
    if isinstance(page, WorkshopPage):
        kind = Kind.WORKSHOP
    elif isinstance(page, NewsPage):
        kind = Kind.NEWS
    return Draft(
        kind,
        one.language,
        str(page.pk),
        place,
        page.title,
        names=one_line(one.words.names),
        summary=one_line([*one.words.summary, page.search_description]),
        text=one_line(one.words.text),
        text_language=one.language,
    )


def people_drafts(one: Read, place: DraftPlace) -> Iterator[Draft]:
    """Yield everybody who is named on a page, each once."""
    named = [(person.name, person.institution) for person in people_of(one)]
    told: dict[str, Draft] = {}
    for name, detail in named:
        key = key_of(name, one.language)
        if not key:
            continue
        draft = told.setdefault(
            key,
            Draft(
                *(Kind.PERSON, one.language, key, place, name.strip()),
                text_language=one.language,
            ),
        )
        draft.title = max(draft.title, name.strip(), key=len)
        draft.detail = draft.detail or detail
    yield from told.values()


def people_of(one: Read) -> Iterator[Any]:
    if one.programme is not None:
        yield from people_in(one.programme)
    for contact in one.contacts:
        yield ContactPerson.of(contact)


@dataclass(frozen=True, slots=True)
class ContactPerson:
    name: str
    institution: str

    @classmethod
    def of(cls, contact: Any) -> "ContactPerson":
        organisation = contact.organisation.name if contact.organisation else ""
        parts = (contact.role, organisation)
        return cls(contact.name, ", ".join(part for part in parts if part))


def documents_of(one: Read, place: DraftPlace, documents: Documents) -> Iterator[Draft]:
    for document, chosen in documents.on(one.page.pk):
        yield Draft(
            *(Kind.DOCUMENT, one.language, str(document.pk), place, document.title),
            summary=one_line(documents.summary(document)),
            text=documents.text(document),
            text_language=document.language or one.language,
            document=document.pk,
            detail=one.words.titles.get(chosen, ""),
        )
