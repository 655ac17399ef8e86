"""``GET /api/v1/drafts/{token}``: what is not public yet, for who has a token."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Router
from pydantic import Field
from typing_extensions import TypedDict

from cms.api import Problem, answer
from cms.drafts.tokens import Draft, resolve
from pages.context_processors import entries_of_menu
from pages.delivery.data import (
    ContactData,
    FundingData,
    Moment,
    OrganisationData,
    VenueData,
)
from pages.delivery.draft_gathering import DraftGathered, DraftGuard
from pages.delivery.images import prepare_images
from pages.delivery.page_types import AnyPage, page_type_of
from pages.delivery.reading import Reader
from pages.delivery.routers import reader_for
from pages.delivery.site_data import MenuData
from pages.delivery.site_routers import menu
from pages.delivery.writing import write_pages
from pages.models import Contact, ContentPage, Funding, Menu, Organisation, Venue

__all__ = ["drafts_router"]

drafts_router = Router(tags=["drafts"])


class PageItem(TypedDict):
    """A page, complete, as it will be answered once it is public."""

    type: Literal["page"]
    page: AnyPage


class ContactItem(TypedDict):
    type: Literal["contact"]
    contact: ContactData


class OrganisationItem(TypedDict):
    type: Literal["organisation"]
    organisation: OrganisationData


class VenueItem(TypedDict):
    type: Literal["venue"]
    venue: VenueData


class FundingItem(TypedDict):
    type: Literal["funding"]
    funding: FundingData


class MenuItem(TypedDict):
    type: Literal["menu"]
    menu: MenuData


Item = Annotated[
    PageItem | ContactItem | OrganisationItem | VenueItem | FundingItem | MenuItem,
    Field(discriminator="type"),
]


class DraftData(TypedDict):
    """What a token stands for. It is not public: show it to nobody else."""

    source: Annotated[
        Literal["preview", "link"],
        Field(
            description="An editor's preview, or a link that was given to somebody. "
            "A client may meet others."
        ),
    ]
    expires_at: Annotated[Moment, Field(description="When the token ends.")]
    items: Annotated[
        list[Item],
        Field(
            description="Of a preview exactly one. What was never saved has the id 0, "
            "and a page the address that it would get."
        ),
    ]


Token = Annotated[
    str,
    Path(
        description="As the front end was given it.",
        examples=["preview.WyJ4IiwxODAwMDAwMDAwXQ.c2lnbmF0dXJl"],
    ),
]


@drafts_router.get(
    "/{token}",
    response=DraftData,
    operation_id="get_draft",
    summary="Read a draft",
    openapi_extra={"x-kept": False},
)
def get_draft(request: HttpRequest, token: Token) -> HttpResponse:
    """Read what an editor has not saved yet, or what a link was made for.

    A token that is wrong, expired or withdrawn is answered with 404, all alike. What a
    draft refers to is there only if it is public. Nothing of it may be kept.
    """
    reader = reader_for(request)
    draft = resolve(token)
    if draft is None or draft.site != reader.site:
        raise Problem(404)
    languages = {one.locale.language_code for one in draft.objects}
    data: DraftData = {
        "source": draft.source,
        "expires_at": written_moment(draft.expires_at),
        "items": items_of(draft, reader),
    }
    language = languages.pop() if len(languages) == 1 else ""
    response = answer(data, language=language)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def written_moment(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def items_of(draft: Draft, reader: Reader) -> list[Any]:
    """Return the objects of a draft as data, in their order."""
    pages = [one for one in draft.objects if isinstance(one, ContentPage)]
    written = iter(written_pages(pages, reader))
    return [
        {"type": "page", "page": next(written)}
        if isinstance(one, ContentPage)
        else snippet_item(one, reader)
        for one in draft.objects
    ]


def written_pages(pages: Sequence[Any], reader: Reader) -> list[dict[str, Any]]:
    reader.guard = DraftGuard(drafts=frozenset(page.pk for page in pages))
    for page in pages:
        related = page_type_of(type(page)).related
        prefetch_related_objects([page], "locale", *related)
    return write_pages(pages, reader, None, partial(DraftGathered, drafts=pages))


def snippet_item(snippet: Any, reader: Reader) -> dict[str, Any]:
    """Return a snippet as data; raises Problem for one that the API does not know."""
    write = WRITERS.get(type(snippet))
    if write is None:
        raise Problem(404)
    name = snippet._meta.model_name
    with reader.writing_in(snippet.locale.language_code):
        return {"type": name, name: write(snippet, reader)}


def contact(snippet: Any, reader: Reader) -> Any:
    prefetch_related_objects([snippet], "organisation__locale", "organisation__logo")
    prepare_images([snippet.organisation and snippet.organisation.logo])
    return reader.contact(snippet)


def organisation(snippet: Any, reader: Reader) -> Any:
    prefetch_related_objects([snippet], "logo")
    return reader.organisation(snippet)


def venue(snippet: Any, reader: Reader) -> Any:
    return reader.venue(snippet)


def funding(snippet: Any, reader: Reader) -> Any:
    prefetch_related_objects([snippet], "logo")
    return reader.funding(snippet)


def menu_data(snippet: Any, reader: Reader) -> MenuData:
    return {
        "id": snippet.pk,
        "key": str(snippet.translation_key),
        "language": snippet.locale.language_code,
        "place": snippet.place,
        "entries": menu(entries_of_menu(snippet), reader),
    }


WRITERS: dict[type, Callable[[Any, Reader], Any]] = {
    Contact: contact,
    Organisation: organisation,
    Venue: venue,
    Funding: funding,
    Menu: menu_data,
}
