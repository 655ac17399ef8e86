"""The agenda of an event: from what an editor wrote to one `Programme` value.

Pure functions over values; no models, no blocks, no request.
"""

from pages.agenda.building import build_programme
from pages.agenda.items import (
    AgendaItem,
    Contribution,
    DayItem,
    EntryItem,
    Person,
    SectionItem,
    Track,
)
from pages.agenda.programme import Day, Entry, Programme, Section
from pages.agenda.sentences import AgendaWarning
from pages.agenda.warnings import find_warnings

__all__ = [
    "AgendaItem",
    "AgendaWarning",
    "Contribution",
    "Day",
    "DayItem",
    "Entry",
    "EntryItem",
    "Person",
    "Programme",
    "Section",
    "SectionItem",
    "Track",
    "build_programme",
    "find_warnings",
]
