"""Reads a stylesheet as nested rules. Enough of CSS to choose among rules, not more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Rule", "declarations", "minified", "rules_in", "split_at_commas"]

STRING = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
OPAQUE = rf"{STRING}|url\([^\"')]*\)"
TOKEN = re.compile(rf"{OPAQUE}|[{{}};]|[^{{}};\"'u]+|.", re.DOTALL)
COMMENT = re.compile(rf"({OPAQUE})|/\*.*?\*/", re.DOTALL)
SPACE = re.compile(rf"({OPAQUE})|\s*([{{}};,])\s*|\s+", re.DOTALL)
COMMA = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|[^,(]+|,")


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands before a pair of braces and what between them.

    A statement that ends with a semicolon (``@charset``) has no body.
    """

    head: str
    body: str | None

    def __str__(self) -> str:
        return f"{self.head};" if self.body is None else f"{self.head}{{{self.body}}}"

    @property
    def is_group(self) -> bool:
        """Whether the body holds rules, not declarations."""
        return self.head.startswith(("@media", "@supports", "@layer", "@container"))


def minified(css: str) -> str:
    """Return a stylesheet without comments and without space that means nothing."""
    bare = COMMENT.sub(lambda match: match[1] or " ", css)
    short = SPACE.sub(lambda match: match[1] or match[2] or " ", bare)
    return short.replace(";}", "}").strip()


def rules_in(css: str) -> Iterator[Rule]:
    """Yield the outermost rules of a minified stylesheet in their order.

    Raises ValueError if a brace is missing or one too many.
    """
    head, body, depth = "", "", 0
    for piece in TOKEN.findall(css):
        depth += (piece == "{") - (piece == "}")
        if piece == "{" and depth == 1:
            continue
        if (piece == "}" and depth == 0) or (piece == ";" and depth == 0):
            yield Rule(head.strip(), body if piece == "}" else None)
            head, body = "", ""
        elif depth:
            body += piece
        else:
            head += piece
    if depth or head.strip():
        raise ValueError(f"The stylesheet ends within a rule: {head.strip()[:60]!r}")


def declarations(body: str) -> Iterator[tuple[str, str]]:
    """Yield the names and values in the body of a rule."""
    parts = [""]
    for piece in TOKEN.findall(body):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    for part in parts:
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip(), value.strip()


def split_at_commas(selectors: str) -> list[str]:
    """Return the selectors of a list; commas within parentheses do not divide."""
    parts = [""]
    for piece in COMMA.findall(selectors):
        if piece == ",":
            parts.append("")
        else:
            parts[-1] += piece
    return parts
