"""Calendars as two libraries of strangers read them, which have to agree."""

from dataclasses import dataclass
from datetime import UTC, datetime

from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar


@dataclass(frozen=True)
class Read:
    """An event, its moments in UTC."""

    uid: str
    starts_at: datetime
    ends_at: datetime | None
    stamp: datetime
    modified: datetime | None
    sequence: int
    status: str
    summary: str = ""
    description: str = ""
    location: str = ""
    url: str = ""
    geo: tuple = ()
    contacts: tuple = ()
    categories: tuple = ()
    related: tuple = ()


def read(content):
    """Return the events of a calendar; both libraries must have found the same."""
    first, second = list(by_icalendar(content)), list(by_ical(content))
    assert first == second
    return first


def by_icalendar(content):
    for event in Calendar.from_ical(content).events:
        yield Read(
            uid=str(event["uid"]),
            starts_at=in_utc(event.decoded("dtstart")),
            ends_at=in_utc(event.decoded("dtend", None)),
            stamp=event.decoded("dtstamp"),
            modified=event.decoded("last-modified", None),
            sequence=event["sequence"],
            status=str(event["status"]),
            summary=str(event.get("summary", "")),
            description=str(event.get("description", "")),
            location=str(event.get("location", "")),
            url=str(event.get("url", "")),
            geo=(event["geo"].latitude, event["geo"].longitude)
            if "geo" in event
            else (),
            contacts=several(event.get("contact")),
            categories=tuple(event.categories),
            related=several(event.get("related-to")),
        )


def by_ical(content):
    for event in IcsCalendarStream.calendar_from_ics(content.decode()).events:
        yield Read(
            uid=event.uid,
            starts_at=in_utc(event.dtstart),
            ends_at=in_utc(event.dtend),
            stamp=event.dtstamp,
            modified=event.last_modified,
            sequence=event.sequence,
            status=event.status.value,
            summary=event.summary or "",
            description=event.description or "",
            location=event.location or "",
            url=str(event.url or ""),
            geo=(event.geo.lat, event.geo.lng) if event.geo else (),
            contacts=tuple(event.contacts),
            categories=tuple(event.categories),
            related=tuple(one.uid for one in event.related_to),
        )


def several(value):
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def in_utc(moment):
    return moment and moment.astimezone(UTC)


def lines(content):
    """Return the lines as they are sent, and refuse any other end than CRLF."""
    text = content.decode()
    assert text.endswith("\r\n")
    found = text.removesuffix("\r\n").split("\r\n")
    assert not any(sign in line for line in found for sign in "\r\n")
    return found


def summaries(response):
    return [event.summary for event in read(response.content)]
