"""The objects that files describe, and everything else a key may lead to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from wagtail.models import Page

from pages.exchange.contexts import Found, Reading
from pages.exchange.descriptions import Description, describe
from pages.exchange.given import Given
from pages.exchange.keys import Identity, family, is_translatable, key_field
from pages.exchange.records import Record

__all__ = ["Directory", "Entry"]

CHUNK = 400


@dataclass(eq=False)
class Entry:
    """An object that a file describes."""

    section: str
    model: type[models.Model]
    identity: Identity
    given: Given
    marks: tuple[str, ...]
    record: Record = field(default_factory=Record)
    is_readable: bool = True
    """Whether all its values could be read, so that it can be judged as a whole."""
    is_live: bool = True
    sequence: int = 0
    """How often calendars have been told of changes of a workshop, at least."""
    parent: Identity | None = None
    file: Path | None = None
    pk: int | None = None
    is_new: bool = True

    @property
    def description(self) -> Description:
        return describe(self.model)

    @property
    def locale(self) -> str:
        return self.identity.locale

    @property
    def key(self) -> UUID:
        return self.identity.key

    def reading(self, known: "Directory") -> Reading:
        return Reading(known, self.key, self.locale, is_draft=not self.is_live)


class Directory:
    """Finds objects by key: those of the files first, then those of the database."""

    def __init__(self) -> None:
        self.entries: dict[Identity, Entry] = {}
        self.stored: dict[Identity, Found | None] = {}
        self.words: dict[type[models.Model], dict[str, type[models.Model]]] = {}
        self.unresolved = 0
        """How often something was asked for that is not in the database (yet)."""

    def add(self, entry: Entry) -> Entry | None:
        """Add an entry; return the one that has its key already, if there is one."""
        first = self.entries.setdefault(entry.identity, entry)
        word = entry.given.entry("key")
        if word is not None:
            words = self.words.setdefault(entry.identity.family, {})
            words[str(word.value)] = entry.model
        return None if first is entry else first

    def names(self, targets: Iterable[type[models.Model]]) -> list[str]:
        wanted = tuple(targets)
        words = self.words.get(family(wanted[0]) or wanted[0], {})
        return [word for word, model in words.items() if issubclass(model, wanted)]

    def find(self, identity: Identity) -> Found | None:
        entry = self.entries.get(identity)
        if entry is not None:
            self.unresolved += entry.pk is None
            return Found(entry.model, entry.pk)
        if identity not in self.stored:
            self.stored[identity] = None
            self.stored.update(stored_objects(identity.family, [identity.key]))
        return self.stored[identity]

    def meet_database(self) -> None:
        """Find out which of the entries exist already."""
        by_family: dict[type[models.Model], set[UUID]] = {}
        for identity in self.entries:
            by_family.setdefault(identity.family, set()).add(identity.key)
        for root, keys in by_family.items():
            self.stored.update(stored_objects(root, list(keys)))
        for identity, entry in self.entries.items():
            found = self.stored.get(identity)
            entry.is_new = found is None
            entry.pk = found.pk if found else None


def stored_objects(
    root: type[models.Model], keys: list[UUID]
) -> Iterator[tuple[Identity, Found]]:
    """Yield the objects of the database that have one of these keys."""
    manager: Any = root.objects  # type: ignore[attr-defined]
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        objects = manager.filter(Q(**{f"{key_field(root)}__in": chunk}))
        if issubclass(root, Page):
            objects = objects.filter(depth__gt=1).defer_streamfields()
        if is_translatable(root):
            objects = objects.select_related("locale")
        for instance in objects:
            model = getattr(instance, "specific_class", None) or type(instance)
            key = getattr(instance, key_field(root))
            locale = instance.locale.language_code if is_translatable(root) else ""
            yield Identity(root, key, locale), Found(model, instance.pk)
