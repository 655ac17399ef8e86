"""Reads a question out of an address, and writes one into it.

Addresses are typed, cut off and guessed. What means nothing in them is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from django.db.models import TextChoices

from search.question import LONGEST_QUESTION, Kind, Order, Period, Question

__all__ = ["Asked", "query_of", "read"]

MOST_DIGITS = {"project": 18, "year": 4, "page": 6}
"""Of numbers in an address: no database knows larger keys, no list has more pages."""

Chosen = TypeVar("Chosen", bound=TextChoices)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and which page of the answer is wanted; the first is 1.

    Of a question that is too long, the text is its beginning.
    """

    question: Question
    page: int = 1
    is_too_long: bool = False

    @property
    def can_be_answered(self) -> bool:
        return bool(self.question.text) and not self.is_too_long


def read(parameters: Mapping[str, str], language: str) -> Asked:
    text = in_one_line(parameters.get("q", ""))
    question = Question(
        text=text[:LONGEST_QUESTION].strip(),
        language=language,
        kind=choice(Kind, parameters.get("type")),
        project=number(parameters, "project"),
        year=number(parameters, "year"),
        period=choice(Period, parameters.get("when")),
        order=choice(Order, parameters.get("sort")) or Order.BEST,
    )
    page = number(parameters, "page") or 1
    return Asked(question, page, is_too_long=len(text) > LONGEST_QUESTION)


def query_of(question: Question) -> str:
    """Return the part of an address behind "?" that asks this, on its first page."""
    values = {
        "q": question.text,
        "type": question.kind,
        "project": question.project,
        "year": question.year,
        "when": question.period,
        "sort": "" if question.order == Order.BEST else question.order,
    }
    return urlencode({name: value for name, value in values.items() if value})


def in_one_line(text: str) -> str:
    """Return the words of a text, without NUL and other signs that nobody can see."""
    seen = (sign if sign.isprintable() else " " for sign in text)
    return " ".join("".join(seen).split())


def choice(choices: type[Chosen], value: str | None) -> Chosen | None:
    return choices(value) if value in choices.values else None


def number(parameters: Mapping[str, str], name: str) -> int | None:
    value = parameters.get(name, "")
    is_number = value.isascii() and value.isdecimal()
    return int(value) if is_number and len(value) <= MOST_DIGITS[name] else None
