"""What can be asked about pages, as the parameters of an address."""

from typing import Annotated, Any, Literal

from django.conf import settings
from ninja import Schema
from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cms.api.late import LateChoice
from cms.api.parameters import Day, Several
from cms.languages import language_codes
from pages.delivery.page_types import FieldName, KindName

__all__ = [
    "DEFAULT_LIMIT",
    "LARGEST_ID",
    "MOST_FULL",
    "Asking",
    "ContactQuestion",
    "DocumentQuestion",
    "InLanguage",
    "PageQuestion",
    "PathQuestion",
    "PickedFields",
]

MOST = 50
MOST_FULL = 20
DEFAULT_LIMIT = 20
LARGEST_ID = 2**63 - 1
NOTHING: Any = None
"""Of what was not asked. Not a type of its own: complaints would name that, too."""

Code = Annotated[str, LateChoice(language_codes)]
Source = Annotated[str, LateChoice(lambda: [settings.LANGUAGE_CODE])]
Id = Annotated[int, Field(ge=1, le=LARGEST_ID, examples=[12])]
Order = Literal[
    "path",
    "title",
    "starts_at",
    "-starts_at",
    "published_on",
    "-published_on",
    "updated_on",
    "-updated_on",
]
Status = Literal[
    "planned",
    "cancelled",
    "postponed",
    "rescheduled",
    "moved_online",
    "running",
    "finished",
]


class InLanguage(Schema):
    language: Annotated[
        Code,
        Field(
            description="The language of the content, and of the words of an error. "
            "Without it: the source language, and English errors.",
            examples=["en"],
        ),
    ] = settings.LANGUAGE_CODE


class Fallback(Schema):
    fallback: Annotated[
        Source,
        Field(
            description="Where there is no page in the language, give the German "
            "original. “language” of each page says which one it is."
        ),
    ] = NOTHING


class PickedFields(Schema):
    fields: Annotated[
        list[FieldName],
        *Several,
        Field(
            description="Only these fields, and those that say which page it is. "
            "“*” is all of them.",
            examples=[["lead", "agenda"]],
        ),
    ] = NOTHING


class Asking(Schema):
    """How much of a list, and where it goes on."""

    limit: Annotated[
        int,
        Field(ge=1, le=MOST, description="How many at most.", examples=[20]),
    ] = DEFAULT_LIMIT
    cursor: Annotated[
        str,
        Field(
            min_length=1,
            max_length=600,
            description="“next” of the answer before. All other parameters stay.",
        ),
    ] = NOTHING


def read_path(value: Any) -> Any:
    if isinstance(value, str) and value and not value.startswith("/"):
        raise PydanticCustomError("no_path", "no path")
    return value


class PathQuestion(Fallback, PickedFields):
    path: Annotated[
        str,
        BeforeValidator(read_path),
        Field(
            min_length=1,
            max_length=2000,
            json_schema_extra={"pattern": "^/"},
            description="The path of an address of the site, as “/en/projects/”.",
            examples=["/en/projects/"],
        ),
    ]


class PageQuestion(InLanguage, Fallback, PickedFields, Asking):
    type: Annotated[
        list[KindName],
        *Several,
        Field(description="Only pages of these types.", examples=[["workshop"]]),
    ] = NOTHING
    project: Annotated[
        Id,
        Field(
            description="Only what belongs to this project: below it, or news of it."
        ),
    ] = NOTHING
    series: Annotated[Id, Field(description="Only pages of this series.")] = NOTHING
    ancestor: Annotated[Id, Field(description="Only pages below this one.")] = NOTHING
    status: Annotated[
        list[Status],
        *Several,
        Field(description="Of workshops and projects.", examples=[["planned"]]),
    ] = NOTHING
    when: Annotated[
        Literal["upcoming", "past"],
        Field(description="Only workshops that are still to come, or are over."),
    ] = NOTHING
    starts_from: Annotated[
        Day, Field(description="Only workshops that start on this day or later.")
    ] = NOTHING
    starts_until: Annotated[
        Day, Field(description="Only workshops that start on this day or earlier.")
    ] = NOTHING
    published_from: Annotated[Day, Field(description="Published then or later.")] = (
        NOTHING
    )
    published_until: Annotated[Day, Field(description="Published then or earlier.")] = (
        NOTHING
    )
    updated_from: Annotated[
        Day,
        Field(description="Changed, or else published, on this day or later."),
    ] = NOTHING
    updated_until: Annotated[
        Day,
        Field(description="Changed, or else published, on this day or earlier."),
    ] = NOTHING
    text: Annotated[
        str,
        Field(
            min_length=1,
            max_length=200,
            description="Each of these words is in the title or the lead. "
            "For more there is /api/v1/search.",
            examples=["Quartier"],
        ),
    ] = NOTHING
    order: Annotated[
        Order,
        Field(
            description="“path” is the order of the site: each page, then those below "
            "it. Pages without the moment asked for come last.",
            examples=["-published_on"],
        ),
    ] = "path"


class WithText(Schema):
    text: Annotated[
        str,
        Field(min_length=1, max_length=200, description="Part of the name or title."),
    ] = NOTHING


class ContactQuestion(InLanguage, WithText, Asking):
    pass


class DocumentQuestion(WithText, Asking):
    language: Annotated[Code, Field(description="Of the files.", examples=["en"])] = (
        NOTHING
    )
