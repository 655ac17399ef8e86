"""``GET /api/v1/changes``: how a program keeps a copy of all that is public."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Query, Router
from pydantic import BaseModel, Field

from cms.api.names import name_of
from cms.api.problems import Fault, Problem
from cms.outbox.cursors import Cursor, UnknownCursorError, read_cursor
from cms.outbox.models import Feed
from cms.outbox.pages import PublicPage
from cms.outbox.reading import (
    ChangedObject,
    Entry,
    current_feed,
    first_cursor,
    read_part,
)

__all__ = ["router"]

router = Router(tags=["changes"])
MOST = 500
NO_CURSOR = _(
    "This is no cursor. Give back the “cursor” of the answer before, unchanged, or "
    "leave it out to begin with all pages."
)
OLD_CURSOR = _(
    "What came after this cursor is not kept any more. Begin again without “since”: "
    "you get all public pages, and may forget all others."
)


class PageData(BaseModel):
    """A public page that is new to the client or has changed. Read it again."""

    kind: Literal["page"] = "page"
    id: Annotated[int, Field(examples=[12])]
    type: Annotated[str, Field(examples=["workshop"])]
    language: Annotated[str, Field(examples=["de"])]
    path: Annotated[str, Field(examples=["/projekt/werkstatt-2/"])]
    detail: Annotated[str, Field(examples=["/api/v1/pages/12"])]


class GoneData(BaseModel):
    """A page that is not public any more, for whatever reason. Forget it."""

    kind: Literal["gone"] = "gone"
    id: Annotated[int, Field(examples=[12])]


class ObjectData(BaseModel):
    """Something else has changed: a contact, a menu, a document, a setting.

    Pages that show it have entries of their own.
    """

    kind: Literal["object"] = "object"
    type: Annotated[str, Field(examples=["contact"])]
    id: Annotated[str, Field(examples=["3"])]
    is_gone: bool


EntryData = Annotated[PageData | GoneData | ObjectData, Field(discriminator="kind")]


class ChangesData(BaseModel):
    entries: list[EntryData]
    cursor: Annotated[
        str,
        Field(
            description="Keep it when the entries are dealt with, and give it back as "
            "“since” the next time.",
            examples=["5f0c21aa.120.0"],
        ),
    ]
    has_more: Annotated[
        bool, Field(description="Whether there is more to read right now.")
    ]


@router.get(
    "",
    response=ChangesData,
    operation_id="list_changes",
    summary="All public pages, then what has changed since",
    openapi_extra={"x-problems": ["410"]},
)
def list_changes(
    request: HttpRequest,
    response: HttpResponse,
    since: Annotated[
        str,
        Query(
            description="The cursor of the answer before. Without it a client begins: "
            "it gets all public pages first.",
            max_length=80,
        ),
    ] = "",
    limit: Annotated[
        int, Query(ge=1, le=MOST, description="How many entries at most.")
    ] = 100,
) -> Any:
    """Begin without a cursor, and follow the cursors.

    A page is named as it is now: what has been hidden since is "gone", with nothing but
    its number. The same page may come again. A cursor that is too old is answered with
    410: begin again without one.
    """
    feed = current_feed()
    part = read_part(place(since, feed), limit)
    response["Cache-Control"] = "no-cache"
    return {
        "entries": [data_of(entry) for entry in part.entries],
        "cursor": str(part.cursor),
        "has_more": part.has_more,
    }


def place(since: str, feed: Feed) -> Cursor:
    """Return where to go on. Raises Problem 400 for no cursor, 410 for an old one."""
    if not since:
        return first_cursor(feed)
    try:
        cursor = read_cursor(since)
    except UnknownCursorError:
        raise Problem.at("since", NO_CURSOR) from None
    if not cursor.is_known_to(feed):
        raise Problem(410, "", Fault("since", OLD_CURSOR))
    return cursor


def data_of(entry: Entry) -> dict[str, Any]:
    if isinstance(entry, PublicPage):
        return {
            "kind": "page",
            "id": entry.pk,
            "type": name_of(entry.model),
            "language": entry.language,
            "path": entry.address,
            "detail": f"/api/v1/pages/{entry.pk}",
        }
    if isinstance(entry, ChangedObject):
        return {
            "kind": "object",
            "type": name_of(entry.model),
            "id": entry.object_id,
            "is_gone": entry.is_gone,
        }
    return {"kind": "gone", "id": entry.pk}
