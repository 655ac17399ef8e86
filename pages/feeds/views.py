"""Answers with a feed in the language of its address."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe
from wagtail.models import Site

from cms.addresses import absolute
from cms.answers import SOON, for_everybody
from cms.models import SiteSettings
from cms.visibility import public_version
from pages.feeds.entries import Entry, changes, identity, news, of_project
from pages.feeds.writing import CONTENT_TYPE, Feed, atom
from pages.models import ProjectPage

__all__ = ["changes_feed", "news_feed", "project_feed"]


@require_safe
def news_feed(request: HttpRequest) -> HttpResponse:
    """Answer with the news of the site."""
    return of_site(request, "news", gettext("News"), news)


@require_safe
def changes_feed(request: HttpRequest) -> HttpResponse:
    """Answer with the change notes of all workshops of the site."""
    return of_site(request, "changes", gettext("Changes of workshops"), changes)


@require_safe
def project_feed(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with all that belongs to a project, found by what no rename changes."""
    project = public_version(ProjectPage, key, get_language())
    if project is None:
        raise Http404
    feed = Feed(
        id=identity(key),
        title=str(project.full_title),
        page_url=project.get_full_url() or "",
        url=absolute(reverse("project_feed", args=[key]), request),
        author=author(request),
        language=language(),
        entries=of_project(project),
    )
    return answer(feed)


def of_site(
    request: HttpRequest, name: str, title: str, read: Callable[[Site], list[Entry]]
) -> HttpResponse:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    feed = Feed(
        id=identity(site.root_page.translation_key, f"{language()}:{name}"),
        title=f"{author(request)}: {title}",
        page_url=absolute(reverse("wagtail_serve", args=[""]), request),
        url=absolute(reverse(f"{name}_feed"), request),
        author=author(request),
        language=language(),
        entries=read(site),
    )
    return answer(feed)


def answer(feed: Feed) -> HttpResponse:
    response = HttpResponse(atom(feed), content_type=CONTENT_TYPE)
    return for_everybody(response, seconds=SOON)


def author(request: HttpRequest) -> str:
    """Return the name of the site, which a feed must have (RFC 4287 §4.1.1)."""
    return SiteSettings.for_request(request).name or request.get_host()


def language() -> str:
    return get_language() or ""
