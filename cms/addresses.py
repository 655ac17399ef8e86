"""Addresses in full, for whoever reads them somewhere else than on the site."""

from urllib.parse import urljoin

from django.http import HttpRequest
from wagtail.models import Site

__all__ = ["absolute"]


def absolute(path: str, of: HttpRequest | str | None = None) -> str:
    """Return a path with scheme and host; a full address stays as it is.

    ``of`` says which host: that of another address (a page's ``full_url``: what belongs
    to a page is where search engines find the page), or that which a request has asked
    for. By default it is that of the default site, in one query: what is printed must
    not name a host that only editors use.
    """
    if isinstance(of, HttpRequest):
        return of.build_absolute_uri(path)
    return urljoin(of or Site.objects.get(is_default_site=True).root_url, path)
