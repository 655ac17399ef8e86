"""What calendars say in words, in the active language.

Everything here is also on the page, so nobody learns more from a calendar.
"""

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext

from pages.agenda import Contribution, Entry, Person
from pages.models import Contact, Venue, WorkshopPage

__all__ = [
    "contact_in_words",
    "description",
    "entry_description",
    "html",
    "place_in_words",
    "summary",
    "venue_in_words",
]


def summary(workshop: WorkshopPage, title: str) -> str:
    """Return a title led by what is not as planned: "Abgesagt: Werkstatt 2"."""
    states = WorkshopPage.Status
    patterns = {
        states.CANCELLED: gettext("Cancelled: %(title)s"),
        states.POSTPONED: gettext("Postponed: %(title)s"),
        states.RESCHEDULED: gettext("New date: %(title)s"),
        states.MOVED_ONLINE: gettext("Now online: %(title)s"),
    }
    return patterns.get(states(workshop.status), "%(title)s") % {"title": title}


def venue_in_words(venue: Venue) -> str:
    return ", ".join(part for part in (venue.name, venue.address) if part)


def place_in_words(workshop: WorkshopPage, room: str = "") -> str:
    """Return room, venue and address, or that it is online; "" if nothing is known."""
    if not workshop.is_on_site:
        return gettext("Online")
    venue = venue_in_words(workshop.venue) if workshop.venue else ""
    return ", ".join(part for part in (room, venue) if part)


def contact_in_words(contact: Contact) -> str:
    organisation = contact.organisation.name if contact.organisation else ""
    parts = (contact.name, organisation, contact.phone, contact.email)
    return ", ".join(part for part in parts if part)


def description(workshop: WorkshopPage) -> Iterator[str]:
    """Yield the paragraphs of a workshop, without its address."""
    if workshop.status_note and not workshop.is_as_planned:
        yield workshop.status_note
    if workshop.lead:
        yield workshop.lead


def html(paragraphs: list[str], words: str, url: str) -> str:
    """Return the paragraphs and a link, for programs that show markup."""
    body = format_html_join("", "<p>{}</p>", ((part,) for part in paragraphs))
    link = format_html('<p><a href="{}">{}</a></p>', url, words)
    return format_html("<html><body>{}{}</body></html>", body, link)


def entry_description(entry: Entry) -> Iterator[str]:
    """Yield one line for each person, talk and group, in the order of the page."""
    yield from map(person_line, entry.people)
    yield from map(talk_line, entry.contributions)
    for number, track in enumerate(entry.tracks, start=1):
        group = gettext("Group %(number)s") % {"number": number}
        heading = " · ".join(part for part in (group, track.room) if part)
        yield f"{heading}: {track.title}" if track.title else heading
        yield from map(person_line, track.people)
        yield from map(talk_line, track.contributions)


def person_line(person: Person) -> str:
    return str(person)


def talk_line(talk: Contribution) -> str:
    people = "; ".join(map(str, talk.people))
    return " – ".join(part for part in (talk.title, people) if part)
