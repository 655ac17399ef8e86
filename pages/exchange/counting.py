"""How often calendars have been told of changes, between a file and the database.

A program that has subscribed to a workshop ignores what is told with a lower SEQUENCE
than before (RFC 5545 §3.8.7.4). So a site that moves goes on counting: the file has one
number for a workshop and its programme, the highest of them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Max, Model
from django.utils.translation import gettext as _

from pages.calendars.states import raise_sequences
from pages.exchange.entries import Entry
from pages.exchange.given import quoted
from pages.models import CalendarState, WorkshopPage

__all__ = ["carry_on", "marks_of", "read_sequence", "schema_of", "sequences"]

NAME = "calendar_sequence"
LIMIT = 1_000_000_000
"""Far from 2,147,483,647, beyond which neither iCalendar nor PostgreSQL can count."""


def marks_of(model: type[Model] | None) -> tuple[str, ...]:
    """Return what a file says of objects of a model beside their fields."""
    return (NAME,) if model and issubclass(model, WorkshopPage) else ()


def schema_of(model: type[Model]) -> dict[str, Any]:
    """Return the JSON Schema of it."""
    number = {"type": ["integer", "null"], "minimum": 0, "maximum": LIMIT}
    return dict.fromkeys(marks_of(model), number)


def sequences() -> dict[Any, dict[str, int]]:
    """Return what a file has to say of each workshop, by key, if it ever changed."""
    rows = CalendarState.objects.exclude(status=CalendarState.REMOVED)
    highest = rows.order_by().values_list("workshop").annotate(Max("sequence"))
    return {key: {NAME: number} for key, number in highest if number}


def read_sequence(entry: Entry) -> None:
    """Read the number of an entry; one that is silent leaves what is known."""
    given = entry.given.entry(NAME) if NAME in entry.marks else None
    if given is None:
        return
    number: Any = given.value
    is_number = isinstance(number, int) and not isinstance(number, bool)
    if is_number and number in range(LIMIT + 1):
        entry.sequence = int(number)
        return
    sentence = _("%(value)s is not a whole number from 0 to %(limit)d.")
    given.fail(sentence % {"value": quoted(number), "limit": LIMIT})


def carry_on(entries: Iterable[Entry]) -> None:
    """Count on from the numbers of a file, never back."""
    raise_sequences(dict(counted(entries)))


def counted(entries: Iterable[Entry]) -> Iterator[tuple[Any, int]]:
    return ((entry.key, entry.sequence) for entry in entries if entry.sequence)
