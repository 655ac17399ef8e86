"""From the flat stream of items to days, sections and entries with their times."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime, tzinfo
from itertools import chain, islice
from zoneinfo import ZoneInfo

from pages.agenda.items import AgendaItem, DayItem, EntryItem, SectionItem
from pages.agenda.programme import Day, Entry, Programme, Section
from pages.agenda.timing import date_in, spans

_WRITTEN = tuple(part.name for part in fields(EntryItem))
_Parts = list[tuple[SectionItem, list[EntryItem]]]


def build_programme(
    items: Iterable[AgendaItem],
    starts_at: datetime | None,
    ends_at: datetime | None,
    zone: ZoneInfo,
) -> Programme:
    """Sort the items of an agenda into days and sections and work out their times.

    The order of the items is kept, whatever their times. What stands before the
    first day item is on the date on which the event starts in `zone`; what stands
    before the first section item of a day is in a section without a title. How
    missing ends are found is told at `timing.spans`.

    Raises ValueError if the event's start or end has no time zone; no item makes it
    raise.
    """
    first = DayItem(id="", date=date_in(zone, starts_at))
    last = date_in(zone, ends_at)
    days = (
        _day(item, parts, zone, ends_at if item.date == last else None)
        for item, parts in _outline(items, first)
    )
    return Programme(days=tuple(days), zone=zone)


def timed(
    items: Iterable[EntryItem],
    day: date | None,
    zone: tzinfo,
    closing: datetime | None = None,
) -> tuple[Entry, ...]:
    """The entries of one day with their times; see `timing.spans`."""
    items = tuple(items)
    found = spans(((item.start, item.end) for item in items), day, zone, closing)
    return tuple(
        Entry(
            **{name: getattr(item, name) for name in _WRITTEN},
            starts_at=span.starts_at,
            ends_at=span.ends_at,
            end_is_computed=span.end_is_computed,
        )
        for item, span in zip(items, found, strict=True)
    )


def _outline(
    items: Iterable[AgendaItem], first: DayItem
) -> list[tuple[DayItem, _Parts]]:
    outline: list[tuple[DayItem, _Parts]] = []
    for item in items:
        if isinstance(item, DayItem):
            outline.append((item, []))
            continue
        if not outline:
            outline.append((first, []))
        _place(item, outline[-1][1])
    return outline


def _place(item: SectionItem | EntryItem, parts: _Parts) -> None:
    if isinstance(item, SectionItem):
        parts.append((item, []))
        return
    if not parts:
        parts.append((SectionItem(id="", title=""), []))
    parts[-1][1].append(item)


def _day(
    item: DayItem,
    parts: _Parts,
    zone: ZoneInfo,
    closing: datetime | None,
) -> Day:
    flat = chain.from_iterable(entries for _, entries in parts)
    entries = iter(timed(flat, item.date, zone, closing))
    sections = (
        Section(
            title=section.title,
            moderators=section.moderators,
            entries=tuple(islice(entries, len(members))),
            id=section.id,
        )
        for section, members in parts
    )
    return Day(item.date, item.title, tuple(sections), item.id)
