"""Response headers that differ between the site and its admin."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

__all__ = ["ContentSecurityPolicies", "NotForSearchEngines"]


class ContentSecurityPolicies:
    """Loosen the site's strict policy where it has to be.

    Below the admin's address another policy takes its place. The preview beside a form
    gets only the admin's styles: what checks it for the editor writes some itself. On a
    page with a theme, exactly this theme's style is allowed, by its hash: a page that a
    cache has kept goes on fitting its header, which a nonce would not.

    It stands below django-csp's middleware, which reads the attributes set here, and
    above ConditionalGetMiddleware, whose "not modified" renews the header of a page
    that a browser has kept.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(reverse("wagtailadmin_home")):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]  # django-csp's own protocol
        elif getattr(request, "in_preview_panel", False):
            styles = settings.ADMIN_CONTENT_SECURITY_POLICY["style-src"]
            response._csp_replace = {"style-src": styles}  # type: ignore[attr-defined]  # as above
        elif source := getattr(request, "theme_source", ""):
            response._csp_update = {"style-src": [source]}  # type: ignore[attr-defined]  # as above
        return response


class NotForSearchEngines:
    """Keep a whole site, its files too, out of indexes (``SEARCH_ENGINES`` is off).

    robots.txt would keep programs from reading this, and not from listing what others
    link to.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.SEARCH_ENGINES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
