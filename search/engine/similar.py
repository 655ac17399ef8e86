"""Words of the content that are written like another one, as the database finds them.

That table is the site's own, whatever engine answers: each database has its own way.
"""

from django.contrib.postgres.lookups import TrigramSimilar
from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Length

from search.models import Word

__all__ = ["similar"]

LIMIT = "SELECT set_config('pg_trgm.similarity_threshold', %s, true)"
LEAST_SIMILAR = 0.15
MOST_SIMILAR = 100
MOST_LETTERS_MORE = 4


def similar(word: str, language: str) -> list[tuple[str, str]]:
    """Return words, with their spelling, one of which may be meant by another."""
    by_database = {"postgresql": by_trigrams, "sqlite": by_length}
    return by_database[connection.vendor](word, language)


def by_trigrams(word: str, language: str) -> list[tuple[str, str]]:
    # Only the operator, whose limit is a setting, makes use of the index.
    is_similar = TrigramSimilar(F("word"), Value(word))
    near = Word.objects.filter(is_similar, language=language)
    near = near.annotate(similarity=TrigramSimilarity("word", word))
    near = near.order_by("-similarity", "word")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LIMIT, [str(LEAST_SIMILAR)])
        return list(near.values_list("word", "spelling")[:MOST_SIMILAR])


def by_length(word: str, language: str) -> list[tuple[str, str]]:
    length = len(word)
    near = Word.objects.filter(language=language).alias(length=Length("word"))
    near = near.filter(
        length__gte=length - MOST_LETTERS_MORE,
        length__lte=length + MOST_LETTERS_MORE,
    )
    return list(near.values_list("word", "spelling"))
