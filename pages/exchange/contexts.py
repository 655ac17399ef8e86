"""What surrounds a value while it is read from a file or written to one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from django.db import models

from pages.exchange.keys import Identity, derived_key

__all__ = ["Found", "KnownObjects", "Reading", "Writing"]


@dataclass(frozen=True, slots=True)
class Found:
    """An object that a key leads to. ``pk`` is None while it stands in files only."""

    model: type[models.Model]
    pk: int | None


class KnownObjects(Protocol):
    """Everything a key may lead to."""

    def find(self, identity: Identity) -> Found | None:
        """Return what has this identity, in the files or in the database."""

    def names(self, families: Iterable[type[models.Model]]) -> list[str]:
        """Return the keys in the files, as written there, for "did you mean"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a value is read: in which language, below which object and which block.

    A draft may lack what is required. ``steps`` lead from the object to the value;
    ids of blocks without one are derived from them.
    """

    known: KnownObjects
    owner: UUID
    locale: str = ""
    is_draft: bool = False
    steps: tuple[str, ...] = ()

    def below(self, *steps: str) -> "Reading":
        return replace(self, steps=self.steps + steps)

    def id_at(self, position: int) -> str:
        """Return the id of the block at a position of this stream."""
        return str(derived_key(self.owner, *self.steps, position))


@dataclass(frozen=True, slots=True)
class Writing:
    """Where a value is written: in which language, and how references get their keys.

    ``key_of`` returns the identity of an object by model and primary key, or None if
    there is no such object; that it says so to the person is its own concern.
    """

    key_of: Callable[[type[models.Model], object], Identity | None]
    locale: str = ""
