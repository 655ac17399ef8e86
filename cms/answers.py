"""What answers for programs have in common: who may keep them, and their names.

For files, calendars, feeds and the like; pages have their own rules.
"""

from django.http import HttpResponse
from django.utils.cache import patch_cache_control, set_response_etag
from django.utils.http import content_disposition_header

__all__ = ["A_DAY", "SOON", "for_everybody", "hidden_from_indexes", "named"]

SOON = 300
"""Seconds after which what can be called off has to be asked for again."""
A_DAY = 24 * 60 * 60


def for_everybody(response: HttpResponse, *, seconds: int = 0) -> HttpResponse:
    """Let caches keep what is the same for all; for 0 seconds they ask each time.

    The ETag is that of the content, for HEAD as well, which ConditionalGetMiddleware
    would leave without one.
    """
    if seconds:
        patch_cache_control(response, public=True, max_age=seconds)
    else:
        patch_cache_control(response, public=True, no_cache=True)
    if response.status_code == 200 and not response.has_header("ETag"):
        set_response_etag(response)
    return response


def hidden_from_indexes(response: HttpResponse) -> HttpResponse:
    """Ask search engines to lead to the page that an answer is about instead."""
    response["X-Robots-Tag"] = "noindex"
    return response


def named(response: HttpResponse, name: str, *, is_saved: bool = False) -> HttpResponse:
    """Name a file, in any letters (RFC 6266). It is opened unless it shall be saved."""
    header = content_disposition_header(is_saved, name)
    response["Content-Disposition"] = str(header)
    return response
