"""One VEVENT for a workshop, or for one entry of its programme.

There is no ORGANIZER: RFC 5545 §3.8.4.3 keeps it for events to which people are invited
by their calendars. Whom to ask stands in CONTACT.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.utils.translation import gettext
from icalendar import Event, vText

from pages.agenda import Entry
from pages.agenda.titles import entry_title
from pages.calendars import wording
from pages.calendars.writing import add_span, add_uri, text, uri
from pages.models import CalendarState, Contact, WorkshopPage

__all__ = [
    "Shown",
    "entry_events",
    "entry_uid",
    "removed_event",
    "workshop_event",
]

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
STATUS = {
    WorkshopPage.Status.CANCELLED: "CANCELLED",
    WorkshopPage.Status.POSTPONED: "TENTATIVE",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A workshop with all that its event says and the page itself does not hold.

    Without a state the event has not changed since it was first public.
    """

    workshop: WorkshopPage
    url: str
    """The page's address, absolute."""
    state: CalendarState | None = None
    entry_states: tuple[CalendarState, ...] = ()
    contacts: tuple[Contact, ...] = ()
    project: str = ""

    def state_of(self, uid: UUID) -> CalendarState | None:
        return next((state for state in self.entry_states if state.uid == uid), None)


def entry_uid(workshop_key: UUID, block_id: str) -> UUID:
    """Return the UID of an entry: the same in all languages, unlike in any copy."""
    return uuid5(workshop_key, block_id)


def workshop_event(shown: Shown) -> Event:
    """Return the event of a workshop in the active language.

    Raises ValueError if it has no start.
    """
    workshop = shown.workshop
    if workshop.local_start is None:
        raise ValueError(f"“{workshop}” has no start.")
    event = new_event(workshop.translation_key, shown, shown.state)
    add_span(event, workshop.local_start, workshop.local_end)
    event.add("summary", text(wording.summary(workshop, workshop.title)))
    paragraphs = [text(part) for part in wording.description(workshop)]
    add_description(event, shown, paragraphs)
    add_place(event, workshop)
    for contact in shown.contacts:
        event.add("contact", text(wording.contact_in_words(contact)))
    return event


def entry_events(shown: Shown) -> Iterator[tuple[UUID, Event]]:
    """Yield UID and event of each entry of the programme whose time is known."""
    for entry in shown.workshop.programme.entries:
        if entry.id and entry.starts_at:
            uid = entry_uid(shown.workshop.translation_key, entry.id)
            event = new_event(uid, shown, shown.state_of(uid))
            add_span(event, entry.starts_at, entry.ends_at)
            tell_entry(event, shown, entry)
            yield uid, event


def tell_entry(event: Event, shown: Shown, entry: Entry) -> None:
    """Add title, people and place of an entry. Its room stands before the venue."""
    workshop = shown.workshop
    title = entry_title(entry)
    event.add("summary", text(wording.summary(workshop, title)))
    lines = [text(line) for line in wording.entry_description(entry)]
    add_description(event, shown, [text(workshop.title), *lines])
    add_place(event, workshop, entry.room)
    event.add("related-to", str(workshop.translation_key))


def removed_event(state: CalendarState) -> Event:
    """Return what is left of an event that is not public any more: that it is off."""
    event = Event()
    event.add("uid", str(state.uid))
    zone = ZoneInfo(state.time_zone)
    ends_at = state.ends_at and state.ends_at.astimezone(zone)
    add_span(event, state.starts_at.astimezone(zone), ends_at)
    event.add("dtstamp", in_utc(state.changed_at or NEVER))
    event.add("sequence", state.sequence)
    event.add("status", "CANCELLED")
    return event


def new_event(uid: UUID, shown: Shown, state: CalendarState | None) -> Event:
    """Return an event with what does not depend on its language.

    DTSTAMP is the time of the last change, as RFC 5545 §3.8.7.2 has it for calendars
    without a METHOD; so what has not changed is the same to the byte.
    """
    workshop = shown.workshop
    changed = (workshop.content_updated_at, workshop.first_published_at)
    known = [moment for moment in changed if moment][:1]
    if state and state.changed_at:
        known.append(state.changed_at)
    modified = in_utc(max(known, default=NEVER))
    event = Event()
    event.add("uid", str(uid))
    event.add("dtstamp", modified)
    event.add("last-modified", modified)
    event.add("sequence", state.sequence if state else 0)
    event.add("status", STATUS.get(WorkshopPage.Status(workshop.status), "CONFIRMED"))
    categories = [gettext("Workshop"), *([shown.project] if shown.project else [])]
    event.add("categories", [text(category) for category in categories])
    add_uri(event, "url", shown.url)
    return event


def add_description(event: Event, shown: Shown, paragraphs: Iterable[str]) -> None:
    paragraphs = [part for part in paragraphs if part]
    words = gettext("Programme and all further information")
    online = shown_online_url(shown.workshop)
    if online:
        paragraphs.append(gettext("Take part online: %(url)s") % {"url": online})
    plain = [*paragraphs, f"{words}: {uri(shown.url)}"]
    event.add("description", "\n\n".join(plain))
    markup = vText(wording.html(paragraphs, words, uri(shown.url)))
    event.add("x-alt-desc", markup, parameters={"fmttype": "text/html"})


def add_place(event: Event, workshop: WorkshopPage, room: str = "") -> None:
    if place := text(wording.place_in_words(workshop, room)):
        event.add("location", place)
    venue = workshop.venue if workshop.is_on_site else None
    if venue and venue.latitude is not None and venue.longitude is not None:
        event.add("geo", (float(venue.latitude), float(venue.longitude)))
    if online := shown_online_url(workshop):
        add_uri(event, "conference", online, value="URI")


def shown_online_url(workshop: WorkshopPage) -> str:
    """Return the address to take part online where the page shows it, else ""."""
    is_shown = workshop.is_online and workshop.online_url and workshop.takes_place
    return uri(workshop.online_url) if is_shown else ""


def in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
