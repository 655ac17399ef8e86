"""Short ways to write down an agenda, as an editor would."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from pages.agenda import (
    AgendaItem,
    DayItem,
    EntryItem,
    Programme,
    SectionItem,
    build_programme,
)

BERLIN = ZoneInfo("Europe/Berlin")
WORKSHOP_DAY = date(2018, 2, 22)


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), BERLIN)


def session(start: str, title: str = "", end: str = "", **facts: Any) -> EntryItem:
    """A session from "11:00" to "11:15", whose id is its title."""
    return EntryItem(
        id=facts.pop("id", title),
        kind=facts.pop("kind", "session"),
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
        title=title,
        **facts,
    )


def pause(start: str, end: str = "") -> EntryItem:
    return session(start, end=end, kind="break", id=f"break {start}")


def day(iso: str, title: str = "") -> DayItem:
    return DayItem(id=f"day {iso}", date=date.fromisoformat(iso), title=title)


def section(title: str) -> SectionItem:
    return SectionItem(id=title, title=title)


def programme(
    *items: AgendaItem, start: str = "11:00", end: str = "16:00"
) -> Programme:
    """The programme of a workshop on 22 February 2018."""
    starts_at, ends_at = at(WORKSHOP_DAY, start), at(WORKSHOP_DAY, end)
    return build_programme(items, starts_at, ends_at, BERLIN)
