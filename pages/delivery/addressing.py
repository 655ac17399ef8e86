"""What is found at an address of the site: a page, the way to one, or nothing."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.fallback import find_versions
from cms.languages import language_of_path
from cms.visibility import public
from pages.delivery.guarding import Guard
from pages.delivery.selection import pages_of_site

__all__ = ["Elsewhere", "elsewhere", "page_at"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where an address leads. ``page`` is a public one of ours, if it is one."""

    url: str
    is_permanent: bool
    page: Any = None


def page_at(path: str, site: Site, guard: Guard) -> tuple[int, int] | None:
    """Return the key and content type of the public page at an address."""
    language = language_of_path(path)
    root = root_path(site, language)
    if root is None:
        return None
    pages = pages_of_site(site, guard, language)
    rows = pages.filter(url_path=root + "/".join([*slugs_of(path), ""]))
    found: tuple[int, int] | None = rows.values_list("pk", "content_type_id").first()
    return found


def root_path(site: Site, language: str) -> str | None:
    """Return what the URL paths of a language begin with, "/start/"."""
    roots = Site.get_site_root_paths()
    own = (
        root.root_path
        for root in roots
        if (root.site_id, root.language_code) == (site.pk, language)
    )
    return next(own, None)


def slugs_of(path: str) -> list[str]:
    """Return the parts of an address behind the prefix of its language."""
    slugs = [slug for slug in unquote(urlsplit(path).path).split("/") if slug]
    is_prefixed = language_of_path(path) != settings.LANGUAGE_CODE
    return slugs[1:] if is_prefixed else slugs


def elsewhere(path: str, site: Site, request: HttpRequest) -> Elsewhere | None:
    """Return where visitors of an address without a page are led, as the site does."""
    redirect = get_redirect(request, Redirect.normalise_path(path))
    if redirect is not None:
        return target_of(redirect)
    return original_of(path, site)


def target_of(redirect: Any) -> Elsewhere | None:
    """Return where a redirect leads; None if that is not public."""
    page = redirect.redirect_page
    if page is None:
        link = redirect.link
        url = urljoin(redirect_root(redirect), link) if link else ""
        return Elsewhere(url, redirect.is_permanent) if url else None
    if not public(Page.objects.filter(pk=page.pk)).exists():
        return None
    url = page.get_full_url() or ""
    return Elsewhere(url, redirect.is_permanent, page) if url else None


def redirect_root(redirect: Any) -> str:
    site = redirect.site or Site.objects.filter(is_default_site=True).first()
    return str(site.root_url) if site else ""


def original_of(path: str, site: Site) -> Elsewhere | None:
    """Return the German page where there is none in the language of the address."""
    language = language_of_path(path)
    if language == settings.LANGUAGE_CODE:
        return None
    found = find_versions(site, slugs_of(path), language)
    versions = list(public(found)) if found is not None else []
    for page in versions:
        if page.locale.language_code == settings.LANGUAGE_CODE:
            url = page.get_full_url() or ""
            return Elsewhere(url, is_permanent=False, page=page) if url else None
    return None
