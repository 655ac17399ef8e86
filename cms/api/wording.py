"""Pydantic's complaints in sentences that can be translated and say the way out."""

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
    "literal_error": _("This is none of: %(expected)s."),
    "enum": _("This is none of: %(expected)s."),
    "too_short": _("At least one value is needed."),
    "not_a_date": _("This is not a day. Write it as 2027-03-05."),
}
OTHERWISE = _("This value is not allowed.")


def sentence_of(error: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Return a lazy sentence for an error of pydantic, and what is put into it."""
    return SENTENCES.get(error["type"], OTHERWISE), error.get("ctx") or {}
