"""What programs ask a site for by fixed names: robots.txt and security.txt."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.addresses import absolute
from cms.languages import language_codes

__all__ = ["robots_txt", "security_txt"]

CLOSED = ("wagtailadmin_home",)
"""Names of what has nothing to read. What says "noindex" must not be among them."""


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Tell programs what not to fetch (RFC 9309), and where all addresses are listed.

    What is to stay out of indexes may be fetched, else nobody would read that it says
    so: the search, and the whole of a site that is not for search engines
    (``SEARCH_ENGINES``), whose addresses are not listed here.
    """
    lines = ["User-agent: *", *(f"Disallow: {reverse(name)}" for name in CLOSED)]
    if settings.SEARCH_ENGINES:
        address = absolute(reverse("sitemap"), request)
        lines += ["", f"Sitemap: {address}"]
    return plain(lines)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weakness (RFC 9116).

    "Not found" without a contact, and from the day on which the file says itself that
    nobody should rely on it any more.
    """
    expires = settings.SECURITY_TXT_EXPIRES
    if not settings.SECURITY_CONTACT or not expires or expires <= timezone.now():
        raise Http404
    own_address = absolute(reverse("security_txt"), settings.WAGTAILADMIN_BASE_URL)
    return plain(
        [
            f"Contact: {settings.SECURITY_CONTACT}",
            f"Expires: {expires.isoformat()}",
            f"Preferred-Languages: {', '.join(language_codes())}",
            f"Canonical: {own_address}",
        ]
    )


def plain(lines: list[str]) -> HttpResponse:
    text = "".join(f"{line}\n" for line in lines)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
