"""What of all that matches visitors may see, and where."""

import datetime
from collections.abc import Container, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, NamedTuple

from django.db.models import QuerySet
from wagtail.models import Collection

from cms.visibility import hidden_paths, is_below, restricted_paths
from search.engine.backends import Match, backend
from search.engine.terms import Term
from search.models import Place
from search.naming import fullest
from search.question import Kind

__all__ = ["Seen", "Spot", "see", "see_titles"]

MOST_TITLES = 300
"""Among so many of the best, suggestions are chosen."""
EARLIEST = datetime.date.min
FIELDS = (
    "entry_id",
    "entry__kind",
    "entry__key",
    "entry__title",
    "entry__document_id",
    "page_id",
    "subject__path",
    "date",
    "over_at",
    "updated_on",
    "detail",
    "name",
    "page__path",
    "entry__document__collection__path",
)


class Spot(NamedTuple):
    """A public page that shows an entry."""

    page: int
    path: str
    subject: str
    """The path of the page that news are about, "" if there is none."""
    date: datetime.date | None
    over_at: datetime.datetime | None
    updated_on: datetime.date | None
    detail: str
    name: str
    """Of a person, as it is written there."""


@dataclass(slots=True)
class Seen:
    """An entry that visitors may see, and all the pages where they may see it."""

    entry: int
    kind: str
    number: str
    title: str
    document: int | None
    spots: list[Spot]
    """The latest first."""

    @property
    def key(self) -> str:
        """What it is, as "workshop 12"."""
        return f"{self.kind} {self.number}"

    @property
    def newest(self) -> datetime.date:
        """The day by which it is sorted: when it takes place, else when it changed."""
        days = [spot.date or spot.updated_on or EARLIEST for spot in self.spots]
        return max(days, default=EARLIEST)


def see(
    terms: Sequence[Term], language: str, *, every: bool
) -> tuple[list[Seen], dict[int, Match]]:
    """Return the public entries that match, and how well, in four queries."""
    index = backend()
    matches = index.match(terms, language, every=every)
    if not matches:
        return [], {}
    matching = index.matching(terms, every=every)
    places = Place.objects.filter(entry__language=language, entry__in=matching)
    return seen_at(places, matches), matches


def see_titles(
    terms: Sequence[Term], language: str
) -> tuple[list[Seen], dict[int, Match]]:
    """Return the best of the public entries that match in their titles."""
    matches = backend().match(terms, language, every=True)
    titled = (pk for pk, match in matches.items() if match.in_title)

    def goodness(pk: int) -> tuple[bool, float]:
        return matches[pk].words_in_title, matches[pk].rank

    best = nlargest(MOST_TITLES, titled, key=goodness)
    if not best:
        return [], {}
    return seen_at(Place.objects.filter(entry__in=best), matches), matches


def seen_at(places: QuerySet, matches: Container[int]) -> list[Seen]:
    """Return what public ones of some places show."""
    places = places.filter(page__live=True)
    pages, collections = hidden_paths(), restricted_paths(Collection)
    seen: dict[int, Seen] = {}
    for row in places.order_by().values_list(*FIELDS):
        entry, *_rest, path, collection = row
        is_hidden = is_below(path, pages) or is_below(collection or "", collections)
        if entry in matches and not is_hidden:
            add(seen, row)
    for one in seen.values():
        if len(one.spots) > 1:
            one.spots.sort(key=age, reverse=True)
        if one.kind == Kind.PERSON:
            one.title = fullest(spot.name for spot in one.spots) or one.title
    return list(seen.values())


def add(seen: dict[int, Seen], row: tuple[Any, ...]) -> None:
    entry, kind, key, title, document, page, *rest, path, _collection = row
    one = seen.get(entry)
    if one is None:
        one = seen[entry] = Seen(entry, kind, key, title, document, [])
    subject, *others = rest
    one.spots.append(Spot(page, path, subject or "", *others))


def age(spot: Spot) -> tuple[datetime.date, int]:
    return spot.date or EARLIEST, spot.page
