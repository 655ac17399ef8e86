"""Which translated text belongs to which string of the original. No database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz.fuzz import ratio

__all__ = ["Piece", "Text", "keep_texts", "pair", "read_texts", "stored_texts"]

SIMILAR = 30
"""Likeness in per cent from which a paragraph is the successor of another one."""

Attributes = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A string of an original, as wagtail-localize cuts it: a fragment of HTML.

    Its links carry ids, whose attributes stand in ``attrs``.
    """

    path: str
    string: int
    text: str
    attrs: Attributes = field(compare=False)
    order: int


@dataclass(frozen=True, slots=True)
class Text:
    """A string of a translation, and the string of the original it was made from.

    ``attrs`` are there if they are not those of the original of today.
    """

    string: int | None
    text: str = ""
    machine: bool = False
    attrs: Attributes | None = None

    @property
    def is_translated(self) -> bool:
        return self.string is not None


Texts = dict[str, list[Text]]


def read_texts(text_origins: Mapping[str, Sequence[Mapping[str, Any]]]) -> Texts:
    """Return the texts of a translation by path, from its field ``text_origins``."""
    return {
        path: [
            Text(
                entry["string"],
                entry.get("text", ""),
                entry.get("machine", False),
                entry.get("attrs"),
            )
            for entry in entries
        ]
        for path, entries in text_origins.items()
    }


def stored_texts(texts: Texts) -> dict[str, list[dict[str, Any]]]:
    """Return what ``text_origins`` shall hold. Reverse of :func:`read_texts`."""
    return {path: [stored(text) for text in row] for path, row in texts.items()}


def stored(text: Text) -> dict[str, Any]:
    if text.string is None:
        return {"string": None}
    entry: dict[str, Any] = {"string": text.string, "text": text.text}
    if text.machine:
        entry["machine"] = True
    if text.attrs is not None:
        entry["attrs"] = text.attrs
    return entry


def keep_texts(
    texts: Texts, pieces: Sequence[Piece], sources: Mapping[int, str]
) -> dict[Piece, Text]:
    """Return for each string of an original what its translation said until now.

    ``sources`` holds the strings from which the texts were made, by key; one that is
    missing counts as unlike anything. A string that is new is not in the result.
    """
    by_path: dict[str, list[Piece]] = {}
    for piece in pieces:
        by_path.setdefault(piece.path, []).append(piece)
    kept: dict[Piece, Text] = {}
    for path, row in by_path.items():
        found = pair(texts.get(path, []), row, sources)
        kept.update((piece, text) for piece, text in found if text.is_translated)
    return kept


def pair(
    old: Sequence[Text], new: Sequence[Piece], sources: Mapping[int, str]
) -> list[tuple[Piece, Text]]:
    """Pair the texts of one path with its strings of today, in their order.

    What did not change belongs together, wherever it stands now. So do the changed
    strings between, one by one if they are as many as before, else by likeness.
    """
    own = {text.string: text for text in old if text.string is not None}
    present = {piece.string for piece in new}
    pairs = [(piece, own[piece.string]) for piece in new if piece.string in own]
    matcher = SequenceMatcher(
        None,
        [text.string for text in old],
        [piece.string for piece in new],
        autojunk=False,
    )
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "replace":
            former = [text for text in old[i:j] if text.string not in present]
            changed = [piece for piece in new[k:m] if piece.string not in own]
            if len(former) == len(changed):
                pairs += zip(changed, former, strict=True)
            else:
                pairs += pair_similar(former, changed, sources)
    return sorted(pairs, key=lambda found: found[0].order)


def pair_similar(
    old: Sequence[Text], new: Sequence[Piece], sources: Mapping[int, str]
) -> list[tuple[Piece, Text]]:
    """Pair in order so that the sum of likenesses is as large as it can be."""
    best: list[list[tuple[float, list[tuple[Piece, Text]]]]] = [
        [(0.0, []) for _ in range(len(new) + 1)] for _ in range(len(old) + 1)
    ]
    for i, text in enumerate(old, start=1):
        for j, piece in enumerate(new, start=1):
            candidates = [best[i - 1][j], best[i][j - 1]]
            likeness = ratio(sources.get(text.string or 0, ""), piece.text)
            if likeness >= SIMILAR:
                total, pairs = best[i - 1][j - 1]
                candidates.append((total + likeness, [*pairs, (piece, text)]))
            best[i][j] = max(candidates, key=lambda candidate: candidate[0])
    return best[-1][-1][1]
