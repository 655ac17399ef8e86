"""What may be asked: documented parameters, each once, with text that can be text."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import ResolverMatch
from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from cms.api.problems import Fault

__all__ = [
    "Day",
    "Several",
    "faults_of_parameters",
    "is_unreadable",
    "template_of",
]

LONGEST = 2000
"""How many characters a parameter may have, if its own description says no less."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
PLACE = re.compile(r"<(?:[^:>]+:)?([^>]+)>")


def template_of(match: ResolverMatch) -> str:
    """Return a route as OpenAPI writes it: "/api/v1/pages/{page_id}"."""
    return "/" + PLACE.sub(r"{\1}", match.route)


def faults_of_parameters(request: HttpRequest, known: frozenset[str]) -> list[Fault]:
    """Return what is wrong with the parameters of a request, before what they mean.

    What is not documented is refused and not ignored: a filter with a slip of the pen
    would otherwise answer with everything.
    """
    return [fault for name in request.GET for fault in faults_of(request, name, known)]


def faults_of(
    request: HttpRequest, name: str, known: frozenset[str]
) -> Iterator[Fault]:
    values = request.GET.getlist(name)
    if name not in known:
        yield unknown(name, known)
    elif len(values) > 1:
        yield Fault(
            name, _("This parameter is there twice. Separate values by commas.")
        )
    elif any(is_unreadable(sign) for sign in values[0]):
        yield Fault(name, _("There are characters in it that are no text in UTF-8."))
    elif len(values[0]) > LONGEST:
        limit = (("max_length", LONGEST),)
        yield Fault(name, _("At most %(max_length)s characters are allowed."), limit)


def is_unreadable(sign: str) -> bool:
    """Whether a character cannot be searched: NUL and its like, or broken UTF-8."""
    return sign < " " or "\x7f" <= sign < "\xa0" or sign == "\N{REPLACEMENT CHARACTER}"


def unknown(name: str, known: frozenset[str]) -> Fault:
    shown = "".join("?" if is_unreadable(sign) else sign for sign in name[:60])
    if not known:
        return Fault(shown, _("There is no such parameter; this address has none."))
    names = (("known", ", ".join(sorted(known))),)
    return Fault(shown, _("There is no such parameter. There are: %(known)s."), names)


def read_day(value: Any) -> Any:
    """Read a day, and nothing else that pydantic would take for one."""
    if not isinstance(value, str):
        return value
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("not_a_date", "not a day")


Day = Annotated[
    Any,
    BeforeValidator(read_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2027-03-05"]}),
]
"""A day as 2027-03-05; None where nobody asked."""


def split(value: Any) -> Any:
    """Divide "a,b" as a list parameter is written."""
    parts = value if isinstance(value, list) else [value]
    return [one.strip() for part in parts for one in str(part).split(",")]


Several = (BeforeValidator(split), Field(min_length=1))
"""Of a list parameter: its values are separated by commas."""
