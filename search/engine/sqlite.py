"""The index on SQLite: stems in a table of FTS5."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length

from cms.languages import language_codes
from search.engine.backends import Backend, Match, Texts
from search.engine.folding import stem, words_of
from search.engine.terms import Term
from search.models import Word

__all__ = ["SQLite"]

# Smaller is better, and 0 the worst.
RANKED = """
SELECT found.rowid, bm25(search_stems, 10.0, 5.0, 3.0, 1.0)
FROM search_stems AS found JOIN search_entry AS entry ON entry.id = found.rowid
WHERE search_stems MATCH %s AND entry.language = %s
"""
MARKED = """
SELECT %s, rowid FROM search_stems WHERE search_stems MATCH %s
UNION ALL SELECT %s, rowid FROM search_stems WHERE search_stems MATCH %s
UNION ALL SELECT %s, rowid FROM search_stems WHERE search_stems MATCH %s
"""
MATCHING = "SELECT rowid FROM search_stems WHERE search_stems MATCH %s"
WRITE = """
INSERT INTO search_stems (rowid, title, names, summary, text)
VALUES (%s, %s, %s, %s, %s)
"""
MOST_LETTERS_MORE = 4


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
        self, terms: Sequence[Term], language: str, *, every: bool
    ) -> dict[int, Match]:
        wide = expression(terms, every=every)
        words = expression(terms, every=every, only_words=True)
        marks = [
            *("has_words", words),
            *("in_title", f"{{title}} : ({wide})"),
            *("words_in_title", f"{{title}} : ({words})"),
        ]
        found: dict[int, Match] = {}
        with connection.cursor() as cursor:
            cursor.execute(RANKED, [wide, language])
            ranks = dict(cursor.fetchall())
            best = min(ranks.values(), default=0.0) or -1.0
            for pk, rank in ranks.items():
                found[pk] = Match(rank / best)
            cursor.execute(MARKED, marks)
            for name, pk in cursor.fetchall():
                if pk in found:
                    setattr(found[pk], name, True)
        return found

    def matching(self, terms: Sequence[Term], *, every: bool) -> RawSQL:
        # The statement is a constant.
        return RawSQL(MATCHING, [expression(terms, every=every)])  # noqa: S611

    def similar(self, word: str, language: str) -> list[tuple[str, str]]:
        length = len(word)
        near = Word.objects.filter(language=language).alias(length=Length("word"))
        near = near.filter(
            length__gte=length - MOST_LETTERS_MORE,
            length__lte=length + MOST_LETTERS_MORE,
        )
        return list(near.values_list("word", "spelling"))


def stems(texts: Texts) -> list[str]:
    return [
        " ".join(stem(word, texts.language) for word in words_of(text, texts.language))
        for text in (texts.title, texts.names, texts.summary, texts.text)
    ]


def expression(terms: Sequence[Term], *, every: bool, only_words: bool = False) -> str:
    """Return terms in the language of FTS5. All that is quoted are letters and digits.

    Each language has its stems; a word is looked for with all of them.
    """
    joint = " AND " if every else " OR "
    return joint.join(f"({one_of(term, only_words=only_words)})" for term in terms)


def one_of(term: Term, *, only_words: bool) -> str:
    languages = language_codes()
    phrases: dict[tuple[str, ...], str] = defaultdict(str)
    for group in (term.words, *term.synonyms):
        for language in languages:
            phrases[tuple(stem(word, language) for word in group)] = ""
    if not only_words:
        for word in (*term.foreign, *term.parts):
            for language in languages:
                phrases[(stem(word, language),)] = ""
        if term.beginning:
            for language in languages:
                phrases[(stem(term.beginning, language),)] = " *"
    return " OR ".join(f'"{" ".join(words)}"{star}' for words, star in phrases.items())
