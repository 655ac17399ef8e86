"""The language of a request, taken from its path and from nothing else."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

__all__ = ["PathLocaleMiddleware", "language_choices", "language_codes"]


class PathLocaleMiddleware:
    """Activate the language whose prefix the path carries, else the default one.

    Django's LocaleMiddleware also asks cookies and ``Accept-Language`` and therefore
    adds ``Vary``; one address then has several contents and no shared cache helps.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info)
        language = language or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def language_codes() -> list[str]:
    """Return the codes of the content languages, the source language first."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return sorted(codes, key=lambda code: code != settings.LANGUAGE_CODE)


def language_choices() -> list[tuple[str, Any]]:
    """Return code and name of each content language, the source language first."""
    names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    return [(code, names[code]) for code in language_codes()]
