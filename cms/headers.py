"""Response headers that differ between the site and its admin."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

__all__ = ["AdminContentSecurityPolicy"]


class AdminContentSecurityPolicy:
    """Replace the site's strict policy by the looser one below the admin's address.

    It stands below django-csp's middleware, which reads the attribute set here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(reverse("wagtailadmin_home")):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]  # django-csp's own protocol
        return response
