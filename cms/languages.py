"""The language of a request, taken from its path and from nothing else."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation

__all__ = [
    "PathLocaleMiddleware",
    "language_choices",
    "language_codes",
    "language_of_path",
    "show_missing_words_in_english",
]


class PathLocaleMiddleware:
    """Activate the language whose prefix the path carries, else the default one.

    Django's LocaleMiddleware also asks cookies and ``Accept-Language`` and therefore
    adds ``Vary``; one address then has several contents and no shared cache helps.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of_path(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        if is_page(request, response):
            response.headers.setdefault("Content-Language", language)
        return response


def language_of_path(path: str) -> str:
    """Return the code of the language of all that is found at an address."""
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE


def is_page(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether it is HTML for visitors, at an address that carries a language.

    Files, the API and the admin are not in the language of their address.
    """
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return False
    fixed = [
        entry.pattern
        for entry in get_resolver().url_patterns
        if not isinstance(entry.pattern, LocalePrefixPattern)
    ]
    path = request.path_info.removeprefix("/")
    return not any(pattern.match(path) for pattern in fixed)


def language_codes() -> list[str]:
    """Return the codes of the content languages, the source language first."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return sorted(codes, key=lambda code: code != settings.LANGUAGE_CODE)


def language_choices() -> list[tuple[str, Any]]:
    """Return code and name of each content language, the source language first."""
    names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    return [(code, names[code]) for code in language_codes()]


def show_missing_words_in_english() -> None:
    """Let a language lack words; what is missing is then shown as the code has it.

    Django completes every language but English with the words of ``LANGUAGE_CODE``: a
    French page would speak German where nobody has translated into French.
    """
    # There is no setting for it.
    complete = DjangoTranslation._add_fallback  # type: ignore[attr-defined]  # noqa: SLF001

    def complete_variants(catalogue: Any, localedirs: Any = None) -> None:
        if catalogue.language().startswith(f"{settings.LANGUAGE_CODE}-"):
            complete(catalogue, localedirs)

    DjangoTranslation._add_fallback = complete_variants  # type: ignore[attr-defined]  # noqa: SLF001
