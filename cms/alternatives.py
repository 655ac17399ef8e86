"""The same content in the other languages, for the header and for search engines."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import (
    get_language,
    get_language_info,
    gettext,
    override,
)
from wagtail.models import Page

from cms.languages import language_codes
from cms.visibility import public

__all__ = ["Alternative", "alternatives"]

HOME_DEPTH = 2  # Wagtail's invisible root is 1.


@dataclass(frozen=True, slots=True)
class Alternative:
    """Where to go for another language; to its home page if there is no version."""

    code: str
    url: str
    is_translation: bool

    @property
    def name(self) -> str:
        """The language in its own words: "English", "Deutsch"."""
        own_name: str = get_language_info(self.code)["name_local"].capitalize()
        return own_name

    @property
    def home_page(self) -> str:
        """What to call its home page, in that language."""
        with override(self.code):
            return gettext("Home page in %(language)s") % {"language": self.name}


def alternatives(request: HttpRequest, page: Page | None) -> list[Alternative]:
    """Return one entry for each other language that has this page or a home page.

    Costs one query at most. Without a page (a search, a plugin's address) the address
    itself is translated; one that nothing was found at leads to the home page.
    """
    codes = [code for code in language_codes() if code != get_language()]
    if page is not None:
        return list(of_page(page, codes, request))
    match = request.resolver_match
    if match is None or match.view_name == "wagtail_serve":
        return [
            Alternative(code, home_url(code), is_translation=True) for code in codes
        ]
    return [
        Alternative(code, translate_url(request.path, code), is_translation=True)
        for code in codes
    ]


def of_page(
    page: Page, codes: list[str], request: HttpRequest
) -> Iterator[Alternative]:
    found = public(
        Page.objects.filter(
            Q(translation_key=page.translation_key) | Q(depth=HOME_DEPTH)
        )
    )
    by_key: dict[Any, dict[str, str]] = defaultdict(dict)
    home_key = None
    for version in found.select_related("locale"):
        url = version.get_url(request)
        by_key[version.translation_key][version.locale.language_code] = url
        if version.depth == HOME_DEPTH and page.path.startswith(version.path):
            home_key = version.translation_key
    for code in codes:
        if url := by_key[page.translation_key].get(code):
            yield Alternative(code, url, is_translation=True)
        elif url := by_key[home_key].get(code):
            yield Alternative(code, url, is_translation=False)


def home_url(code: str) -> str:
    """Return the address of a language's home page."""
    with override(code):
        return reverse("wagtail_serve", args=[""])
