"""What shared caches may keep, for how long, and under which tags they forget it."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from wagtail.models import Page

from cms.caches.tags import ALL, LISTS, tag_of_page

__all__ = ["HEADER", "SharedAnswers", "is_kept", "note_page_served", "shows_only"]

HEADER = "Cache-Tag"
"""Only for the caches themselves, which take it off: see deploy/varnish."""
SERVED = "served_page"
SHOWN = "shows_only_page"
NOT_SHARED = re.compile(r"\b(no-store|no-cache|private)\b")
LIFETIME = re.compile(r"\b(s-maxage|max-age)=[1-9]")


def shows_only(request: HttpRequest, page: int) -> None:
    """Say that an answer shows one page and what events of it and others name it for.

    Without that an answer is forgotten whenever anything changes, which is always
    right. Only for what is as the delivery API says it of one page: of that the change
    feed is proven to name every page whose answer has changed.
    """
    setattr(request, SHOWN, page)


def note_page_served(
    serve: Callable[..., HttpResponse],
) -> Callable[..., HttpResponse]:
    """Note in a request that a page itself answers, and nothing in place of it.

    A link in Wagtail's chain ``on_serve_page``.
    """

    def noting(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> Any:
        setattr(request, SERVED, True)
        return serve(page, request, args, kwargs)

    return noting


class SharedAnswers:
    """Give pages their lifetime, and what shared caches may keep its tags.

    It stands above the middleware that sets cookies and that answers "not modified": a
    cache that asks whether a page is still the same needs its tags anew.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if hasattr(request, SERVED) and not response.has_header("Cache-Control"):
            add_lifetime(request, response)
        if settings.SHARED_CACHES and is_kept(response):
            response[HEADER] = ",".join(tags_of(request))
        return response


def add_lifetime(request: HttpRequest, response: HttpResponse) -> None:
    """Say who may keep a page.

    Browsers ask each time whether it is still the same, as editors look at once at what
    they have published. What is made for one person is theirs, whatever the page is.
    """
    if is_personal(request, response):
        patch_cache_control(response, private=True, no_cache=True)
    elif settings.PAGE_SHARED_MAX_AGE and response.status_code in (200, 304):
        patch_cache_control(
            response, public=True, max_age=0, s_maxage=settings.PAGE_SHARED_MAX_AGE
        )


def is_personal(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether somebody is signed in or known, or becomes so with this very answer."""
    return bool(
        settings.SESSION_COOKIE_NAME in request.COOKIES
        or response.cookies
        or "cookie" in response.get("Vary", "").lower()
    )


def is_kept(response: HttpResponse) -> bool:
    """Whether shared caches may give an answer to others without asking again."""
    says = response.get("Cache-Control", "")
    return bool(LIFETIME.search(says)) and not NOT_SHARED.search(says)


def tags_of(request: HttpRequest) -> list[str]:
    page = getattr(request, SHOWN, None)
    return [ALL, LISTS if page is None else tag_of_page(page)]
