"""The addresses of the site itself, its menus, its programmes, contacts and files."""

from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language_info
from ninja import Query, Router
from pydantic import Field
from typing_extensions import TypedDict
from wagtail.models import Page

from cms.api import Problem, answer
from cms.api.cursors import NO_CURSOR, read_cursor, write_cursor
from cms.caches.answers import shows_only
from cms.languages import language_codes
from cms.models import SiteSettings
from cms.visibility import public
from pages.context_processors import entries_by_place
from pages.delivery.data import ContactData, DocumentData
from pages.delivery.directory import shown_contacts, shown_documents
from pages.delivery.gathering import Gathered, variants_of
from pages.delivery.images import prepare_images
from pages.delivery.programme import programme_data
from pages.delivery.questions import (
    LARGEST_ID,
    ContactQuestion,
    DocumentQuestion,
    InLanguage,
)
from pages.delivery.reading import Reader
from pages.delivery.routers import PageId, reader_for
from pages.delivery.selection import all_codes, pages_of_site
from pages.delivery.site_data import (
    MenuEntryData,
    NavigationData,
    ProgrammeData,
    SiteData,
    SiteLanguageData,
)
from pages.models import WorkshopPage
from pages.references import answered_by

__all__ = [
    "contacts_router",
    "documents_router",
    "navigation_router",
    "site_router",
    "workshops_router",
]

site_router = Router(tags=["site"])
navigation_router = Router(tags=["site"])
workshops_router = Router(tags=["pages"])
contacts_router = Router(tags=["directory"])
documents_router = Router(tags=["directory"])

Next = Annotated[
    str | None, Field(description="The cursor of the next part; null at the end.")
]


class ContactsAnswer(TypedDict):
    items: list[ContactData]
    next: Next


class DocumentsAnswer(TypedDict):
    items: list[DocumentData]
    next: Next


# --- The site -------------------------------------------------------------------


@site_router.get(
    "", response=SiteData, operation_id="get_site", summary="Read the site"
)
def get_site(request: HttpRequest, question: Query[InLanguage]) -> HttpResponse:
    """Read the site's name, logo, colours and languages with their home pages."""
    reader = reader_for(request)
    found = SiteSettings.for_request(request)
    prepare_images([found.logo])
    with reader.writing_in(question.language):
        data: SiteData = {
            "name": found.name,
            "url": f"{reader.root_url}/",
            "logo": reader.logo(found.logo),
            "language": question.language,
            "source_language": settings.LANGUAGE_CODE,
            "languages": languages_of(reader),
            "theme": {
                "accent": found.accent,
                "accent_dark": found.accent_dark,
                "has_band": found.has_band,
            },
            "time_zone": settings.TIME_ZONE,
            "feeds": {
                "news": reader.absolute(reverse("news_feed")),
                "changes": reader.absolute(reverse("changes_feed")),
                "calendar": reader.absolute(reverse("calendar_everything")),
            },
        }
    return answer(data, language=question.language)


def languages_of(reader: Reader) -> list[SiteLanguageData]:
    key = reader.site.root_page.translation_key
    homes = Page.objects.filter(translation_key=key).select_related("locale")
    links = {page.locale.language_code: reader.page(page) for page in public(homes)}
    return [
        {"code": code, "name": own_name(code), "home": home}
        for code in language_codes()
        if (home := links.get(code))
    ]


def own_name(code: str) -> str:
    name: str = get_language_info(code)["name_local"].capitalize()
    return name


@navigation_router.get(
    "", response=NavigationData, operation_id="get_navigation", summary="Read the menus"
)
def get_navigation(request: HttpRequest, question: Query[InLanguage]) -> HttpResponse:
    """Read the menus of the header and the footer, without what is not public."""
    reader, language = reader_for(request), question.language
    with reader.writing_in(language):
        places = entries_by_place(language)
        data: NavigationData = {
            "language": language,
            "header": menu(places["header"], reader),
            "footer": menu(places["footer"], reader),
        }
    return answer(data, language=language)


def menu(entries: list[Any], reader: Reader) -> list[MenuEntryData]:
    found: list[MenuEntryData] = []
    for entry in entries:
        page = reader.page(entry.page)
        if page or not entry.page_id:
            url = page["url"] if page else entry.url
            found.append({"label": str(entry.text), "url": url, "page": page})
    return found


# --- Programmes -----------------------------------------------------------------


@workshops_router.get(
    "/{int:page_id}/programme",
    response=ProgrammeData,
    operation_id="get_programme",
    summary="Read a programme",
)
def get_programme(request: HttpRequest, page_id: PageId) -> HttpResponse:
    """Read the programme of a workshop: days, sections and entries with all times.

    It is the value that the page, the calendars and the printed sheet are made of.
    """
    reader = reader_for(request)
    pages = pages_of_site(reader.site, reader.guard, *all_codes())
    workshops = WorkshopPage.objects.filter(
        pk__in=pages.filter(pk=page_id).values("pk")
    )
    workshop = workshops.select_related("locale").first()
    link = reader.page(workshop)
    if workshop is None or link is None:
        raise Problem(404)
    language = workshop.locale.language_code
    with reader.writing_in(language):
        Gathered([workshop], reader).load_all()
        with answered_by(reader.references):
            days = programme_data(workshop.programme, reader)
    data: ProgrammeData = {
        "workshop": link,
        "language": language,
        "time_zone": workshop.time_zone,
        "days": days,
    }
    shows_only(request, page_id)
    return answer(data, language=language)


# --- The directory --------------------------------------------------------------


@contacts_router.get(
    "", response=ContactsAnswer, operation_id="list_contacts", summary="List contacts"
)
def list_contacts(
    request: HttpRequest, question: Query[ContactQuestion]
) -> HttpResponse:
    """List the people and offices that public pages name, in a language."""
    reader = reader_for(request)
    found = shown_contacts(reader.site, reader.guard, question.language)
    if question.text:
        found = found.filter(name__icontains=question.text)
    contacts, mark = in_parts(found, question)
    offices = [contact.organisation for contact in contacts if contact.organisation]
    prepare_images(office.logo for office in offices)
    with reader.writing_in(question.language):
        items = [reader.contact(contact) for contact in contacts]
    return answer({"items": items, "next": mark}, language=question.language)


@documents_router.get(
    "",
    response=DocumentsAnswer,
    operation_id="list_documents",
    summary="List documents",
)
def list_documents(
    request: HttpRequest, question: Query[DocumentQuestion]
) -> HttpResponse:
    """List the files that public pages offer, and the same in other languages.

    “language” is that of the files; without it all are listed.
    """
    reader = reader_for(request)
    found = shown_documents(reader.site, reader.guard)
    if question.language:
        found = found.filter(language=question.language)
    if question.text:
        found = found.filter(title__icontains=question.text)
    documents, mark = in_parts(found, question)
    reader.variants = variants_of(documents)
    return answer({"items": reader.documents(documents), "next": mark})


def in_parts(rows: Any, question: Any) -> tuple[list[Any], str | None]:
    """Return a part of a list in the order of ids, and where it goes on."""
    asked = (type(question).__name__, question.language, question.text)
    if question.cursor:
        [pk] = read_cursor(asked, question.cursor, int)
        if not 0 < pk <= LARGEST_ID:
            raise Problem.at("cursor", NO_CURSOR)
        rows = rows.filter(pk__gt=pk)
    found = list(rows.order_by("pk")[: question.limit + 1])
    shown, more = found[: question.limit], found[question.limit :]
    return shown, write_cursor(asked, shown[-1].pk) if more else None
