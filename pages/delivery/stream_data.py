"""What is said of the blocks of a body and of an agenda, told apart by their type."""

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from pages.delivery.data import DocumentData, Html, ImageData, Moment, PageLink

__all__ = [
    "BreakData",
    "CallToActionData",
    "ContributionData",
    "DayData",
    "DetailsData",
    "DocumentsData",
    "FigureData",
    "GalleryData",
    "HeadingData",
    "ParallelData",
    "PersonData",
    "PluginBlockData",
    "QuoteData",
    "SectionData",
    "SessionData",
    "TextData",
    "TimesData",
    "TrackData",
    "UnavailableBlockData",
]

BlockId = Annotated[
    str, Field(description="The same in every language and after every change.")
]
Clock = Annotated[
    str | None,
    Field(
        description="As it was written, on the workshop's clock.", examples=["11:15"]
    ),
]


class HeadingData(TypedDict):
    type: Literal["heading"]
    id: BlockId
    text: str


class TextData(TypedDict):
    type: Literal["text"]
    id: BlockId
    html: Html


class FigureData(TypedDict):
    """A picture with its caption; without one if its file is gone or not public."""

    type: Literal["figure"]
    id: BlockId
    image: ImageData | None
    caption: str


class GalleryData(TypedDict):
    type: Literal["gallery"]
    id: BlockId
    title: str
    pictures: list[FigureData]


class QuoteData(TypedDict):
    type: Literal["quote"]
    id: BlockId
    quote: str
    source: str


class DocumentsData(TypedDict):
    type: Literal["documents"]
    id: BlockId
    title: str
    documents: list[DocumentData]


class DetailsData(TypedDict):
    """A question whose answer opens on request."""

    type: Literal["details"]
    id: BlockId
    summary: str
    html: Html


class CallToActionData(TypedDict):
    """What readers should do next: a link to a page of the site or to any address."""

    type: Literal["call_to_action"]
    id: BlockId
    html: Html
    label: str
    url: str
    page: PageLink | None


class PluginBlockData(TypedDict):
    """A block of a plugin that says no more of itself; ``name`` tells which."""

    type: Literal["plugin"]
    id: BlockId
    name: str
    value: Annotated[Any, Field(description="As the block stores it.")]


class UnavailableBlockData(TypedDict):
    """A block whose plugin is not installed. Visitors see nothing in its place."""

    type: Literal["unavailable"]
    id: BlockId
    name: str


class PersonData(TypedDict):
    """Somebody who takes part: a name, an institution, or both."""

    name: str
    institution: str


class ContributionData(TypedDict):
    id: BlockId
    title: str
    people: list[PersonData]
    slides: list[DocumentData]


class TrackData(TypedDict):
    """One of several groups that work at the same time."""

    id: BlockId
    title: str
    room: str
    people: list[PersonData]
    html: Html
    contributions: list[ContributionData]


class TimesData(TypedDict):
    """When an entry takes place; both moments are null if they are not known."""

    start: Clock
    end: Clock
    starts_at: Moment | None
    ends_at: Moment | None
    end_is_computed: Annotated[
        bool, Field(description="Whether the end is the start of the next entry.")
    ]


class DayData(TypedDict):
    """What follows is on this day."""

    type: Literal["day"]
    id: BlockId
    date: str | None
    title: str


class SectionData(TypedDict):
    """A heading for the entries that follow."""

    type: Literal["section"]
    id: BlockId
    title: str
    moderators: list[PersonData]


class SessionData(TimesData):
    type: Literal["session"]
    id: BlockId
    title: str
    people: list[PersonData]
    contributions: list[ContributionData]
    html: Html
    room: str
    slides: list[DocumentData]


class BreakData(TimesData):
    type: Literal["break"]
    id: BlockId
    title: str


class ParallelData(TimesData):
    type: Literal["parallel"]
    id: BlockId
    title: str
    tracks: list[TrackData]
