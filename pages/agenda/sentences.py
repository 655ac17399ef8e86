"""Every sentence an agenda can say to its editor, one function each.

Entries stand in a sentence under their time and title, never as a phrase that would
have to be declined. Times come from the moments, so that a sentence is true in the
nights when clocks change, too. Messages are plain text in the language that is active
when they are made; templates escape them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.utils.translation import gettext, ngettext

from pages.agenda.items import Person
from pages.agenda.naming import clock, name, names, written_date
from pages.agenda.programme import Day, Entry

Code = Literal[
    "end-before-start",
    "zero-length",
    "out-of-order",
    "overlap",
    "gap",
    "same-person",
    "after-event-end",
    "days-out-of-order",
    "day-twice",
]


@dataclass(frozen=True, slots=True)
class AgendaWarning:
    """A fault in an agenda, in a sentence for its editor.

    `entry_id` is the id of the entry or day item to mend. It is empty for what was
    written without an id. `blocking` faults must not be published.
    """

    code: Code
    message: str
    entry_id: str
    blocking: bool = False


def end_before_start(entry: Entry) -> AgendaWarning:
    sentence = gettext("%(entry)s ends before it begins (%(end)s).")
    values = {"entry": name(entry), "end": clock(entry.ends_at)}
    return AgendaWarning("end-before-start", sentence % values, entry.id, blocking=True)


def zero_length(entry: Entry) -> AgendaWarning:
    sentence = gettext("%(entry)s ends at the same time as it begins.")
    return AgendaWarning("zero-length", sentence % {"entry": name(entry)}, entry.id)


def out_of_order(entry: Entry, previous: Entry) -> AgendaWarning:
    sentence = gettext("%(entry)s is listed after %(previous)s but begins before it.")
    values = {"entry": name(entry), "previous": name(previous)}
    return AgendaWarning("out-of-order", sentence % values, entry.id)


def overlap(later: Entry, earlier: Entry) -> AgendaWarning:
    sentence = gettext("%(later)s begins before %(earlier)s ends (%(end)s).")
    values = {
        "later": name(later),
        "earlier": name(earlier),
        "end": clock(earlier.ends_at),
    }
    return AgendaWarning("overlap", sentence % values, later.id)


def same_start(later: Entry, earlier: Entry) -> AgendaWarning:
    sentence = gettext("%(earlier)s and %(later)s begin at the same time.")
    values = {"earlier": name(earlier), "later": name(later)}
    return AgendaWarning("overlap", sentence % values, later.id)


def gap(before: Entry, after: Entry) -> AgendaWarning:
    sentence = gettext("Nothing is planned between %(end)s and %(start)s.")
    values = {"end": clock(before.ends_at), "start": clock(after.starts_at)}
    return AgendaWarning("gap", sentence % values, before.id)


def in_two_entries(
    people: Sequence[Person], earlier: Entry, later: Entry
) -> AgendaWarning:
    sentence = ngettext(
        "%(people)s is in %(earlier)s and in %(later)s at the same time.",
        "%(people)s are in %(earlier)s and in %(later)s at the same time.",
        len(people),
    )
    values = {
        "people": names(people),
        "earlier": name(earlier),
        "later": name(later),
    }
    return AgendaWarning("same-person", sentence % values, later.id)


def in_two_tracks(
    people: Sequence[Person], entry: Entry, first: str, second: str
) -> AgendaWarning:
    sentence = ngettext(
        "%(entry)s: %(people)s is in %(first)s and in %(second)s.",
        "%(entry)s: %(people)s are in %(first)s and in %(second)s.",
        len(people),
    )
    values = {
        "entry": name(entry),
        "people": names(people),
        "first": first,
        "second": second,
    }
    return AgendaWarning("same-person", sentence % values, entry.id)


def begins_after_event(entry: Entry, event_end: datetime) -> AgendaWarning:
    sentence = gettext("%(entry)s begins when the event is over (%(date)s, %(end)s).")
    values = {
        "entry": name(entry),
        "date": written_date(event_end.date()),
        "end": clock(event_end),
    }
    return AgendaWarning("after-event-end", sentence % values, entry.id)


def ends_after_event(entry: Entry, event_end: datetime) -> AgendaWarning:
    sentence = gettext(
        "%(entry)s ends at %(entry_end)s, but the event ends at %(event_end)s."
    )
    values = {
        "entry": name(entry),
        "entry_end": clock(entry.ends_at),
        "event_end": clock(event_end),
    }
    return AgendaWarning("after-event-end", sentence % values, entry.id)


def days_out_of_order(day: Day, day_date: date, previous: date) -> AgendaWarning:
    sentence = gettext("%(day)s is listed after %(previous)s.")
    values = {"day": written_date(day_date), "previous": written_date(previous)}
    return AgendaWarning("days-out-of-order", sentence % values, day.id)


def day_twice(day: Day, day_date: date) -> AgendaWarning:
    sentence = gettext("%(day)s is listed twice.")
    values = {"day": written_date(day_date)}
    return AgendaWarning("day-twice", sentence % values, day.id)
