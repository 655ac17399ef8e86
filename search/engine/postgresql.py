"""The index on PostgreSQL: a vector for each entry, by the language of its words."""

from collections.abc import Iterable, Sequence

from django.contrib.postgres.lookups import TrigramSimilar
from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.expressions import RawSQL

from cms.languages import language_codes
from search.engine.backends import Backend, Match, Texts
from search.engine.folding import ALGORITHMS, words_of
from search.engine.terms import Term
from search.models import Word

__all__ = ["PostgreSQL"]

MATCH = """
SELECT entry.id,
       ts_rank(CAST(%s AS real[]), entry.vector, wide, 1),
       entry.vector @@ words,
       entry.vector @@ wide_in_title,
       entry.vector @@ words_in_title
FROM search_entry AS entry,
     CAST({wide} AS tsquery) AS wide,
     CAST({words} AS tsquery) AS words,
     CAST({wide_in_title} AS tsquery) AS wide_in_title,
     CAST({words_in_title} AS tsquery) AS words_in_title
WHERE entry.language = %s AND entry.vector @@ wide
"""
MATCHING = "SELECT id FROM search_entry WHERE vector @@ ({query})"
WRITE = """
UPDATE search_entry SET vector =
    setweight(to_tsvector(CAST(%s AS regconfig), %s), 'A') ||
    setweight(to_tsvector(CAST(%s AS regconfig), %s), 'B') ||
    setweight(to_tsvector(CAST(%s AS regconfig), %s), 'C') ||
    setweight(to_tsvector(CAST(%s AS regconfig), %s), 'D')
WHERE id = %s
"""
LIMIT = "SELECT set_config('pg_trgm.similarity_threshold', %s, true)"
WEIGHTS = [0.1, 0.3, 0.5, 1.0]  # of D, C, B and A
LEAST_SIMILAR = 0.15
MOST_SIMILAR = 100


class PostgreSQL(Backend):
    def write(self, entries: Iterable[Texts]) -> None:
        rows = [vector_of(one) for one in entries]
        with connection.cursor() as cursor:
            cursor.executemany(WRITE, rows)

    def remove(self, pks: Iterable[int]) -> None:
        """Do nothing: a vector is a part of its entry."""

    def clean(self) -> None:
        """Do nothing, for the same reason."""

    def match(
        self, terms: Sequence[Term], language: str, *, every: bool
    ) -> dict[int, Match]:
        queries = {
            "wide": query(terms, every=every),
            "words": query(terms, every=every, only_words=True),
            "wide_in_title": query(terms, every=every, weight="A"),
            "words_in_title": query(terms, every=every, only_words=True, weight="A"),
        }
        statement = MATCH.format(**{name: sql for name, (sql, _) in queries.items()})
        values = [value for _sql, own in queries.values() for value in own]
        with connection.cursor() as cursor:
            cursor.execute(statement, [WEIGHTS, *values, language])
            rows = cursor.fetchall()
        best = max((row[1] for row in rows), default=0.0) or 1.0
        return {pk: Match(rank / best, *marks) for pk, rank, *marks in rows}

    def matching(self, terms: Sequence[Term], *, every: bool) -> RawSQL:
        sql, values = query(terms, every=every)
        # All that is written into the statement is our own.
        return RawSQL(MATCHING.format(query=sql), values)  # noqa: S611

    def similar(self, word: str, language: str) -> list[tuple[str, str]]:
        # Only the operator, whose limit is a setting, makes use of the index.
        is_similar = TrigramSimilar(F("word"), Value(word))
        near = Word.objects.filter(is_similar, language=language)
        near = near.annotate(similarity=TrigramSimilarity("word", word))
        near = near.order_by("-similarity", "word")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(LIMIT, [str(LEAST_SIMILAR)])
            return list(near.values_list("word", "spelling")[:MOST_SIMILAR])


def configuration(language: str) -> str:
    """Return that of a language without PostgreSQL's stop words, made by migrations."""
    algorithm = ALGORITHMS.get(language)
    return f"search_{algorithm}" if algorithm else "simple"


def vector_of(texts: Texts) -> list[str | int]:
    values: list[str | int] = []
    for text in (texts.title, texts.names, texts.summary, texts.text):
        folded = " ".join(words_of(text, texts.language))
        values += [configuration(texts.language), folded]
    return [*values, texts.pk]


def query(
    terms: Sequence[Term], *, every: bool, only_words: bool = False, weight: str = ""
) -> tuple[str, list[str]]:
    """Return SQL for a tsquery, and its values: the terms in every language's stems.

    What stands in the values are letters, digits and our own operators.
    """
    parts = [one_of(term, only_words=only_words, weight=weight) for term in terms]
    joint = " && " if every else " || "
    sql = joint.join(f"({part})" for part, _values in parts)
    return sql, [value for _part, values in parts for value in values]


def one_of(term: Term, *, only_words: bool, weight: str) -> tuple[str, list[str]]:
    alternatives = [" <-> ".join(marked(group, weight)) for group in term.synonyms]
    alternatives.append(" <-> ".join(marked(term.words, weight)))
    if not only_words:
        alternatives += marked((*term.foreign, *term.parts), weight)
        if term.beginning:
            alternatives.append(f"'{term.beginning}':*{weight}")
    text = " | ".join(f"({one})" for one in dict.fromkeys(alternatives))
    values: list[str] = []
    for language in language_codes():
        values += [configuration(language), text]
    one = "to_tsquery(CAST(%s AS regconfig), %s)"
    return " || ".join([one] * len(language_codes())), values


def marked(words: Iterable[str], weight: str) -> list[str]:
    return [f"'{word}':{weight}" if weight else f"'{word}'" for word in words]
