"""A programme as data, from the one value that everything else is written from."""

from typing import Any

from pages.agenda import Day, Entry, Programme, Section
from pages.delivery.blocks import write_child
from pages.delivery.core_blocks import (
    contribution_data,
    moment,
    people_data,
    track_data,
)
from pages.delivery.reading import Reader
from pages.delivery.site_data import (
    DayOfProgrammeData,
    EntryData,
    SectionOfProgrammeData,
)

__all__ = ["programme_data"]


def programme_data(programme: Programme, reader: Reader) -> list[DayOfProgrammeData]:
    """Return the days of a programme."""
    return [day_data(day, reader) for day in programme.days]


def day_data(day: Day, reader: Reader) -> DayOfProgrammeData:
    return {
        "id": day.id,
        "date": day.date.isoformat() if day.date else None,
        "title": day.title,
        "sections": [section_data(section, reader) for section in day.sections],
    }


def section_data(section: Section, reader: Reader) -> SectionOfProgrammeData:
    return {
        "id": section.id,
        "title": section.title,
        "moderators": people_data(section.moderators),
        "entries": [entry_data(entry, reader) for entry in section.entries],
    }


def entry_data(entry: Entry, reader: Reader) -> EntryData:
    block: Any = write_child(entry.block, reader) if entry.block else None
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "starts_at": moment(entry.starts_at),
        "ends_at": moment(entry.ends_at),
        "end_is_computed": entry.end_is_computed,
        "people": people_data(entry.people),
        "contributions": [
            contribution_data(one, reader) for one in entry.contributions
        ],
        "tracks": [track_data(track, reader) for track in entry.tracks],
        "room": entry.room,
        "html": reader.html(entry.abstract),
        "slides": reader.documents(entry.slides),
        "block": block,
    }
