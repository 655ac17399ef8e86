"""The addresses of the content in the API."""

from collections.abc import Iterable
from typing import Annotated, Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Path, Query, Router
from pydantic import Field
from typing_extensions import TypedDict
from wagtail.models import Site

from cms.api import Problem, answer, answer_list
from cms.caches.answers import shows_only
from pages.delivery.addressing import elsewhere, page_at
from pages.delivery.page_types import AnyPage, is_summary
from pages.delivery.questions import (
    LARGEST_ID,
    MOST_FULL,
    PageQuestion,
    PathQuestion,
    PickedFields,
)
from pages.delivery.reading import Reader
from pages.delivery.selection import all_codes, pages_of_site, part_of
from pages.delivery.site_data import FoundPageData, MovedData
from pages.delivery.writing import Fields, encoded_pages, fetch, wanted, written

__all__ = ["PageId", "pages_router", "reader_for"]

pages_router = Router(tags=["pages"])

PageId = Annotated[
    int,
    Path(ge=1, le=LARGEST_ID, examples=[12], description="The id of a public page."),
]


class PagesAnswer(TypedDict):
    """A part of a list."""

    items: list[AnyPage]
    next: Annotated[
        str | None, Field(description="The cursor of the next part; null at the end.")
    ]


def reader_for(request: HttpRequest) -> Reader:
    """Return a reader of the site asked; raises Problem if there is none."""
    site = Site.find_for_request(request)
    if site is None:
        raise Problem(404)
    return Reader(request, site)


@pages_router.get(
    "", response=PagesAnswer, operation_id="list_pages", summary="Find pages"
)
def list_pages(request: HttpRequest, question: Query[PageQuestion]) -> HttpResponse:
    """Find public pages, in short unless “fields” asks for more.

    At most 50 in short, at most 20 with texts, programmes or pictures.
    """
    fields = wanted(question.fields, everything=False)
    refuse_too_many(question.limit, fields)
    reader = reader_for(request)
    part = part_of(question, reader.site, reader.guard)
    pages = fetch(part.rows, fields)
    items = encoded_pages(pages, reader, fields)
    return answer_list(items, part.next, language=question.language)


def refuse_too_many(limit: int, fields: Fields) -> None:
    is_short = fields is not None and is_summary(fields)
    if not is_short and limit > MOST_FULL:
        raise Problem.at("limit", TOO_MANY, most=MOST_FULL)


TOO_MANY = _("With these fields at most %(most)s pages are given at a time.")


FoundData = Annotated[FoundPageData | MovedData, Field(discriminator="kind")]


@pages_router.get(
    "/by-path",
    response=FoundData,
    operation_id="get_page_by_path",
    summary="Read what is at an address",
)
def get_page_by_path(
    request: HttpRequest, question: Query[PathQuestion]
) -> HttpResponse:
    """Read the page at an address of the site, or where visitors are led from there.

    An address in a language that has no such page leads to the original; with
    “fallback” the original itself is given.
    """
    fields = wanted(question.fields, everything=True)
    reader = reader_for(request)
    row = page_at(question.path, reader.site, reader.guard)
    if row:
        return found_page(row, reader, fields)
    target = elsewhere(question.path, reader.site, request)
    if target is None:
        raise Problem(404)
    page = target.page
    if page is not None and question.fallback and not target.is_permanent:
        return found_page((page.pk, page.content_type_id), reader, fields)
    is_here = target.url.startswith(f"{reader.root_url}/")
    moved: MovedData = {
        "kind": "redirect",
        "url": target.url,
        "path": urlsplit(target.url).path if is_here else "",
        "is_permanent": target.is_permanent,
        "page": reader.page(page),
    }
    return answer(moved)


def found_page(row: tuple[int, int], reader: Reader, fields: Fields) -> HttpResponse:
    data = one_page([row], reader, fields)
    return answer({"kind": "page", "page": data}, language=data["language"])


@pages_router.get(
    "/{int:page_id}", response=AnyPage, operation_id="get_page", summary="Read a page"
)
def get_page(
    request: HttpRequest, page_id: PageId, question: Query[PickedFields]
) -> HttpResponse:
    """Read a page completely, or the fields that were asked for."""
    fields = wanted(question.fields, everything=True)
    reader = reader_for(request)
    pages = pages_of_site(reader.site, reader.guard, *all_codes())
    rows = pages.filter(pk=page_id).values_list("pk", "content_type_id")
    data = one_page(rows, reader, fields)
    shows_only(request, page_id)
    return answer(data, language=data["language"])


def one_page(
    rows: Iterable[tuple[int, int]], reader: Reader, fields: Fields
) -> dict[str, Any]:
    """Return the page of the only row; raises Problem if there is none."""
    pages = fetch(rows, fields)
    if not pages:
        raise Problem(404)
    [(_page, data)] = written(pages, reader, fields)
    return data
