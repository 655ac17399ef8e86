"""People who would have to be in two places at once.

People are compared by name, without regard to case and spaces. An institution alone
can be in many places, a section's moderators are there anyway.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from unicodedata import normalize

from pages.agenda.items import Person
from pages.agenda.naming import track_name
from pages.agenda.programme import Entry
from pages.agenda.sentences import AgendaWarning, in_two_entries, in_two_tracks


def people_in_two_tracks(entry: Entry) -> Iterator[AgendaWarning]:
    """One warning for each pair of tracks, each person once."""
    tracks = [
        (track_name(track, number), _by_name(track.everyone))
        for number, track in enumerate(entry.tracks, start=1)
    ]
    told: set[str] = set()
    for (first, here), (second, there) in combinations(tracks, 2):
        shared = _shared(here, there, told)
        if shared:
            yield in_two_tracks(shared, entry, first, second)


def people_in_two_entries(
    entry: Entry, others: Iterable[Entry]
) -> Iterator[AgendaWarning]:
    """One warning for each of the others, which overlap the entry, each person once."""
    here = _by_name(entry.everyone)
    told: set[str] = set()
    for other in others:
        shared = _shared(here, _by_name(other.everyone), told)
        if shared:
            yield in_two_entries(shared, entry, other)


def _by_name(people: Iterable[Person]) -> dict[str, Person]:
    named = {_key(person.name): person for person in people}
    named.pop("", None)
    return named


def _key(name: str) -> str:
    return " ".join(normalize("NFC", name).casefold().split())


def _shared(
    here: dict[str, Person], there: dict[str, Person], told: set[str]
) -> list[Person]:
    """The people in both who are not told yet; they are from now on."""
    names = [name for name in here if name in there and name not in told]
    told.update(names)
    return [here[name] for name in names]
