"""One line of a programme, as every output has to tell it."""

import re
from typing import NamedTuple

from pages.handouts.text import title_of

GERMAN = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
ENGLISH = (
    "January February March April May June "
    "July August September October November December"
)
MONTHS = {
    name: number
    for names in (GERMAN, ENGLISH)
    for number, name in enumerate(names.split(), start=1)
}
WRITTEN_DAY = re.compile(r"(\d{1,2})\.? (\w+) (\d{4})")
WRITTEN_TIME = re.compile(r"(\d{1,2}):(\d\d)(?: (am|pm))?")


class Row(NamedTuple):
    """An entry, or one of its groups, which has the times of the entry.

    Day and times are "2031-03-06" and "11:00", or "". Words are compared without signs
    and spaces, which outputs set differently between name, institution and talk.
    """

    day: str
    start: str
    end: str
    title: str
    people: tuple[str, ...]
    room: str
    talks: tuple[str, ...] = ()


def bare(text):
    """The letters and digits of a text: what all outputs have in common."""
    return "".join(sign for sign in text if sign.isalnum())


def expected(programme, *, computed_ends, breaks=True, untimed=True):
    """What a programme says, as an output tells it that may know less or more."""
    return {
        row
        for day in programme.days
        for entry in day.entries
        if breaks or entry.kind != "break"
        if untimed or entry.starts_at
        for row in rows_of(entry, day, computed_ends=computed_ends)
    }


def rows_of(entry, day, *, computed_ends):
    known = entry.starts_at or entry.start
    times = (
        day.date.isoformat() if day.date else "",
        clock(known),
        clock(end_of(entry, computed_ends)),
    )
    yield row(times, title_of(entry), entry)
    for track in entry.tracks:
        yield row(times, track.title, track)


def end_of(entry, computed_ends):
    if computed_ends:
        return entry.ends_at
    # Whoever reads along is told only what an editor wrote.
    return None if entry.end_is_computed or not entry.end else entry.ends_at


def row(times, title, item):
    return Row(
        *times,
        bare(title),
        tuple(bare(str(person)) for person in item.people),
        bare(item.room),
        tuple(
            bare(talk.title + "".join(map(str, talk.people)))
            for talk in item.contributions
        ),
    )


def as_named(row):
    """A row of an event of its own; without a title, it is called after its people."""
    return row._replace(title=row.title or next(iter(row.people), ""))


def clock(moment):
    return f"{moment:%H:%M}" if moment else ""


def read_day(text):
    """The day in a heading: "Donnerstag, 22. Februar 2018: Vorabend"; "" if none."""
    found = WRITTEN_DAY.search(text.replace("\xa0", " "))
    if not found:
        return ""
    day, month, year = found.groups()
    return f"{year}-{MONTHS[month]:02}-{int(day):02}"


def read_times(text):
    """Start and end in "11:00 am–12:30 pm"; "" for what is not said."""
    found = [
        read_time(*each) for each in WRITTEN_TIME.findall(text.replace("\xa0", " "))
    ]
    return (*found, "", "")[:2]


def read_time(hour, minute, half):
    hours = int(hour) % 12 + (12 if half == "pm" else 0) if half else int(hour)
    return f"{hours:02}:{minute}"
