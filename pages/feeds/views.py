"""Answers with a feed in the language of its address.

ConditionalGetMiddleware adds an ETag of the content; unchanged, it is not sent again.
"""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe
from wagtail.models import Site

from cms.models import SiteSettings
from cms.visibility import public
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
    found = ProjectPage.objects.filter(
        translation_key=key, locale__language_code=get_language()
    )
    project = public(found).first()
    if project is None:
        raise Http404
    feed = Feed(
        id=identity(key),
        title=str(project.full_title),
        page_url=project.get_full_url() or "",
        url=request.build_absolute_uri(request.path),
        author=author(request),
        language=language(),
        entries=of_project(project),
    )
    return HttpResponse(atom(feed), content_type=CONTENT_TYPE)


def of_site(
    request: HttpRequest, name: str, title: str, read: Callable[[Site], list[Entry]]
) -> HttpResponse:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    feed = Feed(
        id=identity(site.root_page.translation_key, f"{language()}:{name}"),
        title=f"{author(request)}: {title}",
        page_url=request.build_absolute_uri(reverse("wagtail_serve", args=[""])),
        url=request.build_absolute_uri(request.path),
        author=author(request),
        language=language(),
        entries=read(site),
    )
    return HttpResponse(atom(feed), content_type=CONTENT_TYPE)


def author(request: HttpRequest) -> str:
    """Return the name of the site, which a feed must have (RFC 4287 §4.1.1)."""
    return SiteSettings.for_request(request).name or request.get_host()


def language() -> str:
    return get_language() or ""
