"""Which index answers, and what it is asked: the contract of an engine.

``docs/search.md`` says how to write another one, and which tests it has to pass.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from search.engine.terms import Term

__all__ = ["Backend", "Match", "Texts", "backend"]


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of an entry by their weight, as they are written.

    ``language`` is that of the pages which show it and in which it is asked for;
    ``text_language`` that of its words, whose stems they have.
    """

    pk: int
    language: str
    text_language: str
    title: str
    names: str
    summary: str
    text: str


@dataclass(slots=True)
class Match:
    """How well an entry matches. ``rank`` is the engine's, from 0 to 1 for the best."""

    rank: float = 0.0
    is_own: bool = True
    """It matches what was typed, be it by a part of a word; else only by synonyms."""
    has_words: bool = False
    """It has the typed words themselves, not only others that contain them."""
    in_title: bool = False
    """Its title alone matches, be it by synonyms."""
    words_in_title: bool = False


class Backend(ABC):
    """What the search needs of an index.

    Of each :class:`Term` an entry has its ``words`` side by side, in the stems of any
    language of the site; or one of its ``synonyms``, likewise; or a word of ``foreign``
    or ``parts``; or a word that starts with its ``beginning``. Words are folded and
    stemmed by ``search.engine.folding`` before they are compared.
    """

    @abstractmethod
    def write(self, entries: Iterable[Texts]) -> None:
        """Put the words of entries into the index, in place of what was there."""

    @abstractmethod
    def remove(self, pks: Iterable[int]) -> None:
        """Forget entries that are being deleted."""

    @abstractmethod
    def clean(self) -> None:
        """Forget what is left of entries that are not in the table any more."""

    @abstractmethod
    def match(
        self,
        terms: Sequence[Term],
        language: str,
        *,
        every: bool,
        in_titles: bool = False,
    ) -> dict[int, Match]:
        """Return all entries of a language that match every term, or any of them.

        By their keys; with ``in_titles`` only those whose titles do. Whether visitors
        may see an entry is not the engine's to ask.
        """


BACKENDS = {
    "postgresql": "search.engine.postgresql.PostgreSQL",
    "sqlite": "search.engine.sqlite.SQLite",
}


def backend() -> Backend:
    """Return the one that is set, else the one for the database in use."""
    return load(settings.SEARCH_BACKEND or BACKENDS[connection.vendor])


@cache
def load(path: str) -> Backend:
    found: Backend = import_string(path)()
    return found
