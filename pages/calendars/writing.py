"""From events to the bytes of a calendar, safely and always the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language
from icalendar import Calendar, Event, vDatetime, vDuration, vText, vUri

from pages.calendars.zones import FIRST_YEAR, LAST_YEAR, timezone

__all__ = ["Feed", "add_span", "add_uri", "build_calendar", "serialise", "text", "uri"]

REFRESH_AFTER = timedelta(hours=6)
"""How often a program that subscribes is asked to look again."""

NEW_LINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Feed:
    """What a calendar says of itself that people subscribe to (RFC 7986 §5)."""

    name: str
    source: str
    """Its own address, absolute."""
    url: str
    """The page for people."""


def text(value: object) -> str:
    """Return a text without anything that a reader might take for the end of a line."""
    words = str(value).replace("\t", " ")
    return CONTROLS.sub("", NEW_LINES.sub("\n", words)).strip()


def uri(address: str) -> str:
    """Return an address as it may stand in a calendar: ASCII, without spaces."""
    return "".join(iri_to_uri(text(address)).split())


def add_uri(event: Event | Calendar, name: str, address: str, **params: str) -> None:
    """Add an address, saying that it is one where a text is expected otherwise."""
    event.add(name, vUri(uri(address)), parameters=params)


def add_span(event: Event, starts_at: datetime, ends_at: datetime | None) -> None:
    """Add start and end, each in its own zone.

    An end at or before the start is left out (RFC 5545 §3.8.2.2 forbids it). Where a
    clock shows a time for the second time, which no local time can say (§3.3.5), and
    beyond the years of ``zones``, both are in UTC.
    """
    moments = [starts_at]
    if ends_at and ends_at.astimezone(UTC) > starts_at.astimezone(UTC):
        moments.append(ends_at)
    if not all(map(can_be_local, moments)):
        moments = [moment.astimezone(UTC) for moment in moments]
    for name, moment in zip(("dtstart", "dtend"), moments, strict=False):
        event.add(name, moment.replace(microsecond=0))


def can_be_local(moment: datetime) -> bool:
    is_second = moment.fold and moment.replace(fold=0).utcoffset() != moment.utcoffset()
    return not is_second and FIRST_YEAR < moment.year < LAST_YEAR


def build_calendar(events: Iterable[Event], feed: Feed | None = None) -> Calendar:
    """Return a calendar of events in the active language, with the zones they need.

    It has no METHOD: a publication by RFC 5546 would need an ORGANIZER, which RFC 5545
    §3.8.4.3 forbids where nobody is invited.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Werkstatt//{(get_language() or 'de').upper()}")
    calendar.add("calscale", "GREGORIAN")
    if feed:
        describe(calendar, feed)
    events = list(events)
    for zone, years in zones_of(events).items():
        calendar.add_component(timezone(zone, min(years), max(years)))
    for event in events:
        calendar.add_component(event)
    return calendar


def describe(calendar: Calendar, feed: Feed) -> None:
    # What stands twice is once the standard and once what programs knew before it.
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(text(feed.name)))
    add_uri(calendar, "url", feed.url)
    add_uri(calendar, "source", feed.source, value="URI")
    for name, params in (
        ("refresh-interval", {"value": "DURATION"}),
        ("x-published-ttl", {}),
    ):
        calendar.add(name, vDuration(REFRESH_AFTER), parameters=params)


def zones_of(events: Iterable[Event]) -> dict[ZoneInfo, set[int]]:
    found: dict[ZoneInfo, set[int]] = {}
    for event in events:
        for name in ("dtstart", "dtend"):
            moment: Any = event.decoded(name, None)
            if moment and isinstance(moment.tzinfo, ZoneInfo) and is_named(moment):
                found.setdefault(moment.tzinfo, set()).add(moment.year)
    return dict(sorted(found.items(), key=lambda item: item[0].key))


def is_named(moment: datetime) -> bool:
    """Whether its zone has to be explained; UTC has a sign of its own."""
    return b"Z" not in vDatetime(moment).to_ical()


def serialise(calendar: Calendar) -> bytes:
    """Return it with CRLF and lines of 75 octets (RFC 5545 §3.1)."""
    content: bytes = calendar.to_ical()
    return content
