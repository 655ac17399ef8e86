"""Moving a workshop in the calendar: every date by the same number of days.

Clocks keep their times: what begins at 9:00 in Berlin begins at 9:00 in Berlin, whether
or not the clocks are changed in between. Nothing here saves anything.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from wagtail import blocks

if TYPE_CHECKING:
    from pages.models import WorkshopPage

__all__ = [
    "MOMENTS",
    "days_to",
    "emptied",
    "shift_programme",
    "shift_workshop",
    "shifted_dates",
    "shifted_moment",
]

MOMENTS = ("starts_at", "ends_at")


def days_to(workshop: "WorkshopPage", first_day: date) -> int | None:
    """Return by how many days a workshop has to move; None if it has no date yet."""
    start = workshop.local_start
    return (first_day - start.date()).days if start else None


def shift_workshop(workshop: "WorkshopPage", days: int) -> None:
    """Move all dates of a workshop. Raises OverflowError beyond the calendar."""
    for name in MOMENTS:
        if moment := getattr(workshop, name):
            setattr(workshop, name, shifted_moment(moment, workshop.zone, days))
    if workshop.registration_deadline:
        workshop.registration_deadline += timedelta(days)
    shift_programme(workshop, days)


def shift_programme(workshop: "WorkshopPage", days: int) -> None:
    """Move the dates inside a programme. Raises OverflowError beyond the calendar."""
    stream = workshop.agenda.stream_block
    stored = workshop.agenda.get_prep_value()
    dates = shifted_dates(stream, stored, workshop.zone, days)
    workshop.agenda = stream.to_python(dates)


def shifted_moment(moment: datetime, zone: ZoneInfo, days: int) -> datetime:
    """Return when the clocks of a zone show the same time on another day, in UTC.

    A time that is skipped on that day is read with the offset before the change, one
    that occurs twice keeps its place: RFC 5545 §3.3.5.

    Raises OverflowError beyond the calendar.
    """
    local = moment.astimezone(zone)
    day = local.date() + timedelta(days)
    return datetime.combine(day, local.time(), zone).astimezone(UTC)


def shifted_dates(block: blocks.Block, stored: Any, zone: ZoneInfo, days: int) -> Any:
    """Return what is stored of a block with all its dates moved, those inside, too.

    Moments keep their time on the clocks of a zone. Works on any block of core or of a
    plugin whose dates are dates to Wagtail.
    """

    def shift(block: blocks.Block, value: Any) -> Any:
        if not value or not isinstance(block, blocks.DateBlock | blocks.DateTimeBlock):
            return value
        if isinstance(value, str):
            kind = date if isinstance(block, blocks.DateBlock) else datetime
            value = kind.fromisoformat(value)
        if isinstance(value, datetime) and value.tzinfo:
            return shifted_moment(value, zone, days).isoformat()
        return (value + timedelta(days)).isoformat()

    return changed(block, stored, shift)


def emptied(block: blocks.Block, stored: Any, kind: type[blocks.StreamBlock]) -> Any:
    """Return what is stored of a block, with all streams of one kind emptied."""

    def empty(block: blocks.Block, value: Any) -> Any:
        return [] if isinstance(block, kind) else value

    return changed(block, stored, empty)


Change = Callable[[blocks.Block, Any], Any]


def changed(block: blocks.Block, stored: Any, change: Change) -> Any:
    """Return what is stored of a block after a change of each block in it."""
    stored = change(block, stored)
    if isinstance(block, blocks.BaseStreamBlock):
        return [
            {**child, "value": changed(known, child["value"], change)}
            if (known := block.child_blocks.get(child["type"]))
            else child  # of a plugin that is not there now
            for child in stored
        ]
    if isinstance(block, blocks.BaseStructBlock) and isinstance(stored, Mapping):
        known_blocks = block.child_blocks
        return {
            name: changed(known_blocks[name], value, change)
            if name in known_blocks
            else value
            for name, value in stored.items()
        }
    if isinstance(block, blocks.ListBlock):
        return [changed_item(block.child_block, item, change) for item in stored]
    return stored


def changed_item(block: blocks.Block, item: Any, change: Change) -> Any:
    """Items of lists are stored with an id, or bare, as Wagtail once did."""
    if isinstance(item, Mapping) and item.get("type") == "item" and "value" in item:
        return {**item, "value": changed(block, item["value"], change)}
    return changed(block, item, change)
