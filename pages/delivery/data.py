"""What is said of pictures, files, people, places and links.

These types are the contract: django-ninja writes the OpenAPI document from them, mypy
holds the code to them. What may be unknown is null; a text that is not there is "".
"""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

__all__ = [
    "ChangeData",
    "ContactData",
    "DocumentData",
    "FundingData",
    "Html",
    "ImageData",
    "Language",
    "Moment",
    "OrganisationData",
    "PageLink",
    "SourceData",
    "Uuid",
    "VariantData",
    "VenueData",
    "WrittenDay",
]

Language = Annotated[str, Field(examples=["de"], description="BCP 47, as “de”.")]
Uuid = Annotated[
    str,
    Field(
        json_schema_extra={"format": "uuid"},
        description="Stays when the content moves to another database.",
    ),
]
Html = Annotated[
    str,
    Field(
        description=(
            "Safe HTML: p, h3, h4, ul, ol, li, b, i, br, a and span with lang, which "
            "marks words in another language. Links to pages have data-page with the "
            "page's id, links to files data-document; all are absolute."
        ),
        examples=["<p>Wir planen <b>zusammen</b>.</p>"],
    ),
]
Moment = Annotated[
    str,
    Field(
        json_schema_extra={"format": "date-time"},
        examples=["2027-03-05T14:00:00+01:00"],
    ),
]
WrittenDay = Annotated[
    str, Field(json_schema_extra={"format": "date"}, examples=["2027-03-05"])
]


class PageLink(TypedDict):
    """A page that is public, in a few words."""

    id: Annotated[int, Field(examples=[12])]
    type: Annotated[str, Field(examples=["workshop"])]
    language: Language
    title: str
    path: Annotated[str, Field(examples=["/projekt/werkstatt/"])]
    url: str


class SourceData(TypedDict):
    """A picture in one format and several widths, as for a <source>."""

    type: Annotated[str, Field(examples=["image/avif"])]
    srcset: str


class ImageData(TypedDict):
    """A picture, ready for a <picture>."""

    id: int
    key: Uuid
    url: Annotated[str, Field(description="For an <img>: JPEG, or PNG of a logo.")]
    width: int
    height: int
    sources: list[SourceData]
    alt: Annotated[str, Field(description="What it shows; “” if it is decoration.")]
    alt_language: Language
    credit: str
    licence: str
    licence_url: str


class VariantData(TypedDict):
    """The same document in another language."""

    id: int
    language: Language
    title: str
    url: str


class DocumentData(TypedDict):
    """A file to download."""

    id: int
    key: Uuid
    title: str
    url: str
    filename: str
    media_type: Annotated[str, Field(examples=["application/pdf"])]
    size: Annotated[int | None, Field(description="In bytes.")]
    pages: Annotated[int | None, Field(description="Known of PDF files.")]
    language: Annotated[str, Field(description="“” if nobody has said so.")]
    accessibility: Annotated[
        Literal["yes", "no", ""],
        Field(description="What a person found who has tested the file; “” if nobody."),
    ]
    variants: list[VariantData]


class OrganisationData(TypedDict):
    id: int
    key: Uuid
    language: Language
    name: str
    short_name: str
    url: str
    logo: ImageData | None


class ContactData(TypedDict):
    """A person, or an office, to turn to."""

    id: int
    key: Uuid
    language: Language
    name: str
    role: str
    organisation: OrganisationData | None
    email: str
    phone: str


class VenueData(TypedDict):
    """A place where people meet, and how they get in."""

    id: int
    key: Uuid
    language: Language
    name: str
    street: str
    postal_code: str
    city: str
    country: str
    wheelchair_access: Annotated[
        Literal["yes", "partly", "no", ""], Field(description="“” is not known.")
    ]
    access_note: str
    arrival: str
    latitude: float | None
    longitude: float | None


class FundingData(TypedDict):
    """A grant; its notice has to be shown with what the project says."""

    id: int
    key: Uuid
    language: Language
    programme: str
    funder: str
    grant_number: str
    notice: str
    logo: ImageData | None
    url: str


class ChangeData(TypedDict):
    """What changed on a page, in public words."""

    date: WrittenDay
    text: str
