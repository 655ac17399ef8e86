"""The index on SQLite: stems in a table of FTS5."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from cms.languages import language_codes
from search.engine.backends import Backend, Match, Texts
from search.engine.folding import stem, words_of
from search.engine.terms import Term, without_synonyms

__all__ = ["SQLite"]

# Smaller is better, and 0 the worst. SQLite keeps the order of a CROSS JOIN: it would
# else ask the index again for each entry of the language, for minutes.
RANKED = """
SELECT found.rowid, bm25(search_stems, 10.0, 5.0, 3.0, 1.0)
FROM search_stems AS found CROSS JOIN search_entry AS entry ON entry.id = found.rowid
WHERE search_stems MATCH %s AND entry.language = %s
"""
MARKED = "SELECT rowid FROM search_stems WHERE search_stems MATCH %s"
WRITE = """
INSERT INTO search_stems (rowid, title, names, summary, text)
VALUES (%s, %s, %s, %s, %s)
"""


class SQLite(Backend):
    def write(self, entries: Iterable[Texts]) -> None:
        known = list(entries)
        self.remove(one.pk for one in known)
        rows: list[tuple[str | int, ...]] = [(one.pk, *stems(one)) for one in known]
        with connection.cursor() as cursor:
            cursor.executemany(WRITE, rows)

    def remove(self, pks: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "DELETE FROM search_stems WHERE rowid = %s", [(pk,) for pk in pks]
            )

    def clean(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM search_stems "
                "WHERE rowid NOT IN (SELECT id FROM search_entry)"
            )

    def match(
        self,
        terms: Sequence[Term],
        language: str,
        *,
        every: bool,
        in_titles: bool = False,
    ) -> dict[int, Match]:
        wide = expression(terms, every=every)
        words = expression(terms, every=every, only_words=True)
        with connection.cursor() as cursor:
            wanted = titled(wide) if in_titles else wide
            cursor.execute(RANKED, [wanted, language])
            ranks = dict(cursor.fetchall())
            if not ranks:
                return {}
            own = marked(cursor, own_expression(terms, every=every))
            has_words = marked(cursor, words) or set()
            in_title = None if in_titles else marked(cursor, titled(wide))
            words_in_title = marked(cursor, titled(words)) or set()
        best = min(ranks.values()) or -1.0
        return {
            pk: Match(
                rank / best,
                own is None or pk in own,
                pk in has_words,
                in_title is None or pk in in_title,
                pk in words_in_title,
            )
            for pk, rank in ranks.items()
        }


def stems(texts: Texts) -> list[str]:
    language = texts.text_language
    return [
        " ".join(stem(word, language) for word in words_of(text, language))
        for text in (texts.title, texts.names, texts.summary, texts.text)
    ]


def marked(cursor: Any, expression: str) -> set[int] | None:
    """Return the entries of all languages that match; None if there is no question."""
    if not expression:
        return None
    cursor.execute(MARKED, [expression])
    return {pk for (pk,) in cursor.fetchall()}


def titled(expression: str) -> str:
    return f"{{title}} : ({expression})"


def own_expression(terms: Sequence[Term], *, every: bool) -> str:
    """Return what was typed, "" if synonyms add nothing to it."""
    own = without_synonyms(terms)
    return "" if own == list(terms) else expression(own, every=every)


def expression(terms: Sequence[Term], *, every: bool, only_words: bool = False) -> str:
    """Return terms in the language of FTS5. All that is quoted are letters and digits.

    Each language has its stems; a word is looked for with all of them.
    """
    joint = " AND " if every else " OR "
    return joint.join(f"({one_of(term, only_words=only_words)})" for term in terms)


def one_of(term: Term, *, only_words: bool) -> str:
    languages = language_codes()
    phrases: dict[tuple[str, ...], str] = defaultdict(str)
    groups = (term.words,) if only_words else (term.words, *term.synonyms)
    for group in groups:
        for language in languages:
            phrases[tuple(stem(word, language) for word in group)] = ""
    if not only_words:
        for word in (*term.foreign, *term.parts_within):
            for language in languages:
                phrases[(stem(word, language),)] = ""
        if term.beginning:
            for language in languages:
                phrases[(stem(term.beginning, language),)] = " *"
    return " OR ".join(f'"{" ".join(words)}"{star}' for words, star in phrases.items())
