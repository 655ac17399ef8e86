"""Takes the mark "machine translated" from texts that a person has read."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from pages.translation.looked_at import mark_of_machine_texts
from pages.translation.progress import count_progress
from pages.translation.storing import texts_of

__all__ = ["MachineTextsChangedError", "confirm_machine_texts", "machine_texts"]


class MachineTextsChangedError(Exception):
    """There are other texts of a machine now than the person has read."""


@transaction.atomic
def confirm_machine_texts(
    translation: Translation, user: Any, seen: str | None = None
) -> int:
    """Count the machine's texts for the original of today as the user's own.

    ``seen`` is the ``mark_of_machine_texts`` that the person has read; None if there
    are surely no others. Raises MachineTextsChangedError.

    Returns how many there were. The name of the service goes, too, because the editor
    would go on saying "translated with DeepL". Visitors are told "machine translated"
    until the page is published again.
    """
    machine = list(machine_texts(translation))
    if seen is not None and seen != mark_of_machine_texts(machine):
        raise MachineTextsChangedError
    confirmed: int = StringTranslation.objects.filter(
        pk__in=[row.pk for row in machine]
    ).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        tool_name="",
        last_translated_by=user,
        updated_at=timezone.now(),
    )
    count_progress(translation)
    return confirmed


def machine_texts(translation: Translation) -> Iterator[StringTranslation]:
    """Yield what a machine has made of the original of today, not confirmed yet."""
    current = set(
        translation.source.stringsegment_set.values_list("string_id", "context_id")
    )
    for key, row in texts_of(translation).items():
        is_machine = row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
        if is_machine and key in current:
            yield row
