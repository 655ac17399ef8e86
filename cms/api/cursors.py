"""Marks in a list: where the next part begins, whatever comes and goes meanwhile."""

import base64
import binascii
import hashlib
import json
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.api.problems import Problem

__all__ = ["NO_CURSOR", "read_cursor", "write_cursor"]


def write_cursor(question: Any, *place: Any) -> str:
    """Return a mark for a place in the answer to a question, fit for an address.

    ``place`` are texts, numbers and nothing else. The mark is no secret: who makes up
    one gets another part of what is public.
    """
    content = json.dumps([print_of(question), *place], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def read_cursor(question: Any, cursor: str, *kinds: type) -> list[Any]:
    """Return the place behind a mark, whose parts are of these kinds.

    Raises Problem for what is no mark, and for the mark of another question.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        asked, *place = json.loads(
            base64.b64decode(padded, altchars=b"-_", validate=True)
        )
    except (ValueError, TypeError, binascii.Error, RecursionError):
        raise Problem.at("cursor", NO_CURSOR) from None
    if len(place) != len(kinds) or not all(
        type(part) is kind for part, kind in zip(place, kinds, strict=True)
    ):
        raise Problem.at("cursor", NO_CURSOR)
    if asked != print_of(question):
        raise Problem.at("cursor", OTHER_QUESTION)
    return place


NO_CURSOR = _("This is no cursor. Use “next” of the answer before, unchanged.")
OTHER_QUESTION = _(
    "This cursor belongs to another question. Keep all parameters from part to part."
)


def print_of(question: Any) -> str:
    return hashlib.sha256(repr(question).encode()).hexdigest()[:12]
