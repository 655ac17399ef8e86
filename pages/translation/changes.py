"""What has changed in an original since its translation was made, text by text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, Translation

from pages.translation.labels import label_of
from pages.translation.progress import (
    Rendered,
    original_of,
    rendered_texts,
    target_of,
)
from pages.translation.snapshots import pieces_of
from pages.translation.texts import Piece, Text, pair, read_texts

__all__ = ["Kind", "Status", "TextChange", "changes", "compare"]


class Kind(TextChoices):
    CHANGED = "changed", _("changed")
    NEW = "new", _("new")
    REMOVED = "removed", _("removed")


class Status(TextChoices):
    OPEN = "open", _("not translated yet")
    MACHINE = "machine", _("translated by a machine, to be confirmed")
    TRANSLATED = "translated", _("translated, not published yet")
    NONE = "none", _("nothing to translate")


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text of the original that is not the one its translation was made from.

    All texts are fragments of HTML. Empty are those that do not exist.
    """

    path: str
    kind: Kind
    before: str
    """The original's text that the public translation was made from."""
    now: str
    """The original's text as published now."""
    shown: str
    """The public translation."""
    prepared: str
    """A translation of the text as it is now, saved and not published."""
    status: Status
    part: int = 0
    """Which paragraph it is of a text that has several, from 1; else 0."""
    label: str = ""
    """Where the text stands, in an editor's words."""


Renderings = Mapping[tuple[str, int], Rendered]


def changes(translation: Translation) -> list[TextChange]:
    """Return what has changed, in the order of the original; what is gone, at last.

    The number of queries does not depend on the number of texts.
    """
    target = target_of(translation)
    original = original_of(translation)
    texts = read_texts(target.text_origins) if target else {}
    keys = {text.string for row in texts.values() for text in row if text.string}
    sources = String.objects.filter(pk__in=keys).values_list("pk", "data")
    found = compare(
        texts,
        pieces_of(translation.source),
        dict(sources),
        rendered_texts(translation.source, translation.target_locale_id),
    )
    instances = [instance for instance in (original, target) if instance]
    return [named(change, instances) for change in found]


def compare(
    texts: Mapping[str, Sequence[Text]],
    pieces: Sequence[Piece],
    sources: Mapping[int, str],
    renderings: Renderings,
) -> list[TextChange]:
    """Compare the texts of a translation with an original of today. No database.

    ``sources`` holds the strings from which the texts were made, by key.
    """
    found: list[TextChange] = []
    by_path: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_path.setdefault(piece.path, []).append(piece)
    for path, row in by_path.items():
        found += compare_path(path, texts.get(path, []), row, sources, renderings)
    for path, old in texts.items():
        if path not in by_path:
            found += gone(path, old, sources)
    return found


def compare_path(
    path: str,
    old: Sequence[Text],
    new: Sequence[Piece],
    sources: Mapping[int, str],
    renderings: Renderings,
) -> Iterator[TextChange]:
    pairs = pair(old, new, sources)
    predecessors = dict(pairs)
    for number, piece in enumerate(new, start=1):
        text = predecessors.get(piece, Text(None))
        if text.string != piece.string:
            rendered = renderings.get((path, piece.string))
            change = changed(piece, text, sources, rendered)
            yield replace(change, part=number) if len(new) > 1 else change
    kept = {id(text) for _piece, text in pairs}
    yield from gone(path, [text for text in old if id(text) not in kept], sources)


def changed(
    piece: Piece, text: Text, sources: Mapping[int, str], rendered: Rendered | None
) -> TextChange:
    before = sources.get(text.string or 0, "")
    status = Status.OPEN
    if rendered:
        status = Status.MACHINE if rendered.machine else Status.TRANSLATED
    return TextChange(
        path=piece.path,
        kind=Kind.CHANGED if text.is_translated else Kind.NEW,
        before=before,
        now=piece.text,
        shown=text.text,
        prepared=rendered.text if rendered else "",
        status=status,
    )


def gone(
    path: str, old: Sequence[Text], sources: Mapping[int, str]
) -> Iterator[TextChange]:
    for text in old:
        if text.string is not None:
            before = sources.get(text.string, "")
            yield TextChange(path, Kind.REMOVED, before, "", text.text, "", Status.NONE)


def named(change: TextChange, instances: Sequence[Any]) -> TextChange:
    label = label_of(change.path, instances)
    if change.part:
        label = gettext("%(text)s, part %(number)d") % {
            "text": label,
            "number": change.part,
        }
    return replace(change, label=label)
