"""What a person has looked at who confirms many texts with one button.

A button for one text says which text was seen. These stand for whole sets: if anything
in them has changed since the editor was opened, nobody has read what is confirmed.
"""

from collections.abc import Iterable
from hashlib import sha256

from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

__all__ = ["mark_of_machine_texts", "mark_of_original"]


def mark_of_original(source: TranslationSource) -> str:
    """Return a short mark of all strings of an original and of their places."""
    rows = StringSegment.objects.filter(source=source)
    return mark_of(rows.values_list("context__path", "order", "string_id"))


def mark_of_machine_texts(rows: Iterable[StringTranslation]) -> str:
    """Return a short mark of texts that a machine has made."""
    return mark_of((row.pk, row.data) for row in rows)


def mark_of(values: Iterable[tuple[object, ...]]) -> str:
    return sha256(repr(sorted(values)).encode()).hexdigest()[:32]
