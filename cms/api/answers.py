"""Answers in JSON, written without asking each value what it is."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse

__all__ = ["answer", "answer_list", "encoded"]


def answer(data: Any, *, language: str = "") -> HttpResponse:
    """Return data as JSON, in the language it is written in.

    Operations return this and not the data: django-ninja would check every value of it
    again, which costs more than finding it. Type checkers and tests hold the data to
    the schema that an operation declares.
    """
    return respond(encoded(data), language)


def answer_list(
    items: Iterable[str], following: str | None, *, language: str = ""
) -> HttpResponse:
    """Return a part of a list whose items are JSON already, and where it goes on."""
    content = f'{{"items":[{",".join(items)}],"next":{encoded(following)}}}'
    return respond(content, language)


def encoded(data: Any) -> str:
    """Return data as JSON."""
    # Translations that are looked up late become text here.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)


def respond(content: str, language: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/json")
    if language:
        response["Content-Language"] = language
    return response
