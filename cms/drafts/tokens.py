"""What a token stands for. Each kind of token begins with a name of its own.

A token that is wrong, expired, withdrawn or of an unknown kind is the same to whoever
has it: there is nothing. So guessing and asking again tell nobody anything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from wagtail.models import Site

__all__ = ["LONGEST", "Draft", "Source", "register_source", "resolve"]

Source = Literal["preview", "link"]
"""An editor's preview, or a link that was given to somebody."""
SIGN = "."
LONGEST = 200
"""How many characters a token has at most."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a token stands for: objects as they are written, public or not.

    ``objects`` are pages and snippets made from data; some were never saved. Whoever
    shows them lets them be shown, and nothing else that is not public.
    """

    source: Source
    site: Site
    objects: tuple[Any, ...]
    expires_at: datetime


Resolve = Callable[[str], Draft | None]
SOURCES: dict[str, Resolve] = {}


def register_source(source: Source, find: Resolve) -> None:
    """Let tokens "<source>.<rest>" be read by a function, which is given the rest.

    It returns None for whatever it does not give a draft for, and raises nothing.
    """
    SOURCES[source] = find


def resolve(token: str) -> Draft | None:
    """Return the draft behind a token; None if there is none, for whatever reason."""
    source, _sign, rest = token.partition(SIGN)
    find = SOURCES.get(source)
    if find is None or not rest or len(token) > LONGEST:
        return None
    return find(rest)
