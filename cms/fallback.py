"""Where readers go whose page does not exist in their language: to its original."""

from collections.abc import Callable, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirect
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from cms.alternatives import url_instead
from cms.visibility import public

__all__ = ["OriginalInstead"]


class OriginalInstead:
    """Answer "not found" below a language's prefix with a way to the original, if any.

    An address is found by the slugs of its language as far as they lead, then by those
    of the source language. It stands above Wagtail's redirects, which come first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or not is_translated_page(request):
            return response
        url = address_instead(request)
        # Not for good: the page may be translated tomorrow.
        return HttpResponseRedirect(url) if url else response


def is_translated_page(request: HttpRequest) -> bool:
    match = request.resolver_match
    return (
        request.method in {"GET", "HEAD"}
        and request.LANGUAGE_CODE != settings.LANGUAGE_CODE
        and match is not None
        and match.view_name == "wagtail_serve"
    )


def address_instead(request: HttpRequest) -> str | None:
    """Return where the page asked for is found, None if visitors may not see it.

    A page that they could not open anyway is treated like one that does not exist.
    While the home page of a language is not public, none below it can be opened.
    """
    site, match = Site.find_for_request(request), request.resolver_match
    if site is None or match is None:
        return None
    language = request.LANGUAGE_CODE
    slugs = [slug for slug in match.args[0].split("/") if slug]
    found = find_versions(site, slugs, language)
    seen = {page.locale.language_code: page for page in public(found)} if found else {}
    translation = seen.get(language)
    if translation and site.root_page.localized.locale_id == translation.locale_id:
        url: str = translation.get_url(request)
        return url if url != request.path else None
    original = seen.get(settings.LANGUAGE_CODE)
    return url_instead(original, language, request) if original else None


def find_versions(
    site: Site, slugs: Sequence[str], language: str
) -> PageQuerySet | None:
    """Return the versions of the page at the end of a way, published or not.

    An address that leads nowhere costs one query, each step that it does lead two.
    """
    versions = versions_of(site.root_page, language)
    parents = [
        root.root_path
        for root in Site.get_site_root_paths()
        if root.site_id == site.pk
        and root.language_code in (language, settings.LANGUAGE_CODE)
    ]
    for step, slug in enumerate(slugs):
        if step:
            parents = [version.url_path for version in versions]
        child = child_of(parents, slug, language)
        if child is None:
            return None
        versions = versions_of(child, language)
    return versions


def versions_of(page: Page, language: str) -> PageQuerySet:
    """Return a page in a language and in the source language, with their locales."""
    return Page.objects.filter(
        translation_key=page.translation_key,
        locale__language_code__in=(language, settings.LANGUAGE_CODE),
    ).select_related("locale")


def child_of(parents: Sequence[str], slug: str, language: str) -> Page | None:
    """Return the page with a slug below one of the paths, better in the language."""
    found = Page.objects.filter(
        slug=slug, url_path__in=[f"{parent}{slug}/" for parent in parents]
    )
    return min(
        found.select_related("locale"),
        key=lambda page: page.locale.language_code != language,
        default=None,
    )
