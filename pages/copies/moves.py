"""What moving a workshop changes, as a table: each date before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pages.agenda import DayItem
from pages.blocks.agenda import agenda_items
from pages.rendering.dates import day_with_weekday, span

if TYPE_CHECKING:
    from pages.models import WorkshopPage

__all__ = ["Move", "moves"]


@dataclass(frozen=True, slots=True)
class Move:
    """One date of a workshop: what it is called, what it was, what it will be."""

    label: str
    old: SafeString
    new: SafeString


def moves(old: "WorkshopPage", new: "WorkshopPage") -> list[Move]:
    """Return all dates of a workshop before and after they were moved."""
    pairs = zip(dates_of(old), dates_of(new), strict=True)
    return [Move(label, told, now) for (label, told), (_label, now) in pairs]


def dates_of(workshop: "WorkshopPage") -> Iterator[tuple[str, SafeString]]:
    yield _("Start"), in_words(workshop.local_start)
    if workshop.local_end:
        yield _("End"), in_words(workshop.local_end)
    if workshop.registration_deadline:
        deadline = day_with_weekday(workshop.registration_deadline)
        yield _("Closing date for registration"), deadline
    for item in agenda_items(workshop.agenda):
        if isinstance(item, DayItem) and isinstance(item.date, date):
            label = _("Day in the programme")
            yield (
                (f"{label}: {item.title}" if item.title else label),
                in_words(item.date),
            )


def in_words(value: date | datetime | None) -> SafeString:
    if not isinstance(value, datetime):
        return day_with_weekday(value)
    return span(value, None)
