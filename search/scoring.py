"""Which result comes first."""

from collections.abc import Iterable, Sequence

from search.engine.backends import Match
from search.engine.folding import words_of
from search.engine.terms import Term
from search.question import LONGEST_QUESTION, Kind, Order, Question
from search.seeing import Seen

__all__ = ["scored", "sorted_entries"]

FOR_WORDS_IN_TITLE = 3.0
FOR_TITLE = 1.5
FOR_WORDS = 1.5
FOR_SHORT_TITLE = 2.0
FOR_BEGINNING = 2.0
"""Of the title with the first word that was asked for."""
FOR_PAGE = 0.5
"""A page tells of the whole, a workshop or document of a part of it."""
FOR_THE_VERY_TITLE = 4.0


def scored(
    question: Question,
    terms: Sequence[Term],
    matches: dict[int, Match],
    seen: Iterable[Seen],
) -> dict[int, float]:
    """Return how good each entry is: the database's rank, and more for its title."""
    asked = words_of(question.text[:LONGEST_QUESTION], question.language)
    scores: dict[int, float] = {}
    for one in seen:
        match = matches[one.entry]
        score = match.rank + FOR_WORDS * match.has_words
        if match.in_title:
            score += FOR_WORDS_IN_TITLE if match.words_in_title else FOR_TITLE
            words = words_of(one.title, question.language)
            score += FOR_SHORT_TITLE * min(len(terms) / (len(words) or 1), 1)
            score += FOR_BEGINNING * begins_with(words, asked)
            score += FOR_THE_VERY_TITLE * (words == asked)
            score += FOR_PAGE * (one.kind == Kind.PAGE)
        scores[one.entry] = score
    return scores


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
