"""The page itself, in a language of the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_info, override
from django.views.decorators.http import require_safe

from cms.api.manual.operations import operations
from cms.api.manual.types import types
from cms.api.problems import TITLES, language_asked
from cms.api.shell import delivery_api
from cms.languages import language_codes

__all__ = ["manual"]


@require_safe
def manual(request: HttpRequest) -> HttpResponse:
    """Answer with all operations, their answers and the errors, in a language.

    The words of the description itself are English, as the code is.
    """
    language = language_asked(request)
    others = [code for code in language_codes() if code != language]
    described = delivery_api().described
    with override(language):
        context = {
            "operations": operations(described),
            "types": types(described),
            "problems": list(TITLES.items()),
            "other_languages": [(code, own_name(code)) for code in others],
        }
        response = render(request, "cms/api/manual.html", context)
    response["Content-Language"] = language
    return response


def own_name(code: str) -> str:
    name: str = get_language_info(code)["name_local"].capitalize()
    return name
