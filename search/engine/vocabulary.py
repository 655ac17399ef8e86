"""The words of the content: what half a word stands for, and what a mistake meant."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz.distance import OSA

from search.engine.folding import fold, stem, tokens
from search.engine.similar import similar
from search.engine.terms import Term
from search.models import Word

__all__ = ["add_words", "corrected", "with_parts"]

SHORTEST_PART = 4
"""Letters that a part in the middle of a word has at least."""
SHORTEST_KEPT = 3
MOST_WORDS = 400
MOST_PARTS = 40
SHORTEST_WITH_MISTAKE = 4
MOST_CORRECTED = 3
"""Of the words of a question: each is compared with many words of the content."""
LONG = 8
"""Words of so many letters may have two mistakes."""
PORTION = 1000


def add_words(texts: Iterable[str], language: str, folded_as: str) -> None:
    """Remember the words of texts, folded as in their own language."""
    spellings: dict[str, str] = {}
    for text in texts:
        for match in tokens(text):
            word = fold(match[0], folded_as)
            if len(word) >= SHORTEST_KEPT and not word.isdecimal():
                spellings.setdefault(word, match[0].lower()[:80])
    # To ask first which of them are known would be slower on PostgreSQL, which looks up
    # whole words in the index of their parts.
    Word.objects.bulk_create(
        (
            Word(language=language, word=word, spelling=spelling)
            for word, spelling in spellings.items()
        ),
        ignore_conflicts=True,
        batch_size=PORTION,
    )


def with_parts(terms: Sequence[Term], language: str) -> list[Term]:
    """Add to each term the words of the content that contain it, in one query."""
    wanted = Q()
    for beginning, part in (pieces(term, language) for term in terms):
        if beginning:
            wanted |= Q(word__startswith=beginning)
        if part:
            wanted |= Q(word__contains=part)
    if not wanted:
        return list(terms)
    found = Word.objects.filter(wanted, language=language).order_by(Length("word"))
    words = list(found.values_list("word", flat=True)[:MOST_WORDS])
    return [replace(term, parts=parts_of(term, words, language)) for term in terms]


def pieces(term: Term, language: str) -> tuple[str, str]:
    """Return with what words may begin, and what may stand within them."""
    if term.is_whole:
        return "", ""
    root = stem(term.word, language)
    root = root if term.word.startswith(root) else term.word
    return term.beginning, root if len(root) >= SHORTEST_PART else ""


def parts_of(term: Term, words: Iterable[str], language: str) -> tuple[str, ...]:
    beginning, part = pieces(term, language)
    found = [
        word
        for word in words
        if (beginning and word.startswith(beginning)) or (part and part in word)
    ]
    return tuple(found[:MOST_PARTS])


def corrected(terms: Sequence[Term], language: str) -> tuple[list[Term], str] | None:
    """Return what was probably meant, and in which words; None if nothing else was.

    Words that stand in the content are left as they are, and so are those after the
    first three that do not.
    """
    changed = False
    tried = 0
    better: list[Term] = []
    spellings: list[str] = []
    for term in terms:
        meant = None
        if tried < MOST_CORRECTED and not term.parts and may_be_wrong(term.word):
            tried += 1
            meant = nearest(term.word, language)
        if meant:
            changed = True
            word, spelling = meant
            better.append(Term((word,)))
            spellings.append(spelling)
        else:
            better.append(term)
            spellings.append(" ".join(term.words))
    return (better, " ".join(spellings)) if changed else None


def may_be_wrong(word: str) -> bool:
    return len(word) >= SHORTEST_WITH_MISTAKE and not word.isdecimal()


def nearest(word: str, language: str) -> tuple[str, str] | None:
    """Return the word of the content, and its spelling, that one was to be."""
    root = stem(word, language)
    near = []
    for other, spelling in similar(word, language):
        mistakes = mistakes_in(word, other)
        if mistakes is None:  # perhaps it is another form of the word
            mistakes = mistakes_in(root, stem(other, language))
            mistakes = None if mistakes is None else mistakes + 1
        if mistakes is not None:
            near.append((mistakes, abs(len(other) - len(word)), other, spelling))
    if not near:
        return None
    _mistakes, _length, other, spelling = min(near)
    return other, spelling


def mistakes_in(word: str, meant: str) -> int | None:
    """Return how many letters are wrong; None if these are too many for its length."""
    if len(word) < SHORTEST_WITH_MISTAKE:
        return None
    allowed = 2 if len(word) >= LONG else 1
    distance = OSA.distance(word, meant, score_cutoff=allowed)
    return distance if distance <= allowed else None
