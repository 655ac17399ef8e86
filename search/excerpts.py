"""The part of a text in which the words stand that were looked for."""

from collections.abc import Callable, Iterable, Sequence

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from search.engine.folding import fold, stem, tokens
from search.engine.terms import Term

__all__ = ["Marker"]

LENGTH = 220
"""Signs of an excerpt, not counting the rest of a word."""
MOST_WORDS = 20_000
"""Words of a text that are looked through."""
BEFORE = 60


class Marker:
    """Finds and marks what terms match, in the language of the words."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self.tests = [test_of(term, language) for term in terms]
        self.language = language
        self.known: dict[str, int | None] = {}

    def term_of(self, word: str) -> int | None:
        """Return the number of the term that a word matches, None if there is none."""
        if word not in self.known:
            folded = fold(word, self.language)
            root = stem(folded, self.language)
            found = (
                number
                for number, matches in enumerate(self.tests)
                if folded and matches(folded, root)
            )
            self.known[word] = next(found, None)
        return self.known[word]

    def terms_in(self, text: str) -> set[int]:
        found = {self.term_of(match[0]) for match in tokens(text)}
        return {term for term in found if term is not None}

    def excerpt(self, texts: Iterable[str]) -> SafeString:
        """Return a part of the text with most of the terms, the first of equal ones.

        Safe HTML with ``<mark>`` around matches; the beginning of the first text if
        nothing matches.
        """
        texts = [text for text in texts if text]
        best, text, start = 0, (texts or [""])[0], 0
        for candidate in texts:
            number, place = self.best_part(candidate)
            if number > best:
                best, text, start = number, candidate, place
            if best == len(self.tests):
                break
        return self.marked(text, max(start - BEFORE, 0) if best else 0)

    def best_part(self, text: str) -> tuple[int, int]:
        """Return how many terms the best part of a text has, and where it begins."""
        inside: list[tuple[int, int]] = []
        best = (0, 0)
        for number, match in enumerate(tokens(text)):
            if number > MOST_WORDS:
                break
            term = self.term_of(match[0])
            if term is None:
                continue
            place = match.start()
            inside.append((place, term))
            inside = [one for one in inside if place - one[0] < LENGTH - BEFORE]
            count = len({found for _place, found in inside})
            if count > best[0]:
                best = (count, inside[0][0])
                if count == len(self.tests):
                    break
        return best

    def marked(self, text: str, start: int) -> SafeString:
        start, end = at_words(text, start, start + LENGTH)
        parts: list[tuple[str, SafeString]] = []
        at = start
        for match in tokens(text, start, end):
            if self.term_of(match[0]) is None:
                continue
            parts.append((text[at : match.start()], mark(match[0])))
            at = match.end()
        shown = format_html_join("", "{}{}", parts)
        before = "… " if start else ""
        after = " …" if end < len(text) else ""
        return format_html("{}{}{}{}", before, shown, text[at:end].rstrip(), after)


def mark(word: str) -> SafeString:
    return format_html("<mark>{}</mark>", conditional_escape(word))


def at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a part to spaces, if there are any near."""
    if start:
        space = text.find(" ", start, start + BEFORE)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", start + 1, end)
        end = space if space > start else end
    return start, min(end, len(text))


def test_of(term: Term, language: str) -> Callable[[str, str], bool]:
    groups = (term.words, *term.synonyms)
    words = {word for group in groups for word in group} | set(term.foreign)
    roots = {stem(word, language) for word in words}
    parts = frozenset(term.parts)
    beginnings = (term.beginning,) if term.beginning else ()

    def matches(folded: str, root: str) -> bool:
        return (
            root in roots
            or folded in parts
            or (bool(beginnings) and folded.startswith(beginnings))
        )

    return matches
