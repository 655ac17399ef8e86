"""The people of a page: who speaks, leads, moderates, or can be asked."""

from collections.abc import Iterable, Iterator

from pages.agenda import Person, Programme
from search.engine.folding import words_of

__all__ = ["key_of", "names_in", "people_in"]

TITLES = frozenset({"dr", "prof", "professor", "professorin", "pd", "ing", "dipl"})
MOST_SIGNS_OF_KEY = 255


def key_of(name: str, language: str) -> str:
    """Return what tells a person from others: the folded name without its titles."""
    words = words_of(name, language)
    own = [word for word in words if word not in TITLES]
    return " ".join(own or words)[:MOST_SIGNS_OF_KEY]


def people_in(programme: Programme) -> Iterator[Person]:
    """Yield everybody in a programme, in reading order, moderators included."""
    for day in programme.days:
        for section in day.sections:
            yield from section.moderators
            for entry in section.entries:
                yield from entry.everyone


def names_in(programme: Programme) -> Iterator[str]:
    """Yield people, institutions and rooms."""
    for person in people_in(programme):
        yield str(person)
    for entry in programme.entries:
        yield from rooms(entry.room, (track.room for track in entry.tracks))


def rooms(own: str, others: Iterable[str]) -> Iterator[str]:
    yield from (room for room in (own, *others) if room)
