"""Writes YAML: the same values in the same bytes, whatever wrote or reads them.

Of YAML, as little as is pleasant to read and to compare: block style, one value a line,
texts of several lines as literal blocks. `pages/exchange/source.py` reads it back to
the same values; so does any other reader of YAML 1.2.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from pages.exchange.keys import CANONICAL
from pages.exchange.source import plain_scalar

__all__ = ["emit"]

# Texts that need no quotation marks in YAML 1.1 and 1.2, and mean only themselves.
PLAIN = re.compile(r"[^\W\d_][\w.,;()/+–—…„“”‚‘’!?€§ \-]*", re.UNICODE)
AMBIGUOUS = re.compile(r"(y|n|yes|no|on|off|true|false|null)", re.IGNORECASE)
# Characters that would not come back, or not look like what they are.
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\uffff]"
)


def emit(value: dict[str, Any]) -> str:
    """Return a mapping as a YAML document.

    Values are dictionaries with texts as keys, lists, texts, numbers, truth values,
    None, dates and moments.
    """
    return "".join(f"{line}\n" for line in mapping_lines(value))


def mapping_lines(mapping: dict[str, Any]) -> Iterator[str]:
    for name, value in mapping.items():
        first, *rest = entry_lines(value)
        yield f"{name if is_plain(name) else double_quoted(name)}:{first}"
        yield from rest


def entry_lines(value: Any) -> list[str]:
    """Return what follows a name and its colon: the rest of its line, more lines."""
    if isinstance(value, dict) and value:
        return ["", *(f"  {line}" if line else "" for line in mapping_lines(value))]
    if isinstance(value, list) and value:
        return ["", *list_lines(value)]
    first, *rest = scalar_lines(value, "  ")
    return [f" {first}", *rest]


def list_lines(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict) and item:
            lines = list(mapping_lines(item))
        elif isinstance(item, list) and item:
            lines = list(list_lines(item))
        else:
            # The lines of a text are indented already.
            first, *rest = scalar_lines(item, "")
            lines = [first, *rest]
        first, *rest = lines
        yield f"- {first}"
        yield from (f"  {line}" if line else "" for line in rest)


def scalar_lines(value: Any, indent: str) -> list[str]:
    match value:
        case dict() | list():
            return ["{}" if isinstance(value, dict) else "[]"]
        case None:
            return ["null"]
        case bool():
            return ["true" if value else "false"]
        case datetime() | date():
            return [value.isoformat()]
        case str():
            return text_lines(value, indent)
        case _:
            return [json.dumps(value)]


def text_lines(text: str, indent: str) -> list[str]:
    """Return a text in the plainest style that brings it back unchanged."""
    if is_plain(text):
        return [text]
    if UNSAFE.search(text):
        return [double_quoted(text)]
    if "\n" in text and can_be_literal(text):
        chomping = {0: "-", 1: ""}.get(len(text) - len(text.rstrip("\n")), "+")
        body = text[:-1] if text.endswith("\n") else text
        lines = [f"{indent}{line}" if line else "" for line in body.split("\n")]
        return [f"|{chomping}", *lines]
    if "\n" not in text and '"' in text:
        return ["'" + text.replace("'", "''") + "'"]
    return [double_quoted(text)]


def is_plain(text: str) -> bool:
    if CANONICAL.fullmatch(text):
        return True
    return (
        PLAIN.fullmatch(text) is not None
        and not text.endswith(" ")
        and AMBIGUOUS.fullmatch(text) is None
        and plain_scalar(text) == text
    )


def can_be_literal(text: str) -> bool:
    """Whether the first line shows the indentation, and there is more than blanks."""
    return bool(text.strip()) and not text.startswith((" ", "\n"))


def double_quoted(text: str) -> str:
    def escape(found: re.Match[str]) -> str:
        code = ord(found.group())
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + UNSAFE.sub(escape, quoted) + '"'
