"""The same content in the other languages, for the header and for search engines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
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
from cms.visibility import live_and_told_apart

__all__ = [
    "Alternative",
    "MissingVersion",
    "alternatives",
    "default_url",
    "home_pages",
    "missing_version",
    "url_instead",
]

HOME_DEPTH = 2  # Wagtail's invisible root is 1.
WANTED = "from"
"""Query parameter: the language in which a visitor was looking for the page."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Where to go for another language; to its home page if there is no version."""

    code: str
    url: str
    is_translation: bool
    full_url: str = ""
    """With scheme and host, for search engines; known of versions of a page only.

    Where two sites show the same pages it is that of the default site, so that search
    engines find each page once.
    """

    @property
    def name(self) -> str:
        """The language in its own words: "English", "Deutsch"."""
        return own_name(self.code)

    @property
    def home_page(self) -> str:
        """What to call its home page, in that language."""
        with override(self.code):
            return gettext("Home page in %(language)s") % {"language": self.name}


@dataclass(frozen=True, slots=True)
class MissingVersion:
    """A language a visitor wanted, and in which the page shown does not exist yet."""

    code: str

    @property
    def here(self) -> str:
        """A sentence about it in the language of the page shown."""
        return gettext("This page is not available in %(language)s yet.") % {
            "language": language_name(self.code)
        }

    @property
    def there(self) -> str:
        """The same in the language the visitor wanted, with what is shown instead."""
        shown = get_language()
        with override(self.code):
            sentence = gettext(
                "This page is not available in %(language)s yet. You see it in "
                "%(shown)s."
            )
            return sentence % {
                "language": language_name(self.code),
                "shown": language_name(shown or settings.LANGUAGE_CODE),
            }


def alternatives(request: HttpRequest, page: Page | None) -> list[Alternative]:
    """Return one entry for each other language that has this page or a home page.

    Costs one query at most. Without a page (a search, a plugin's address) the address
    itself is translated; one that nothing was found at leads to the home page. A view
    that knows better has said so at the request (``request.alternatives``).
    """
    known: list[Alternative] | None = getattr(request, "alternatives", None)
    if known is not None:
        return known
    codes = other_languages()
    if page is not None:
        return list(of_page(page, codes, request))
    match = request.resolver_match
    if match is None or match.view_name == "wagtail_serve":
        return home_pages()
    return [
        Alternative(code, translate_url(request.path, code), is_translation=True)
        for code in codes
    ]


def home_pages() -> list[Alternative]:
    """Return the home pages in the other languages, as if nothing else were there."""
    return [
        Alternative(code, home_url(code), is_translation=True)
        for code in other_languages()
    ]


def other_languages() -> list[str]:
    return [code for code in language_codes() if code != get_language()]


def missing_version(
    request: HttpRequest, languages: Sequence[Alternative]
) -> MissingVersion | None:
    """Return what an address says that was made by :func:`url_instead`.

    Nothing else of the address is shown, and nothing at all once there is a version.
    """
    code = request.GET.get(WANTED)
    if code not in language_codes() or code == get_language():
        return None
    if any(one.code == code and one.is_translation for one in languages):
        return None
    return MissingVersion(code)


def url_instead(page: Page, wanted: str, request: HttpRequest) -> str:
    """Return the address of a page for somebody who wanted it in another language."""
    return f"{page.get_url(request)}?{urlencode({WANTED: wanted})}"


def default_url(page: Page, languages: Sequence[Alternative]) -> str:
    """Return where readers of any other language go: the version of the source one."""
    if get_language() == settings.LANGUAGE_CODE:
        return page.get_full_url() or ""
    versions = (
        one.full_url
        for one in languages
        if one.is_translation and one.code == settings.LANGUAGE_CODE
    )
    return next(versions, "")


def of_page(
    page: Page, codes: list[str], request: HttpRequest
) -> Iterator[Alternative]:
    found = live_and_told_apart(
        Page.objects.filter(
            Q(translation_key=page.translation_key) | Q(depth=HOME_DEPTH)
        )
    )
    by_key: dict[Any, dict[str, Page]] = defaultdict(dict)
    home_key = None
    for version in told_of(page, found.select_related("locale")):
        by_key[version.translation_key][version.locale.language_code] = version
        if version.depth == HOME_DEPTH and page.path.startswith(version.path):
            home_key = version.translation_key
    for code in codes:
        if home_key and code not in by_key[home_key]:
            continue  # Without a home page no address of the language leads anywhere.
        if version := by_key[page.translation_key].get(code):
            url = version.get_url(request)
            full_url = "" if version.is_private else version.get_full_url()
            yield Alternative(code, url, is_translation=True, full_url=full_url)
        elif version := by_key[home_key].get(code):
            yield Alternative(code, version.get_url(request), is_translation=False)


def told_of(page: Page, found: Iterable[Any]) -> list[Any]:
    """Leave the versions that whoever asks for a page may know of.

    Whoever is at a private page, be it that they are asked for its password, knows that
    there is such a page; its other versions ask for themselves. Nobody is told of the
    private version of a public page.
    """
    versions = list(found)
    is_private = any(one.pk == page.pk and one.is_private for one in versions)
    return [
        one
        for one in versions
        if not one.is_private
        or (is_private and one.translation_key == page.translation_key)
    ]


def home_url(code: str) -> str:
    """Return the address of a language's home page."""
    with override(code):
        return reverse("wagtail_serve", args=[""])


def own_name(code: str) -> str:
    name: str = get_language_info(code)["name_local"].capitalize()
    return name


def language_name(code: str) -> str:
    """Return the name of a language in the active one: "German", "Deutsch"."""
    return str(get_language_info(code)["name_translated"])
