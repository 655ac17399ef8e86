"""Reads the programme out of its calendar, an event for each entry."""

from icalendar import Calendar

from tests.agreement.rows import Row, as_named, bare

GROUP = ("Gruppe ", "Group ")


def read_calendar(content, status, venue):
    """Return the rows. ``status`` leads each title, ``venue`` follows each room."""
    for event in Calendar.from_ical(content).events:
        yield from read_event(event, status, venue)


def read_event(event, status, venue):
    start, end = event.decoded("dtstart"), event.decoded("dtend", None)
    times = (
        start.date().isoformat(),
        f"{start:%H:%M}",
        f"{end:%H:%M}" if end else "",
    )
    place = str(event.get("location", "")).removesuffix(venue).removesuffix(", ")
    # The workshop's title comes first, addresses last.
    _title, *lines = str(event["description"]).split("\n\n")
    lines = [line for line in lines if "://" not in line]
    groups = [[]]
    for line in lines:
        if line.startswith(GROUP):
            groups.append([])
        groups[-1].append(line)
    own, *tracks = groups
    yield read_item(times, event["summary"].removeprefix(status), place, own)
    for heading, *rest in tracks:
        place, _colon, title = heading.partition(": ")
        yield read_item(times, title, place.partition(" · ")[2], rest)


def read_item(times, title, room, lines):
    return times, bare(title), bare(room), tuple(map(bare, lines))


def as_told(row: Row):
    """A row as a calendar tells it, where people and talks are lines alike."""
    row = as_named(row)
    return row[:3], row.title, row.room, (*row.people, *row.talks)
