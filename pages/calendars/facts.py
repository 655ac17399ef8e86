"""Time, place and status of events: what raises a SEQUENCE if it changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pages.agenda.timing import utc
from pages.calendars.events import entry_uid
from pages.models import CalendarState, WorkshopPage

__all__ = ["Facts", "facts_of", "has_changed"]


@dataclass(frozen=True, slots=True)
class Facts:
    """One event as it is public now."""

    uid: UUID
    language: str
    starts_at: datetime
    ends_at: datetime | None
    time_zone: str
    place: str
    status: str


def facts_of(workshop: WorkshopPage) -> Iterator[Facts]:
    """Yield the facts of a workshop and of the entries of its programme.

    Titles, texts and people are none, nor is what a place is called: only which one it
    is, its address and the room. Without a start there is no event.
    """
    if not workshop.starts_at:
        return
    key, place = workshop.translation_key, place_of(workshop)
    language = workshop.locale.language_code
    common = {
        "language": language,
        "time_zone": workshop.time_zone,
        "status": workshop.status,
    }
    span = times(workshop.starts_at, workshop.ends_at)
    yield Facts(key, **span, place=place, **common)
    for entry in workshop.programme.entries:
        if entry.id and entry.starts_at:
            yield Facts(
                entry_uid(key, entry.id),
                **times(entry.starts_at, entry.ends_at),
                place=f"{place}\n{entry.room}",
                **common,
            )


def times(starts_at: datetime, ends_at: datetime | None) -> dict[str, Any]:
    """In UTC: elsewhere two moments in the hour that occurs twice are never equal."""
    return {"starts_at": utc(starts_at), "ends_at": ends_at and utc(ends_at)}


def place_of(workshop: WorkshopPage) -> str:
    """Return what tells a workshop's place from others in one line for each part."""
    parts = [workshop.attendance, workshop.online_url]
    if venue := workshop.venue:
        address = (venue.street, venue.postal_code, venue.city)
        parts += [str(venue.translation_key), *address]
    return "\n".join(parts)


def has_changed(state: CalendarState, facts: Facts) -> bool:
    """Whether calendars have to be told that an event is not what it was.

    Names of towns and rooms have other forms in other languages. So where another
    version of the page is asked than the last time, the place counts as the same.
    """
    before = (state.starts_at, state.ends_at, state.time_zone, state.status)
    if before != (facts.starts_at, facts.ends_at, facts.time_zone, facts.status):
        return True
    return state.language == facts.language and state.place != facts.place
