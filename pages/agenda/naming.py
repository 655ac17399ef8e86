"""What entries, tracks, people and times are called in a sentence for an editor."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.text import get_text_list
from django.utils.translation import gettext

from pages.agenda.items import Person, Track
from pages.agenda.programme import Entry
from pages.rendering.dates import day_in_words


def name(entry: Entry) -> str:
    """What an editor knows the entry by, as 11:15 “Introduction” or 12:45 (break)."""
    titles = (entry.title, *(talk.title for talk in entry.contributions))
    title = next(filter(None, map(_stripped, titles)), "")
    label = _quoted(title) if title else f"({_description(entry)})"
    return f"{clock(entry.starts_at)} {label}" if entry.starts_at else label


def track_name(track: Track, number: int) -> str:
    """The track's title or, counted from 1, its number."""
    title = _stripped(track.title)
    return _quoted(title) if title else gettext("group %(number)d") % {"number": number}


def names(people: Sequence[Person]) -> str:
    """The people without their institutions, as A, B and C."""
    listed = [" ".join(person.name.split()) for person in people]
    return get_text_list(listed, gettext("and"))


def clock(moment: datetime | None) -> str:
    """As 11:15, the same in all languages; empty if unknown."""
    return f"{moment:%H:%M}" if moment else ""


def written_date(day: date) -> str:
    """The date written out in the active language."""
    return day_in_words(day)


def _description(entry: Entry) -> str:
    if entry.everyone:
        return str(entry.everyone[0])
    kinds = {
        "session": gettext("programme item"),
        "break": gettext("break"),
        "parallel": gettext("parallel groups"),
    }
    return kinds.get(entry.kind) or gettext("untitled entry")


def _quoted(title: str) -> str:
    return gettext("“%(title)s”") % {"title": title}


def _stripped(title: str | None) -> str:
    """A block without a value hands on None where a title is missing."""
    return (title or "").strip()
