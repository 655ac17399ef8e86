"""Texts in portions that a service accepts."""

import json
from collections.abc import Iterable, Iterator

__all__ = ["MAX_BYTES", "chunks", "size"]

MAX_TEXTS = 50
MAX_BYTES = 100 * 1024
"""DeepL accepts 50 texts and 128 KiB in a request, headers and all."""


def size(text: str) -> int:
    """Return the bytes of a text in a request, with its quotes and its comma."""
    return len(json.dumps(text, ensure_ascii=False).encode()) + 2


def chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield all texts in order, in lists that fit into one request each.

    A text that is too long by itself is alone in its list.
    """
    chunk: list[str] = []
    total = 0
    for text in texts:
        length = size(text)
        if chunk and (len(chunk) == MAX_TEXTS or total + length > MAX_BYTES):
            yield chunk
            chunk, total = [], 0
        chunk.append(text)
        total += length
    if chunk:
        yield chunk
