"""Texts that come together with their original, and are public as soon as it is.

Whoever cancels a workshop says so in all languages at once. These texts go straight to
the translations, and to drafts of them that wait; what translators have saved and not
published stays where it is.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationContext,
)
from wagtail_localize.strings import StringValue

from pages.translation.following import Told, bring, reloaded
from pages.translation.snapshots import (
    Snapshot,
    find_source,
    lock_source,
    take_snapshot,
)
from pages.translation.storing import key_of, store_texts, texts_of
from pages.translation.texts import Piece, Text, read_texts

__all__ = ["origins_at", "tell", "tell_again"]

logger = logging.getLogger(__name__)

Say = Callable[[Translation, Sequence[Piece]], Told]


@transaction.atomic
def tell(original: Any, words: Mapping[str, Mapping[str, str]], user: Any) -> list[str]:
    """Let translations say something at once, as if translators had written it.

    ``words`` are plain texts by language and by path ("status_note"). Where there is no
    such translation, or no such string in the original, nothing is stored.

    Returns the languages of translations that it failed on; they are as they were.
    """

    def say(translation: Translation, pieces: Sequence[Piece]) -> Told:
        own = words.get(translation.target_locale.language_code, {})
        told = {
            piece: Text(piece.string, StringValue.from_plaintext(own[piece.path]).data)
            for piece in pieces
            if own.get(piece.path)
        }
        remember(translation, told, user)
        return told

    return bring_all(original, say)


@transaction.atomic
def tell_again(original: Any, origins: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Let translations say what they said once, be it behind or not.

    ``origins`` are by language what ``origins_at`` has returned, at paths of plain
    texts, which are one string each. Returns what ``tell`` returns.
    """

    def say(translation: Translation, pieces: Sequence[Piece]) -> Told:
        own = read_texts(origins.get(translation.target_locale.language_code, {}))
        return {
            piece: next((text for text in own[piece.path] if text.is_translated), None)
            for piece in pieces
            if piece.path in own
        }

    return bring_all(original, say)


def origins_at(target: Any, paths: Sequence[str]) -> dict[str, Any]:
    """Return where the texts of a translation at some paths come from."""
    return {path: target.text_origins.get(path, []) for path in paths}


def bring_all(original: Any, say: Say) -> list[str]:
    """Bring an original to each translation by itself; one that is broken stops none.

    Does nothing for an original that is not public: its translations are not either.
    """
    source = find_source(original)
    if source is None or not original.live:
        return []
    lock_source(source.pk)
    snapshot: Snapshot | None = None
    failed = []
    for translation in source.translations.select_related("source", "target_locale"):
        try:
            with transaction.atomic():
                snapshot = (
                    snapshot.again() if snapshot else take_snapshot(reloaded(original))
                )
                bring(snapshot, translation, say(translation, snapshot.pieces))
        except Exception:
            logger.exception("A translation of “%s” was not told.", original)
            failed.append(translation.target_locale.language_code)
    return failed


def remember(translation: Translation, told: Mapping[Piece, Text], user: Any) -> None:
    """Store texts as a translator's, over what was stored for the same strings."""
    contexts = TranslationContext.objects.filter(
        object_id=translation.source.object_id, path__in={piece.path for piece in told}
    )
    places = dict(contexts.values_list("path", "pk"))
    wanted = {
        (piece.string, places[piece.path]): text.text for piece, text in told.items()
    }
    known = [row for key, row in texts_of(translation).items() if key in wanted]
    for row in known:
        row.data = wanted.pop(key_of(row))
    store_texts(
        translation,
        wanted,
        known,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        tool_name="",
        last_translated_by=user,
    )
