"""Leads visitors from a former address to where the page is now."""

from urllib.parse import urlsplit

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.answers import for_everybody
from cms.api.problems import MEDIA_TYPE
from cms.visibility import public

__all__ = ["LiveRedirects"]


class LiveRedirects(RedirectMiddleware):
    """As Wagtail's, but what is not public is "not found" under former addresses, too.

    Caches ask each time: a page can return to an address that it has left, and browsers
    that have kept both redirects for good would go in a circle.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        is_page = response.headers.get("Content-Type") != MEDIA_TYPE
        if response.status_code != 404 or not is_page:
            return response
        # With the query first, as Wagtail does: people may have written one with it.
        whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        alone = urlsplit(whole).path
        found = get_redirect(request, whole)
        if found is None and alone != whole:
            found = get_redirect(request, alone)
        return (answer(found, request) if found else None) or response


def answer(redirect: Redirect, request: HttpRequest) -> HttpResponse | None:
    """Return where a redirect leads; None if there is nothing for visitors."""
    link = target(redirect, request)
    if not link:
        return None
    response: HttpResponse = HttpResponseRedirect(link)
    if redirect.is_permanent:
        response = HttpResponsePermanentRedirect(link)
    return for_everybody(response)


def target(redirect: Redirect, request: HttpRequest) -> str | None:
    page = redirect.redirect_page
    if page is not None and not public(Page.objects.filter(pk=page.pk)).exists():
        return None
    # A page on the host that was asked, if it is there.
    is_page = page is not None and not redirect.redirect_page_route_path
    link: str | None = page.get_url(request) if is_page else redirect.link
    return link
