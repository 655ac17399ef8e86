"""Pydantic's complaints in sentences that can be translated and say the way out."""

import re
from typing import Any

from django.utils.translation import gettext_lazy as _

__all__ = ["sentence_of"]

SENTENCES: dict[str, Any] = {
    "missing": _("This parameter is needed."),
    "int_parsing": _("This is not a whole number."),
    "int_parsing_size": _("This number is too large."),
    "int_from_float": _("This is not a whole number."),
    "bool_parsing": _("This is neither true nor false."),
    "uuid_parsing": _("This is not a UUID."),
    "greater_than_equal": _("This must be %(ge)s or more."),
    "less_than_equal": _("This must be %(le)s or less."),
    "string_too_short": _("At least %(min_length)s character is needed."),
    "string_too_long": _("At most %(max_length)s characters are allowed."),
    "string_pattern_mismatch": _("This is not written as it should be: %(pattern)s"),
    "no_path": _("A path begins with “/”, as “/en/projects/”."),
    "literal_error": _("“%(input)s” is none of: %(expected)s."),
    "enum": _("“%(input)s” is none of: %(expected)s."),
    "too_short": _("At least one value is needed."),
    "not_a_date": _("This is not a day. Write it as 2027-03-05."),
}
LITERAL = re.compile("'(?:, | or )'")
"""How pydantic joins the values of a ``Literal``: 'a', 'b' or 'c'."""
LONGEST_SHOWN = 60
OTHERWISE = _("This value is not allowed.")


def sentence_of(error: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Return a lazy sentence for an error of pydantic, and what is put into it."""
    values = {**(error.get("ctx") or {}), "input": shown(error.get("input"))}
    if isinstance(expected := values.get("expected"), str):
        values["expected"] = LITERAL.sub(", ", expected).strip("'")
    return SENTENCES.get(error["type"], OTHERWISE), values


def shown(value: Any) -> str:
    """Return what was sent, as far as people want to read it."""
    text = str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
