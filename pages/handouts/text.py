"""The programme in lines, as people paste it into a mail."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import gettext, pgettext

from pages.agenda.items import Contribution, Person, Track
from pages.agenda.programme import Day, Entry, Programme, Section
from pages.agenda.titles import title_by_kind
from pages.models import WorkshopPage
from pages.rendering import dates
from pages.rendering.words import is_called_room

__all__ = ["programme_as_text"]

INDENT = "    "


def programme_as_text(page: WorkshopPage) -> str:
    """Return title, time and place, the programme, and where there is more.

    Lines end with a line feed and are never broken: mail programs do that as wide as
    their windows are.
    """
    more = [page.short_link.full_url] if page.short_link else []
    blocks = [list(head(page)), *programme_blocks(page.programme), more]
    written = "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
    return written.replace("\N{NO-BREAK SPACE}", " ")


def head(page: WorkshopPage) -> Iterator[str]:
    yield one_line(page.title)
    if not page.is_as_planned:
        note = one_line(page.status_note)
        yield ": ".join(filter(None, (str(page.get_status_display()), note)))
    yield unescape(strip_tags(dates.span(page.local_start, page.local_end)))
    if page.is_on_site and page.venue:
        yield one_line(", ".join((page.venue.name, *page.venue.address_parts)))
    if page.is_online:
        yield gettext("Online")


def programme_blocks(programme: Programme) -> Iterator[list[str]]:
    for day in programme.days:
        if programme.is_multi_day or day.title:
            yield underlined(day_title(day), "=")
        for section in day.sections:
            if section.title:
                yield section_head(section)
            for entry in section.entries:
                yield list(entry_lines(entry))


def day_title(day: Day) -> str:
    written = ""
    if day.date:
        pattern = pgettext("date with weekday, in Django's letters", "l, j F Y")
        written = date_format(day.date, pattern)
    return ": ".join(filter(None, (written, one_line(day.title))))


def section_head(section: Section) -> list[str]:
    lines = underlined(one_line(section.title), "-")
    if section.moderators:
        lines.append(f"{gettext('Moderated by:')} {names(section.moderators)}")
    return lines


def underlined(title: str, sign: str) -> list[str]:
    return [title, sign * len(title)]


def entry_lines(entry: Entry) -> Iterator[str]:
    """Yield the time with the title, then what belongs to it, indented."""
    yield "  ".join(filter(None, (times(entry), title_of(entry)))) or "–"
    yield from indented(block_lines(entry.block))
    yield from indented(details(entry.room, entry.people, entry.contributions))
    for number, track in enumerate(entry.tracks, start=1):
        yield from indented(track_lines(track, number))


def block_lines(block: Any) -> list[str]:
    """Return the words of a plugin's block, a line for each of its own."""
    rendered = strip_tags(block.render()) if block else ""
    return [line for line in map(one_line, unescape(rendered).splitlines()) if line]


def times(entry: Entry) -> str:
    """Return "11:00–12:30"; an end that was computed is not said, as on the page."""
    start = entry.starts_at or entry.start
    if start is None:
        return ""
    if entry.end is None or entry.end_is_computed:
        return dates.clock_in_words(start)
    end = entry.ends_at or entry.end
    return f"{dates.clock_in_words(start)}–{dates.clock_in_words(end)}"


def title_of(entry: Entry) -> str:
    return one_line(entry.title) or title_by_kind(entry)


def track_lines(track: Track, number: int) -> Iterator[str]:
    group = gettext("Group %(number)s") % {"number": number}
    yield ": ".join(filter(None, (group, one_line(track.title))))
    yield from indented(details(track.room, track.people, track.contributions))


def details(
    room: str, people: Iterable[Person], contributions: Iterable[Contribution]
) -> Iterator[str]:
    if room.strip():
        label = "" if is_called_room(room) else gettext("Room:")
        yield one_line(f"{label} {room}")
    for person in people:
        yield one_line(str(person))
    for talk in contributions:
        speakers = names(talk.people)
        yield "- " + ", ".join(filter(None, (one_line(talk.title), speakers)))


def names(people: Iterable[Person]) -> str:
    return "; ".join(one_line(str(person)) for person in people)


def indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line for line in lines)


def one_line(text: str) -> str:
    return " ".join(str(text).split())
