"""Reads one PDF and writes what it found as lines of JSON. A program of its own.

It is given a file from a stranger, so it gets no settings, no database and no secrets,
and limits its own memory and time before it opens the file. It imports nothing of ours
and is started by ``child``: ``reader.py <file> open|inspect <seconds> <bytes>``.

The first line is what the file says of itself, the last one what is on its pages.
Between them stands the text of each page ("text"). If it does not come to the last, the
others are there all the same.
"""

import json
import resource
import sys
from contextlib import suppress
from ctypes import c_ushort, create_string_buffer
from typing import Any

MOST_PAGES = 500
MOST_SIGNS = 200_000
"""Of all its text. A page of a book has 2,000."""
LONGEST_TITLE = 200
MOST_NAMED = 10
# ISO 32000-1, table 22: bit 10 allows taking out text for people with disabilities.
FOR_ACCESSIBILITY = 1 << 9


def limit(seconds: int, memory: int) -> None:
    limits = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
    }
    for kind, value in limits.items():
        # Not every system knows every limit; the parent watches the clock as well.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))


def say(**facts: Any) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def facts_of(pdf: Any, raw: Any) -> dict[str, Any]:
    """Return what a file says of itself as a whole."""
    return {
        "pages": len(pdf),
        "tagged": bool(raw.FPDFCatalog_IsTagged(pdf)),
        "title": title_of(pdf, raw),
        "language": language_of(pdf, raw),
        "bookmarks": bool(raw.FPDFBookmark_GetFirstChild(pdf, None)),
        "readable_aloud": bool(raw.FPDF_GetDocPermissions(pdf) & FOR_ACCESSIBILITY),
    }


def title_of(pdf: Any, raw: Any) -> str:
    length = min(raw.FPDF_GetMetaText(pdf, b"Title", None, 0), 1 << 16)
    buffer = create_string_buffer(length)
    raw.FPDF_GetMetaText(pdf, b"Title", buffer, length)
    text = buffer.raw.decode("utf-16-le", "ignore").split("\0")[0]
    return printable(text)[:LONGEST_TITLE]


def language_of(pdf: Any, raw: Any) -> str:
    length = min(raw.FPDFCatalog_GetLanguage(pdf, None, 0), 1 << 10)
    if not length:
        return ""
    buffer = (c_ushort * length)()
    raw.FPDFCatalog_GetLanguage(pdf, buffer, length)
    return printable(bytes(buffer).decode("utf-16-le", "ignore").split("\0")[0])[:35]


def printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()


def read_pages(pdf: Any, raw: Any) -> dict[str, Any]:
    """Say what is written on the pages; return which of them are only pictures."""
    examined = min(len(pdf), MOST_PAGES)
    silent = []
    left = MOST_SIGNS
    for number in range(examined):
        page = pdf[number]
        text = page.get_textpage()
        signs = text.count_chars()
        if not signs and raw.FPDFPage_CountObjects(page):
            silent.append(number + 1)
        if signs > 0 and left > 0:
            words = text.get_text_range(0, min(signs, left))[:left]
            left -= len(words)
            say(text=words)
        text.close()
        page.close()
    return {
        "examined": examined,
        "silent": len(silent),
        "silent_pages": silent[:MOST_NAMED],
    }


def read(path: str, *, is_thorough: bool) -> None:
    # They are loaded under the limits already.
    import pypdfium2
    from pypdfium2 import raw

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        say(error="locked" if error.err_code in locked else "broken")
        return
    if not len(pdf):
        say(error="broken")
        return
    facts = facts_of(pdf, raw)
    say(**facts)
    if is_thorough:
        say(**facts, **read_pages(pdf, raw))


if __name__ == "__main__":
    path, task, seconds, memory = sys.argv[1:]
    limit(int(seconds), int(memory))
    try:
        read(path, is_thorough=task == "inspect")
    except MemoryError:
        sys.exit(1)
