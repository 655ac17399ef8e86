"""What is said of the site, its menus, of addresses and of programmes."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from pages.delivery.data import (
    DocumentData,
    Html,
    ImageData,
    Language,
    Moment,
    PageLink,
    Uuid,
)
from pages.delivery.page_types import AnyPage
from pages.delivery.stream_data import (
    ContributionData,
    PersonData,
    PluginBlockData,
    TrackData,
)

__all__ = [
    "DayOfProgrammeData",
    "EntryData",
    "FeedsData",
    "FoundPageData",
    "MenuData",
    "MenuEntryData",
    "MovedData",
    "NavigationData",
    "ProgrammeData",
    "SectionOfProgrammeData",
    "SiteData",
    "SiteLanguageData",
    "ThemeData",
]


class SiteLanguageData(TypedDict):
    """A language of the site that has a home page."""

    code: Language
    name: Annotated[str, Field(description="In its own words.", examples=["English"])]
    home: PageLink


class ThemeData(TypedDict):
    """Colours as “#005b8c”; “” where the site has the usual ones."""

    accent: str
    accent_dark: str
    has_band: bool


class FeedsData(TypedDict):
    """What people subscribe to, in the language of the answer."""

    news: Annotated[str, Field(description="Atom.")]
    changes: Annotated[str, Field(description="Atom: changes of workshops.")]
    calendar: Annotated[str, Field(description="iCalendar: all workshops.")]


class SiteData(TypedDict):
    """What is the same on every page."""

    name: str
    url: str
    logo: ImageData | None
    language: Language
    source_language: Annotated[Language, Field(description="Of the originals.")]
    languages: list[SiteLanguageData]
    theme: ThemeData
    time_zone: Annotated[str, Field(examples=["Europe/Berlin"])]
    feeds: FeedsData


class MenuEntryData(TypedDict):
    """A link to a page of the site, or to any address."""

    label: str
    url: str
    page: PageLink | None


class MenuData(TypedDict):
    """One menu, as it stands in the header or the footer."""

    id: int
    key: Uuid
    language: Language
    place: Literal["header", "footer"]
    entries: list[MenuEntryData]


class NavigationData(TypedDict):
    language: Language
    header: list[MenuEntryData]
    footer: list[MenuEntryData]


class FoundPageData(TypedDict):
    """There is a page at this address."""

    kind: Literal["page"]
    page: AnyPage


class MovedData(TypedDict):
    """Visitors are led elsewhere. Ask for ``page`` by its id, or go to ``url``."""

    kind: Literal["redirect"]
    url: str
    path: Annotated[str, Field(description="“” if it is not on this site.")]
    is_permanent: bool
    page: PageLink | None


class EntryData(TypedDict):
    """One line of a programme."""

    id: str
    kind: Annotated[
        str,
        Field(
            description="session, break, parallel, or what a plugin calls it.",
            examples=["session"],
        ),
    ]
    title: str
    starts_at: Moment | None
    ends_at: Moment | None
    end_is_computed: bool
    people: list[PersonData]
    contributions: list[ContributionData]
    tracks: list[TrackData]
    room: str
    html: Html
    slides: list[DocumentData]
    block: Annotated[
        PluginBlockData | None, Field(description="Of a plugin's block without a time.")
    ]


class SectionOfProgrammeData(TypedDict):
    """Entries under one heading; without a title and an id before the first one."""

    id: str
    title: str
    moderators: list[PersonData]
    entries: list[EntryData]


class DayOfProgrammeData(TypedDict):
    id: str
    date: str | None
    title: str
    sections: list[SectionOfProgrammeData]


class ProgrammeData(TypedDict):
    """The programme of a workshop: the value that the page and calendars show, too."""

    workshop: PageLink
    language: Language
    time_zone: Annotated[str, Field(examples=["Europe/Berlin"])]
    days: list[DayOfProgrammeData]
