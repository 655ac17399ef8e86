"""Which result comes first."""

from collections.abc import Iterable, Sequence

from search.engine.backends import Match
from search.engine.folding import words_of
from search.engine.terms import Term
from search.question import LONGEST_QUESTION, Kind, Order
from search.seeing import Seen

__all__ = ["scored", "sorted_entries"]

FOR_WORDS_IN_TITLE = 3.0
FOR_TITLE = 1.5
FOR_WORDS = 1.5
FOR_SHORT_TITLE = 2.0
FOR_BEGINNING = 2.0
"""Of the title with the first word that was asked for."""
FOR_THE_VERY_TITLE = 4.0
FOR_KIND = {Kind.PAGE: 0.5, Kind.WORKSHOP: 0.4, Kind.NEWS: 0.2, Kind.PERSON: 0.2}
"""A page tells of the whole, a workshop of a part of it, a document of a detail."""
FOR_SYNONYM = -20.0
"""More than all else together: what was typed comes first, whatever synonyms find."""


def scored(
    asked: str,
    language: str,
    terms: Sequence[Term],
    matches: dict[int, Match],
    seen: Iterable[Seen],
) -> dict[int, float]:
    """Return how good each entry is: the database's rank, and more for its title.

    ``asked`` is what was looked for, so the correction of a mistake.
    """
    words = words_of(asked[:LONGEST_QUESTION], language)
    scores: dict[int, float] = {}
    for one in seen:
        match = matches[one.entry]
        score = match.rank + FOR_WORDS * match.has_words
        if match.in_title:
            score += FOR_WORDS_IN_TITLE if match.words_in_title else FOR_TITLE
            score += for_title(words_of(one.title, language), words, len(terms))
            score += FOR_KIND.get(Kind(one.kind), 0.0)
        scores[one.entry] = score if match.is_own else score + FOR_SYNONYM
    return scores


def for_title(title: Sequence[str], asked: Sequence[str], terms: int) -> float:
    score = FOR_SHORT_TITLE * min(terms / (len(title) or 1), 1)
    score += FOR_BEGINNING * begins_with(title, asked)
    return score + FOR_THE_VERY_TITLE * (title == asked)


def begins_with(words: Sequence[str], asked: Sequence[str]) -> bool:
    return bool(words and asked) and words[0].startswith(asked[0])


def sorted_entries(
    seen: Iterable[Seen], scores: dict[int, float], order: Order
) -> list[Seen]:
    """Sort entries; of equally good ones the newer comes first."""

    def best(one: Seen) -> tuple[float, int, int]:
        return -scores[one.entry], -one.newest.toordinal(), one.entry

    def newest(one: Seen) -> tuple[int, float, int]:
        return -one.newest.toordinal(), -scores[one.entry], one.entry

    return sorted(seen, key=newest if order == Order.NEWEST else best)
