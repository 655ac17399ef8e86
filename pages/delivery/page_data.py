"""What is said of pages, told apart by their type.

The fields of ``IdentityData`` and the type are always there. All others may be left out
by ``fields``; in lists, those that are no summary are left out by themselves.
"""

from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from pages.delivery.data import (
    ChangeData,
    ContactData,
    DocumentData,
    FundingData,
    Html,
    ImageData,
    Language,
    Moment,
    OrganisationData,
    PageLink,
    Uuid,
    VenueData,
    WrittenDay,
)
from pages.delivery.streams import AgendaBlocks, BodyBlocks

__all__ = [
    "CommonData",
    "HomeData",
    "NewsData",
    "NewsIndexData",
    "PluginPageData",
    "ProjectData",
    "RegistrationData",
    "SeriesData",
    "StandardData",
    "TranslationData",
    "VersionData",
    "WorkshopData",
    "WorkshopFilesData",
]


class VersionData(PageLink):
    """The same page in another language, and how true it is to the original."""

    is_behind: Annotated[
        bool | None,
        Field(
            description="Whether the original has changed since; null if not known, "
            "or if this is the original."
        ),
    ]


class TranslationData(TypedDict):
    """How a translation stands to its original."""

    original: PageLink | None
    is_behind: Annotated[bool | None, Field(description="null if it is not known.")]
    is_partial: Annotated[
        bool, Field(description="Whether something is still in the source language.")
    ]
    has_machine_text: Annotated[
        bool, Field(description="Whether a machine translated some of it, unseen.")
    ]
    reflects: Annotated[
        Moment | None,
        Field(description="When that text of the original was published."),
    ]
    original_changed: Moment | None


class IdentityData(TypedDict):
    id: Annotated[int, Field(examples=[12])]
    key: Annotated[Uuid, Field(description="The same in every language.")]
    language: Language
    title: Annotated[str, Field(examples=["Werkstatt 2: Der Laden"])]
    path: Annotated[str, Field(examples=["/projekt/werkstatt-2/"])]
    url: str


class CommonData(IdentityData, total=False):
    lead: Annotated[str, Field(description="Two or three sentences.")]
    published_on: Annotated[
        WrittenDay | None,
        Field(description="As the page says it, not as it is stored."),
    ]
    updated_on: Annotated[
        WrittenDay | None,
        Field(description="The last change worth a date; null if there was none."),
    ]
    parent: Annotated[
        PageLink | None, Field(description="null if the page above is not public.")
    ]
    project: PageLink | None
    translations: list[VersionData]
    body: BodyBlocks
    documents: list[DocumentData]
    contacts: list[ContactData]
    funding: Annotated[
        list[FundingData], Field(description="Of its project: the notices are duties.")
    ]
    changes: Annotated[list[ChangeData], Field(description="The newest first.")]
    ancestors: Annotated[
        list[PageLink], Field(description="From the home page down, public ones only.")
    ]
    seo_title: str
    search_description: str
    translation: Annotated[
        TranslationData | None, Field(description="null for an original.")
    ]
    untranslated: Annotated[
        list[str], Field(description="Fields with words in the source language.")
    ]


class HomeData(CommonData, total=False):
    type: Required[Literal["home"]]


class StandardData(CommonData, total=False):
    """A page that is just text, as the imprint."""

    type: Required[Literal["standard"]]


class NewsIndexData(CommonData, total=False):
    type: Required[Literal["news_index"]]


class NewsData(CommonData, total=False):
    type: Required[Literal["news"]]
    image: ImageData | None
    about: Annotated[
        PageLink | None,
        Field(description="The project, series or workshop it tells of."),
    ]


class MemberData(OrganisationData):
    """An organisation in a project."""

    role: Literal["lead", "partner", "associated"]


class ProjectData(CommonData, total=False):
    """A funded project."""

    type: Required[Literal["project"]]
    acronym: str
    subtitle: str
    status: Literal["running", "finished"]
    starts_on: WrittenDay | None
    ends_on: WrittenDay | None
    aims: Html
    organisations: list[MemberData]


class SeriesEntryData(TypedDict):
    """A workshop of a series; without a page it is only announced."""

    number: int | None
    title: str
    page: PageLink | None
    starts_at: Moment | None
    status: str


class SeriesData(CommonData, total=False):
    """A series of workshops that belong together."""

    type: Required[Literal["series"]]
    workshops: list[SeriesEntryData]


class RegistrationData(TypedDict):
    url: str
    email: str
    deadline: WrittenDay | None
    places: int | None
    price: str
    is_open: Annotated[
        bool, Field(description="Whether people can register on the day of the answer.")
    ]


class WorkshopFilesData(TypedDict):
    """Where to take a workshop along; null where the page offers no such file."""

    calendar: Annotated[
        str | None, Field(description="iCalendar, as long as people can plan to come.")
    ]
    pdf: Annotated[str | None, Field(description="The programme as a sheet.")]
    text: Annotated[str | None, Field(description="The programme for a mail.")]


class WorkshopData(CommonData, total=False):
    type: Required[Literal["workshop"]]
    starts_at: Annotated[
        Moment | None, Field(description="With the offset of the workshop's own zone.")
    ]
    ends_at: Moment | None
    time_zone: Annotated[str, Field(examples=["Europe/Berlin"])]
    status: Literal["planned", "cancelled", "postponed", "rescheduled", "moved_online"]
    status_note: str
    attendance: Literal["on_site", "online", "both"]
    number: Annotated[int | None, Field(description="In its series.")]
    series: PageLink | None
    venue: VenueData | None
    online_url: str
    intro: Html
    report: BodyBlocks
    flyer: DocumentData | None
    agenda: AgendaBlocks
    information: Html
    spoken_languages: str
    registration: RegistrationData | None
    short_url: Annotated[
        str,
        Field(description="Stays whatever becomes of the page; “” if there is none."),
    ]
    files: WorkshopFilesData


class PluginPageData(CommonData, total=False):
    """A page of a plugin that says no more of itself; ``name`` tells which type."""

    type: Required[Literal["plugin"]]
    name: Required[Annotated[str, Field(examples=["polls.PollPage"])]]
