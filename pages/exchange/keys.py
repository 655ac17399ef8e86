"""Keys: by what name a file, and every database, knows an object.

A key is a UUID, or a word that stands for one and the same UUID everywhere. Pages,
snippets and the entries below them share theirs with their translations.
"""

import re
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import models
from wagtail.models import Page, TranslatableMixin

__all__ = [
    "CANONICAL",
    "WORD",
    "Identity",
    "derived_key",
    "family",
    "identity",
    "is_keyed",
    "key_of_word",
]

NAMESPACE = UUID("6f1d1a0e-3a57-5b0c-9f3e-9a4f5f3c2b71")
WORD = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,99}")
CANONICAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def key_of_word(word: str) -> UUID | None:
    """Return the UUID of a key; None if it is neither a UUID nor a single word."""
    if CANONICAL.fullmatch(word.lower()):
        return UUID(word)
    return uuid5(NAMESPACE, word) if WORD.fullmatch(word) else None


def derived_key(owner: UUID, *steps: str | int) -> UUID:
    """Return the key of what stands at some place in its owner, as ("agenda", 2)."""
    return uuid5(owner, "/".join(str(step) for step in steps))


@dataclass(frozen=True, slots=True)
class Identity:
    """Who something is in every database. ``locale`` is "" for what has no language."""

    family: type[models.Model]
    key: UUID
    locale: str = ""


def family(model: type[models.Model]) -> type[models.Model] | None:
    """Return the model within which a key is unique; None if the model has no keys.

    Page types share one family. Images and documents, or whatever else has no
    translations, are known by a unique field named "key".
    """
    if issubclass(model, Page):
        return Page
    if issubclass(model, TranslatableMixin):
        return model._meta.get_field("translation_key").model
    field = next((f for f in model._meta.fields if f.name == "key"), None)
    return field.model if isinstance(field, models.UUIDField) else None


def is_keyed(model: type[models.Model]) -> bool:
    return family(model) is not None


def is_translatable(model: type[models.Model]) -> bool:
    return issubclass(model, TranslatableMixin)


def key_field(model: type[models.Model]) -> str:
    return "translation_key" if is_translatable(model) else "key"


def identity(instance: models.Model) -> Identity:
    """Return the identity of an object whose model has keys."""
    root = family(type(instance))
    assert root is not None  # noqa: S101 (the caller asked is_keyed)
    if not is_translatable(root):
        return Identity(root, instance.key)  # type: ignore[attr-defined]
    locale = instance.locale.language_code  # type: ignore[attr-defined]
    return Identity(root, instance.translation_key, locale)  # type: ignore[attr-defined]
