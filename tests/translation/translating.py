"""What translators do, in one line each."""

from typing import Any

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from pages.translation.publishing import publish_translation
from pages.translation.snapshots import find_source, pieces_of
from pages.translation.starting import start_translation
from tests import factories

__all__ = [
    "edit",
    "english_of",
    "in_english",
    "publish",
    "published",
    "start",
    "translate",
    "translation_of",
]


def start(original: Page) -> Any:
    """Begin the English version, a draft."""
    return start_translation(original, factories.locale("en"))


def translation_of(original: Any, language: str = "en") -> Translation:
    return Translation.objects.get(
        source__object_id=original.translation_key,
        target_locale__language_code=language,
    )


def english_of(original: Any) -> Any:
    """Return the English version as the database has it."""
    rows = type(original).objects
    return rows.get(
        translation_key=original.translation_key, locale=factories.locale("en")
    )


def in_english(text: str) -> str:
    """Translate every word of a fragment, and no tag."""
    return f"EN {text}"


def translate(original: Any, **texts: str) -> None:
    """Translate the open strings; ``texts`` names a few by their last path part.

    Everything else becomes "EN" and the German words.
    """
    source, locale = find_source(original), factories.locale("en")
    contexts = {
        segment.context.path: segment.context_id
        for segment in source.stringsegment_set.select_related("context")
    }
    for piece in pieces_of(source):
        name = piece.path.split(".")[-1]
        StringTranslation.objects.get_or_create(
            translation_of_id=piece.string,
            locale=locale,
            context_id=contexts[piece.path],
            defaults={
                "data": texts.get(name, in_english(piece.text)),
                "translation_type": "manual",
            },
        )


def publish(original: Any) -> Any:
    """Publish what is translated, and return the English version."""
    publish_translation(translation_of(original))
    return english_of(original)


def published(original: Any, **texts: str) -> Any:
    """Begin, translate and publish the English version."""
    start(original)
    translate(original, **texts)
    return publish(original)


def edit(original: Any, *, minor: bool = False, **values: Any) -> Any:
    """Change an original as an editor does in its form, and publish it."""
    page = type(original).objects.get(pk=original.pk)
    if page.latest_revision_id:
        page = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    page.update_pending = not minor
    page.save_revision().publish()
    return type(original).objects.get(pk=original.pk)
