"""Answers questions of visitors from the index.

What is found is judged again with each question: a page that is not public any more,
or a document in a collection that is not for everybody, is in no answer, whatever the
index says. The number of queries does not depend on how much is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import override

from cms.languages import language_codes
from search import synonyms
from search.choices import Narrowed, narrow
from search.engine.backends import Match
from search.engine.terms import Group, Term, read_little_words, read_terms
from search.engine.vocabulary import corrected, with_parts
from search.hits import hits_of, suggestions_of
from search.promoting import promoted
from search.question import Answer, Hit, Order, Question, Suggestion
from search.scoring import scored, sorted_entries
from search.seeing import Seen, see, see_titles

__all__ = ["find", "suggest"]


@dataclass(slots=True)
class Found:
    """What matches, and in which way it was looked for."""

    terms: Sequence[Term]
    seen: list[Seen] = field(default_factory=list)
    matches: dict[int, Match] = field(default_factory=dict)
    corrected: str = ""
    only_some_words: bool = False
    only_little_words: bool = False


def find(question: Question, first: int, size: int) -> Answer:
    """Return ``size`` results, leaving out the ``first`` ones, and what narrows them.

    Promoted results come before all others as long as nothing is narrowed.
    """
    with override(question.language):
        found = look_for(question, synonyms.groups(question.language))
        narrowed = narrow(found.seen, question)
        results = sort_results(question, found, narrowed)
        return Answer(
            hits=results.part(first, first + size),
            total=len(results),
            kinds=narrowed.kinds,
            projects=narrowed.projects,
            years=narrowed.years,
            periods=narrowed.periods,
            corrected=found.corrected,
            only_some_words=found.only_some_words,
            only_little_words=found.only_little_words,
            has_words=bool(found.terms),
        )


@dataclass(frozen=True, slots=True)
class Results:
    """All results in their order; what they say is looked up for a part of them."""

    on_top: Sequence[Hit]
    below: Sequence[Seen]
    terms: Sequence[Term]
    language: str

    def __len__(self) -> int:
        return len(self.on_top) + len(self.below)

    def part(self, start: int, stop: int) -> list[Hit]:
        above = len(self.on_top)
        rest = self.below[max(start - above, 0) : max(stop - above, 0)]
        hits = hits_of(rest, self.terms, self.language)
        return [*self.on_top[start:stop], *hits]


def sort_results(question: Question, found: Found, narrowed: Narrowed) -> Results:
    asked = found.corrected or question.text
    language = question.language
    scores = scored(asked, language, found.terms, found.matches, narrowed.seen)
    below = sorted_entries(narrowed.seen, scores, question.order)
    on_top = promoted(question) if is_plain(question) else []
    above = {key for key, _hit in on_top}
    return Results(
        [hit for _key, hit in on_top],
        [one for one in below if one.key not in above] if above else below,
        found.terms,
        language,
    )


def is_plain(question: Question) -> bool:
    narrowing = (question.kind, question.project, question.year, question.period)
    return not any(narrowing) and question.order == Order.BEST


def look_for(question: Question, groups: Sequence[Group]) -> Found:
    """Look for all words; if in vain, for what was meant; at last for any word."""
    language = question.language
    others = others_than(language)
    terms = with_parts(read_terms(question.text, language, others, groups), language)
    if not terms:
        return with_little_words(question)
    found = attempt(terms, language, every=True)
    if found.seen:
        return found
    if better := corrected(terms, language):
        meant, words = better
        found = attempt(with_parts(meant, language), language, every=True)
        found.corrected = words if found.seen else ""
    if found.seen or len(terms) == 1:
        return found
    found = attempt(terms, language, every=False)
    found.only_some_words = bool(found.seen)
    return found


def with_little_words(question: Question) -> Found:
    """Look in titles for words that stand everywhere, as for "Über uns"."""
    terms = read_little_words(question.text, question.language)
    if not terms:
        return Found(terms)
    seen, matches = see(terms, question.language, every=True, in_titles=True)
    return Found(terms, seen, matches, only_little_words=True)


def attempt(terms: Sequence[Term], language: str, *, every: bool) -> Found:
    seen, matches = see(terms, language, every=every)
    return Found(terms, seen, matches)


def suggest(text: str, language: str, size: int) -> list[Suggestion]:
    """Return what somebody may be about to type: what has it in its title."""
    with override(language):
        terms = with_parts(read_terms(text, language, others_than(language)), language)
        titled, matches = see_titles(terms, language) if terms else ([], {})
        scores = scored(text, language, terms, matches, titled)
        return suggestions_of(sorted_entries(titled, scores, Order.BEST)[:size])


def others_than(language: str) -> list[str]:
    return [code for code in language_codes() if code != language]
