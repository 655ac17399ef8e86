"""Stores many translated strings at once, and counts once."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from pages.translation.progress import count_progress, counting_later

__all__ = ["Key", "key_of", "rows_of", "store_texts", "texts_of"]

Key = tuple[int, int]
"""A string of the original and its context: ids of String and TranslationContext."""


def key_of(row: StringTranslation) -> Key:
    return row.translation_of_id, row.context_id


def rows_of(translation: Translation) -> "QuerySet[StringTranslation]":
    """Return all that was ever translated of an object; a row that is empty is none."""
    rows: QuerySet[StringTranslation] = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        locale_id=translation.target_locale_id,
    )
    return rows.exclude(data="")


def texts_of(translation: Translation) -> dict[Key, StringTranslation]:
    return {key_of(row): row for row in rows_of(translation)}


@transaction.atomic
def store_texts(
    translation: Translation,
    new: Mapping[Key, str],
    changed: Sequence[StringTranslation] = (),
    **origin: Any,
) -> set[Key]:
    """Store texts where there are none, and rows whose ``data`` was changed.

    ``origin`` are fields of StringTranslation that say where all of them come from.
    Returns which of the new ones were stored: where somebody else has stored another
    text in the meantime, that stays.
    """
    added = add(translation, new, origin)
    change(changed, origin)
    stored = {key_of(row): row.data for row in changed}
    stored.update((key, new[key]) for key in added)
    name_page(translation, stored)
    count_progress(translation)
    return added


def add(
    translation: Translation, new: Mapping[Key, str], origin: Mapping[str, Any]
) -> set[Key]:
    places = StringTranslation.objects.filter(
        locale_id=translation.target_locale_id,
        translation_of_id__in={string for string, _context in new},
        context_id__in={context for _string, context in new},
    )
    with counting_later():
        places.filter(data="").delete()
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of_id=string,
                context_id=context,
                locale_id=translation.target_locale_id,
                data=data,
                **origin,
            )
            for (string, context), data in new.items()
        ],
        ignore_conflicts=True,
    )
    stored = {key_of(row): row.data for row in places.all()}
    return {key for key, data in new.items() if stored[key] == data}


def change(rows: Sequence[StringTranslation], origin: Mapping[str, Any]) -> None:
    """Store rows that were checked, so that they are without mistake now."""
    values = {
        **origin,
        "has_error": False,
        "field_error": "",
        "updated_at": timezone.now(),
    }
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
    StringTranslation.objects.bulk_update(rows, ["data", *values])


def name_page(translation: Translation, stored: Mapping[Key, str]) -> None:
    """Let lists of pages show a translated title, as wagtail-localize does."""
    source = translation.source
    titles = source.stringsegment_set.filter(context__path="title")
    for key in titles.values_list("string_id", "context_id"):
        if key in stored:
            pages = Page.objects.filter(
                translation_key=source.object_id,
                locale_id=translation.target_locale_id,
            )
            pages.update(draft_title=stored[key])
