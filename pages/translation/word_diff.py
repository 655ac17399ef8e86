"""What has changed between two texts, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

__all__ = ["Passage", "word_diff"]

WORD = re.compile(r"\s+|<[^<>]*>|&#?\w+;|\w+|[^\w\s]")
"""Spaces, tags, signs written as references ("&amp;"), words, and other signs."""

READABLE = 0.5
"""Share of common words below which a mixture of both texts is no help."""


class Passage(NamedTuple):
    """Some words on end that were there and stayed, that went, or that came."""

    kind: Literal["same", "gone", "new"]
    words: str


def word_diff(old: str, new: str) -> list[Passage]:
    """Return what to leave out and what to put in to make the new text of the old.

    If little is left of it, the texts are told apart as wholes.
    """
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < READABLE:
        return [Passage("gone", old), Passage("new", new)]
    passages = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            passages.append(Passage("same", "".join(before[i:j])))
            continue
        if i < j:
            passages.append(Passage("gone", "".join(before[i:j])))
        if k < m:
            passages.append(Passage("new", "".join(after[k:m])))
    return passages
