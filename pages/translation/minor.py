"""Minor changes of an original: translations of the former words remain valid."""

from collections.abc import Mapping

from wagtail_localize.models import StringTranslation

from pages.translation.snapshots import Snapshot
from pages.translation.texts import Piece, Text, Texts, keep_texts
from pages.translation.writing import fits_links

__all__ = ["confirm_minor", "successors"]


def successors(snapshot: Snapshot) -> dict[Piece, int]:
    """Return each changed string of an original, and the string it was until now."""
    former: Texts = {}
    for piece in snapshot.before:
        former.setdefault(piece.path, []).append(Text(piece.string, piece.text))
    sources = {piece.string: piece.text for piece in snapshot.before}
    return {
        piece: text.string
        for piece, text in keep_texts(former, snapshot.pieces, sources).items()
        if text.string is not None
        and text.string != piece.string
        and fits_links(text.text, piece)
    }


def confirm_minor(
    changed: Mapping[Piece, int], snapshot: Snapshot, locale_id: int
) -> None:
    """Let what translators wrote for the former words stand for the new ones."""
    if not changed:
        return
    rows = StringTranslation.objects.filter(
        context__object_id=snapshot.source.object_id,
        locale_id=locale_id,
        translation_of_id__in=changed.values(),
        has_error=False,
    ).select_related("context")
    former = {(row.context.path, row.translation_of_id): row for row in rows}
    StringTranslation.objects.bulk_create(
        (
            StringTranslation(
                translation_of_id=piece.string,
                locale_id=locale_id,
                context_id=row.context_id,
                data=row.data,
                translation_type=row.translation_type,
                tool_name=row.tool_name,
                last_translated_by_id=row.last_translated_by_id,
            )
            for piece, string in changed.items()
            if (row := former.get((piece.path, string)))
        ),
        ignore_conflicts=True,
    )
