"""What is looked for, as values that each database puts into its own words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from search.engine.folding import ALGORITHMS, is_stop_word, stem, words_of
from search.question import LONGEST_QUESTION

__all__ = [
    "MOST_TERMS",
    "Group",
    "Term",
    "read_little_words",
    "read_terms",
    "without_synonyms",
]

MOST_TERMS = 12
"""Of a whole sentence, so many words are enough to find it."""
SHORTEST_BEGINNING = 3

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a group of words that has synonyms, folded."""

    words: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Other words or groups that are as good."""
    foreign: tuple[str, ...] = ()
    """The same word as other languages fold it: a German file on an English page."""
    parts: tuple[str, ...] = field(default=())
    """Words of the content in which this one is a part, or the beginning."""
    is_whole: bool = False
    """No other word may begin with it: it is one that says nothing by itself."""

    @property
    def word(self) -> str:
        """The word, "" for a group."""
        return self.words[0] if len(self.words) == 1 else ""

    @property
    def beginning(self) -> str:
        """The word if others may begin with it, else ""."""
        is_short = len(self.word) < SHORTEST_BEGINNING
        return "" if self.is_whole or is_short else self.word

    @property
    def parts_within(self) -> tuple[str, ...]:
        """Those that are not found by their beginning anyhow."""
        if not self.beginning:
            return self.parts
        return tuple(part for part in self.parts if not self.begins(part))

    def begins(self, word: str) -> bool:
        """Whether a word has our beginning also when both are stems."""
        pairs = ((stem(word, code), stem(self.beginning, code)) for code in ALGORITHMS)
        return all(longer.startswith(shorter) for longer, shorter in pairs)


def read_terms(
    text: str, language: str, others: Sequence[str], groups: Sequence[Group] = ()
) -> list[Term]:
    """Return what a text asks for: its words without those that say nothing.

    ``others`` are further languages of the content. ``groups`` are the synonyms, as
    editors wrote them.
    """
    text = text[:LONGEST_QUESTION]
    words = words_of(text, language)
    folded = [
        tuple(tuple(words_of(one, language)) for one in group) for group in groups
    ]
    foreign = {word: foreign_forms(word, text, language, others) for word in words}
    terms: list[Term] = []
    at = 0
    while at < len(words) and len(terms) < MOST_TERMS:
        length, synonyms = synonyms_at(words[at:], folded)
        own = tuple(words[at : at + length])
        known = any(own == term.words for term in terms)
        if not known and (length > 1 or not is_stop_word(own[0], language)):
            terms.append(Term(own, synonyms, foreign[own[0]] if length == 1 else ()))
        at += length
    return terms


def read_little_words(text: str, language: str) -> list[Term]:
    """Return the words of a text in which no word says anything by itself."""
    words = dict.fromkeys(words_of(text[:LONGEST_QUESTION], language))
    return [Term((word,), is_whole=True) for word in words][:MOST_TERMS]


def without_synonyms(terms: Sequence[Term]) -> list[Term]:
    return [replace(term, synonyms=()) for term in terms]


def foreign_forms(
    word: str, text: str, language: str, others: Sequence[str]
) -> tuple[str, ...]:
    """Return how other languages fold the word of a text that this one folds so."""
    place = words_of(text, language).index(word)
    forms = [words_of(text, other) for other in others]
    found = {form[place] for form in forms if place < len(form)}
    return tuple(sorted(found))


def synonyms_at(
    words: list[str], groups: Sequence[tuple[tuple[str, ...], ...]]
) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """Return how many words at the beginning are one term, and its synonyms."""
    best = 1
    found: list[tuple[str, ...]] = []
    for group in groups:
        for member in group:
            if member and tuple(words[: len(member)]) == member:
                if len(member) > best:
                    best, found = len(member), []
                if len(member) == best:
                    found += [other for other in group if other and other != member]
    return best, tuple(dict.fromkeys(found))
