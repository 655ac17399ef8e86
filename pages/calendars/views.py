"""Answers with calendars. ConditionalGetMiddleware adds ETag and 304."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, http_date
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.models import SiteSettings
from pages.calendars import feeds, links
from pages.calendars.writing import Feed, build_calendar, serialise
from pages.models import ProjectPage, SeriesPage

__all__ = ["entry", "everything", "programme", "project", "series", "workshop"]

MAX_AGE = 300
"""For how many seconds caches may answer without asking: who is cancelled must know."""


@require_safe
def workshop(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with the one event of a workshop."""
    return respond(
        feeds.one_workshop(key, language()), pgettext("name of a file", "workshop")
    )


@require_safe
def programme(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with an event for each entry of a workshop's programme."""
    return respond(
        feeds.whole_programme(key, language()), pgettext("name of a file", "programme")
    )


@require_safe
def entry(request: HttpRequest, key: UUID, uid: UUID) -> HttpResponse:
    """Answer with the event of one entry of a programme."""
    return respond(
        feeds.one_entry(key, uid, language()),
        pgettext("name of a file", "programme-item"),
    )


@require_safe
def series(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with the feed of a series."""
    return feed(feeds.find_page(SeriesPage, key, language()), "series")


@require_safe
def project(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with the feed of a project, its series included."""
    return feed(feeds.find_page(ProjectPage, key, language()), "project")


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Answer with the feed of all workshops of the site in a language."""
    site = Site.find_for_request(request)
    key = site and site.root_page.translation_key
    home = key and feeds.find_page(Page, key, language())
    name = SiteSettings.for_request(request).name if home else ""
    return feed(home, "home", name)


def language() -> str:
    return str(get_language())


def feed(page: Page | None, column: str, name: str = "") -> HttpResponse:
    if page is None:
        raise Http404
    url = page.get_full_url() or ""
    about = Feed(
        name=name or getattr(page, "full_title", page.title),
        source=links.on_site_of(url, links.path_of(page)),
        url=url,
    )
    found = feeds.workshops_below(page, language(), column)
    return respond(found, page.slug, about)


def respond(
    answer: feeds.Answer | None, filename: str, about: Feed | None = None
) -> HttpResponse:
    """Send a calendar, to be opened rather than saved: telephones then offer to add it.

    Raises Http404 without an answer.
    """
    if answer is None:
        raise Http404
    response = HttpResponse(
        serialise(build_calendar(answer.events, about)),
        content_type="text/calendar; charset=utf-8",
    )
    name = f"{filename}.ics"
    response["Content-Disposition"] = str(content_disposition_header(False, name))  # noqa: FBT003 (it takes no keywords)
    response["Content-Language"] = language()
    response["X-Robots-Tag"] = "noindex"
    if answer.changed_at:
        response["Last-Modified"] = http_date(answer.changed_at.timestamp())
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response
