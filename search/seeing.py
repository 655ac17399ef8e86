"""What of all that matches visitors may see, and where.

There may be thousands of matches, so all that is read of each are a few values; what
results say of themselves is looked up by ``search.hits`` for a part of them.
"""

import datetime
import json
from collections.abc import Collection as Numbers
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.utils import timezone
from wagtail.models import Collection

from cms.visibility import hidden_paths, is_below, restricted_paths
from search.engine.backends import Match, backend
from search.engine.terms import Term
from search.models import Entry, Place
from search.naming import fullest
from search.question import Kind, Period

__all__ = ["Seen", "Spot", "see", "see_titles", "with_details"]

MOST_TITLES = 300
"""Among so many of the best, suggestions are chosen."""
EARLIEST = datetime.date.min
AMONG = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT CAST(json_array_elements_text(CAST(%s AS json)) AS bigint)",
}
PERIODS = {1: Period.UPCOMING, 0: Period.PAST}


class Spot(NamedTuple):
    """A public page that shows an entry."""

    page: int
    path: str
    subject: str
    """The path of the page that news are about, "" if there is none."""
    date: datetime.date | None
    updated_on: datetime.date | None
    period: Period | None
    detail: str = ""
    """Looked up later, as is the name."""
    name: str = ""
    """Of a person, as it is written there."""

    @property
    def day(self) -> datetime.date:
        """When it takes place, else when it changed."""
        return self.date or self.updated_on or EARLIEST


@dataclass(slots=True)
class Seen:
    """An entry that visitors may see, and all the pages where they may see it."""

    entry: int
    kind: str
    number: str
    title: str
    document: int | None
    spots: list[Spot]

    @property
    def key(self) -> str:
        """What it is, as "workshop 12"."""
        return f"{self.kind} {self.number}"

    @property
    def newest(self) -> datetime.date:
        """The day by which it is sorted."""
        if len(self.spots) == 1:
            return self.spots[0].day
        return max((spot.day for spot in self.spots), default=EARLIEST)


def see(
    terms: Sequence[Term], language: str, *, every: bool, in_titles: bool = False
) -> tuple[list[Seen], dict[int, Match]]:
    """Return the public entries that match, and how well."""
    matches = backend().match(terms, language, every=every, in_titles=in_titles)
    return seen_among(matches), matches


def see_titles(
    terms: Sequence[Term], language: str
) -> tuple[list[Seen], dict[int, Match]]:
    """Return the best of the public entries that match in their titles."""
    matches = backend().match(terms, language, every=True, in_titles=True)

    def goodness(pk: int) -> tuple[bool, float]:
        return matches[pk].words_in_title, matches[pk].rank

    return seen_among(nlargest(MOST_TITLES, matches, key=goodness)), matches


def seen_among(entries: Numbers[int]) -> list[Seen]:
    """Return the public ones among entries with their public pages, in four queries."""
    if not entries:
        return []
    keys = among(entries)
    hidden = restricted_paths(Collection)
    fields = ("pk", "kind", "key", "title", "document_id", "document__collection__path")
    seen = {
        pk: Seen(pk, kind, key, title, document, [])
        for pk, kind, key, title, document, collection in Entry.objects.filter(
            pk__in=keys
        ).values_list(*fields)
        if not is_below(collection or "", hidden)
    }
    add_spots(seen, Place.objects.filter(entry__in=keys))
    return [one for one in seen.values() if one.spots]


def among(keys: Iterable[int]) -> RawSQL:
    """Return a subquery of keys, of which there may be more than placeholders."""
    written = json.dumps(list(keys))
    # The statement is a constant.
    return RawSQL(AMONG[connection.vendor], [written])  # noqa: S611


def add_spots(seen: dict[int, Seen], places: QuerySet) -> None:
    """Add the public pages that show entries. A page is looked at once."""
    hidden = hidden_paths()
    known: dict[int, Spot | None] = {}
    rows = places.filter(page__live=True).annotate(period=number_of_period())
    for entry, page, *facts in rows.order_by().values_list(
        *("entry_id", "page_id", "page__path", "subject__path"),
        *("date", "updated_on", "period"),
    ):
        if page not in known:
            known[page] = spot_of(page, facts, hidden)
        spot = known[page]
        if spot is not None and entry in seen:
            seen[entry].spots.append(spot)


def spot_of(page: int, facts: Sequence[Any], hidden: frozenset[str]) -> Spot | None:
    path, subject, date, updated_on, period = facts
    if is_below(path, hidden):
        return None
    return Spot(page, path, subject or "", date, updated_on, PERIODS.get(period))


def number_of_period() -> Case:
    """Return 1 for what is to come, 0 for what is over: a date costs more to read."""
    now = timezone.now()
    return Case(
        When(over_at__gte=now, then=Value(1)),
        When(over_at__lt=now, then=Value(0)),
        output_field=IntegerField(null=True),
    )


def with_details(seen: Sequence[Seen]) -> list[Seen]:
    """Return entries with what they are on each of their pages, the latest page first.

    People bear the fullest name that one of these pages has.
    """
    if not seen:
        return []
    rows = Place.objects.filter(entry__in=[one.entry for one in seen])
    told = {
        (entry, page): (detail, name)
        for entry, page, detail, name in rows.values_list(
            "entry_id", "page_id", "detail", "name"
        )
    }
    return [detailed(one, told) for one in seen]


def detailed(one: Seen, told: dict[tuple[int, int], tuple[str, str]]) -> Seen:
    spots = []
    for spot in one.spots:
        detail, name = told.get((one.entry, spot.page), ("", ""))
        spots.append(spot._replace(detail=detail, name=name))
    spots.sort(key=age, reverse=True)
    title = one.title
    if one.kind == Kind.PERSON:
        title = fullest(spot.name for spot in spots) or title
    return replace(one, title=title, spots=spots)


def age(spot: Spot) -> tuple[datetime.date, int]:
    return spot.date or EARLIEST, spot.page
