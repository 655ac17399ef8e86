"""The index on PostgreSQL: a vector for each entry, by the language of its words."""

from collections.abc import Iterable, Sequence

from django.db import connection

from cms.languages import language_codes
from search.engine.backends import Backend, Match, Texts
from search.engine.folding import ALGORITHMS, words_of
from search.engine.terms import Term, without_synonyms

__all__ = ["PostgreSQL"]

# The words of titles have a column of their own: to look into all words of an entry is
# what costs time.
MATCH = """
SELECT id, ts_rank(CAST(%s AS real[]), vector, wide, 1),
    {own}, vector @@ words, title_vector @@ wide, title_vector @@ words
FROM search_entry, {queries}
WHERE language = %s AND {column} @@ wide
"""
WRITE = """
UPDATE search_entry SET
    title_vector = to_tsvector(CAST(%s AS regconfig), %s),
    vector = setweight(to_tsvector(CAST(%s AS regconfig), %s), 'A') ||
        setweight(to_tsvector(CAST(%s AS regconfig), %s), 'B') ||
        setweight(to_tsvector(CAST(%s AS regconfig), %s), 'C') ||
        setweight(to_tsvector(CAST(%s AS regconfig), %s), 'D')
WHERE id = %s
"""
WEIGHTS = [0.1, 0.3, 0.5, 1.0]  # of D, C, B and A


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
        self,
        terms: Sequence[Term],
        language: str,
        *,
        every: bool,
        in_titles: bool = False,
    ) -> dict[int, Match]:
        queries = {
            "wide": query(terms, every=every),
            "words": query(terms, every=every, only_words=True),
        }
        own = without_synonyms(terms)
        if own != list(terms):
            queries["own"] = query(own, every=every)
        statement = MATCH.format(
            own="vector @@ own" if "own" in queries else "TRUE",
            column="title_vector" if in_titles else "vector",
            queries=", ".join(
                f"CAST({sql} AS tsquery) AS {name}"
                for name, (sql, _values) in queries.items()
            ),
        )
        values = [value for _sql, own in queries.values() for value in own]
        with connection.cursor() as cursor:
            cursor.execute(statement, [WEIGHTS, *values, language])
            rows = cursor.fetchall()
        best = max((row[1] for row in rows), default=0.0) or 1.0
        return {pk: Match(rank / best, *marks) for pk, rank, *marks in rows}


def configuration(language: str) -> str:
    """Return that of a language without PostgreSQL's stop words, made by migrations."""
    algorithm = ALGORITHMS.get(language)
    return f"search_{algorithm}" if algorithm else "simple"


def vector_of(texts: Texts) -> list[str | int]:
    values: list[str | int] = []
    for text in (texts.title, texts.title, texts.names, texts.summary, texts.text):
        folded = " ".join(words_of(text, texts.text_language))
        values += [configuration(texts.text_language), folded]
    return [*values, texts.pk]


def query(
    terms: Sequence[Term], *, every: bool, only_words: bool = False
) -> tuple[str, list[str]]:
    """Return SQL for a tsquery, and its values: the terms in every language's stems.

    What stands in the values are letters, digits and our own operators.
    """
    parts = [one_of(term, only_words=only_words) for term in terms]
    joint = " && " if every else " || "
    sql = joint.join(f"({part})" for part, _values in parts)
    return sql, [value for _part, values in parts for value in values]


def one_of(term: Term, *, only_words: bool) -> tuple[str, list[str]]:
    groups = (term.words,) if only_words else (term.words, *term.synonyms)
    alternatives = [" <-> ".join(quoted(group)) for group in groups]
    if not only_words:
        alternatives += quoted((*term.foreign, *term.parts_within))
        if term.beginning:
            alternatives.append(f"'{term.beginning}':*")
    text = " | ".join(f"({one})" for one in dict.fromkeys(alternatives))
    values: list[str] = []
    for language in language_codes():
        values += [configuration(language), text]
    one = "to_tsquery(CAST(%s AS regconfig), %s)"
    return " || ".join([one] * len(language_codes())), values


def quoted(words: Iterable[str]) -> list[str]:
    return [f"'{word}'" for word in words]
