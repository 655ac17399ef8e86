"""Answers in JSON, written without asking each value what it is."""

import json
from typing import Any

from django.http import HttpResponse

__all__ = ["answer"]


def answer(data: Any, *, language: str = "") -> HttpResponse:
    """Return data as JSON, in the language it is written in.

    Operations return this and not the data: django-ninja would check every value of it
    again, which costs more than finding it. Type checkers and tests hold the data to
    the schema that an operation declares.
    """
    # Translations that are looked up late become text here.
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    response = HttpResponse(content, content_type="application/json")
    if language:
        response["Content-Language"] = language
    return response
