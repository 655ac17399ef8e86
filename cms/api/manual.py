"""The API's manual for people: a page made of its OpenAPI document."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_info, override
from django.views.decorators.http import require_safe

from cms.api.problems import TITLES, language_asked
from cms.api.shell import delivery_api
from cms.languages import language_codes

__all__ = ["manual"]


@require_safe
def manual(request: HttpRequest) -> HttpResponse:
    """Answer with all operations, their parameters and the errors, in a language.

    The words of the description itself are English, as the code is.
    """
    language = language_asked(request)
    others = [code for code in language_codes() if code != language]
    with override(language):
        context = {
            "operations": list(operations()),
            "problems": list(TITLES.items()),
            "other_languages": [(code, own_name(code)) for code in others],
        }
        response = render(request, "cms/api/manual.html", context)
    response["Content-Language"] = language
    return response


def operations() -> Iterator[dict[str, Any]]:
    """Yield what the page shows of each operation."""
    for path, methods in delivery_api().described["paths"].items():
        operation = methods["get"]
        yield {
            "path": path,
            "id": operation["operationId"],
            "description": operation.get("description") or operation["summary"],
            "parameters": operation.get("parameters", ()),
        }


def own_name(code: str) -> str:
    name: str = get_language_info(code)["name_local"].capitalize()
    return name
