"""Which database answers, and what it is asked."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils.module_loading import import_string

from search.engine.terms import Term

__all__ = ["Backend", "Match", "Texts", "backend"]


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of an entry by their weight, as they are written."""

    pk: int
    language: str
    title: str
    names: str
    summary: str
    text: str


@dataclass(slots=True)
class Match:
    """How well an entry matches. ``rank`` is the database's, between 0 and 1."""

    rank: float = 0.0
    has_words: bool = False
    """It has all words themselves, not only others that contain them."""
    in_title: bool = False
    words_in_title: bool = False


class Backend(ABC):
    """What the search needs of an index. ``SEARCH_BACKEND`` names another class."""

    @abstractmethod
    def write(self, entries: Iterable[Texts]) -> None:
        """Put the words of entries into the index, in place of what was there."""

    @abstractmethod
    def remove(self, pks: Iterable[int]) -> None:
        """Forget entries that are being deleted."""

    @abstractmethod
    def clean(self) -> None:
        """Forget what is left of entries that are not there any more."""

    @abstractmethod
    def match(
        self, terms: Sequence[Term], language: str, *, every: bool
    ) -> dict[int, Match]:
        """Return the entries of a language that match every term, or any of them."""

    @abstractmethod
    def matching(self, terms: Sequence[Term], *, every: bool) -> RawSQL:
        """Return a subquery for the keys of the entries that match."""

    @abstractmethod
    def similar(self, word: str, language: str) -> list[tuple[str, str]]:
        """Return words, with their spelling, one of which may be meant by another."""


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
