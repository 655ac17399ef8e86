"""How the core's own blocks are written."""

from datetime import datetime, time
from typing import Any

from wagtail.blocks import Block

from pages.agenda import Contribution, EntryItem, Person, Track
from pages.agenda.programme import Entry
from pages.blocks import agenda, body
from pages.delivery.blocks import register_block
from pages.delivery.reading import Reader
from pages.delivery.stream_data import (
    BreakData,
    CallToActionData,
    ContributionData,
    DayData,
    DetailsData,
    DocumentsData,
    FigureData,
    GalleryData,
    HeadingData,
    ParallelData,
    PersonData,
    QuoteData,
    SectionData,
    SessionData,
    TextData,
    TimesData,
    TrackData,
)

__all__ = [
    "contribution_data",
    "moment",
    "people_data",
    "register_core",
    "track_data",
]


def register_core() -> None:
    for block, schema, write in CORE:
        register_block(block, schema, write, reads_stored=True)


# --- Body ---------------------------------------------------------------------


def text(child: Any, reader: Reader) -> dict[str, Any]:
    return {"html": reader.html(child.value)}


def figure(child: Any, reader: Reader) -> dict[str, Any]:
    value = child.value
    is_decorative = bool(value["is_decorative"])
    return {
        "image": reader.image(value["image"], is_decorative=is_decorative),
        "caption": value["caption"],
    }


def gallery(child: Any, reader: Reader) -> dict[str, Any]:
    return {
        "title": child.value["title"],
        "pictures": [
            {"type": "figure", "id": one.id or "", **figure(one, reader)}
            for one in child.value["pictures"]
        ],
    }


def quote(child: Any, reader: Reader) -> dict[str, Any]:
    return {"quote": child.value["quote"] or "", "source": child.value["source"]}


def documents(child: Any, reader: Reader) -> dict[str, Any]:
    chosen = (one.value for one in child.value["documents"])
    return {"title": child.value["title"], "documents": reader.documents(chosen)}


def details(child: Any, reader: Reader) -> dict[str, Any]:
    html = reader.html(child.value["text"])
    return {"summary": child.value["summary"], "html": html}


def call_to_action(child: Any, reader: Reader) -> dict[str, Any]:
    value = child.value
    page = reader.chosen_page(value["page"])
    return {
        "html": reader.html(value["text"]),
        "label": value["label"],
        "url": page["url"] if page else value["url"] or "",
        "page": page,
    }


# --- Agenda -------------------------------------------------------------------
# From the values of pages.agenda, so that it is what the page and the calendars say.


def item_of(child: Any, reader: Reader) -> Any:
    """Return what a block means: of an entry, its line in the programme."""
    known = reader.entries.get(child.id)
    return known or child.block.agenda_item(child.value, child.id or "")


def times(item: EntryItem) -> TimesData:
    entry = item if isinstance(item, Entry) else None
    return {
        "start": clock(item.start),
        "end": clock(item.end),
        "starts_at": moment(entry.starts_at) if entry else None,
        "ends_at": moment(entry.ends_at) if entry else None,
        "end_is_computed": bool(entry and entry.end_is_computed),
    }


def clock(value: time | None) -> str | None:
    return None if value is None else value.isoformat("minutes")


def moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def day(child: Any, reader: Reader) -> dict[str, Any]:
    item = item_of(child, reader)
    return {"date": item.date and item.date.isoformat(), "title": item.title}


def section(child: Any, reader: Reader) -> dict[str, Any]:
    item = item_of(child, reader)
    return {"title": item.title, "moderators": people_data(item.moderators)}


def session(child: Any, reader: Reader) -> dict[str, Any]:
    item: EntryItem = item_of(child, reader)
    return {
        "title": item.title,
        **times(item),
        "people": people_data(item.people),
        "contributions": [contribution_data(one, reader) for one in item.contributions],
        "html": reader.html(item.abstract),
        "room": item.room,
        "slides": reader.documents(item.slides),
    }


def pause(child: Any, reader: Reader) -> dict[str, Any]:
    item = item_of(child, reader)
    return {"title": item.title, **times(item)}


def parallel(child: Any, reader: Reader) -> dict[str, Any]:
    item: EntryItem = item_of(child, reader)
    tracks = [track_data(track, reader) for track in item.tracks]
    return {"title": item.title, **times(item), "tracks": tracks}


def people_data(people: tuple[Person, ...]) -> list[PersonData]:
    return [{"name": one.name, "institution": one.institution} for one in people]


def contribution_data(talk: Contribution, reader: Reader) -> ContributionData:
    return {
        "id": talk.id,
        "title": talk.title,
        "people": people_data(talk.people),
        "slides": reader.documents(talk.slides),
    }


def track_data(track: Track, reader: Reader) -> TrackData:
    return {
        "id": track.id,
        "title": track.title,
        "room": track.room,
        "people": people_data(track.people),
        "html": reader.html(track.abstract),
        "contributions": [
            contribution_data(one, reader) for one in track.contributions
        ],
    }


CORE: tuple[tuple[type[Block], type, Any], ...] = (
    (body.HeadingBlock, HeadingData, lambda child, reader: {"text": child.value}),
    (body.TextBlock, TextData, text),
    (body.FigureBlock, FigureData, figure),
    (body.GalleryBlock, GalleryData, gallery),
    (body.QuoteBlock, QuoteData, quote),
    (body.DocumentsBlock, DocumentsData, documents),
    (body.DetailsBlock, DetailsData, details),
    (body.CallToActionBlock, CallToActionData, call_to_action),
    (agenda.DayBlock, DayData, day),
    (agenda.SectionBlock, SectionData, section),
    (agenda.SessionBlock, SessionData, session),
    (agenda.BreakBlock, BreakData, pause),
    (agenda.ParallelBlock, ParallelData, parallel),
)
