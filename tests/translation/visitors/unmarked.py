"""Finds words that a page shows without saying in which language they are."""

import re
from collections.abc import Iterable

from tests.rendering.reading import Reading

__all__ = ["unmarked"]

SILENT = {"script", "style", "template"}


def unmarked(seen: Reading, words: Iterable[str], language: str = "de") -> list[str]:
    """The texts of a page with one of the words whose language is said to be another.

    What stands in the head and in attributes cannot be marked.
    """
    wanted = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
    return [
        str(text).strip()
        for text in seen.html.body.find_all(string=wanted)
        if text.parent.name not in SILENT
        and text.find_parent(attrs={"lang": True})["lang"] != language
    ]
