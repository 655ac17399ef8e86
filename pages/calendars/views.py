"""Answers with calendars, made once after each change that they may show."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import http_date
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.addresses import absolute
from cms.answers import SOON, for_everybody, hidden_from_indexes, named
from cms.last_change import Made, made_once
from cms.models import SiteSettings
from cms.visibility import public_version
from pages.calendars import feeds
from pages.calendars.links import path_of
from pages.calendars.writing import Feed, build_calendar, serialise
from pages.models import ProjectPage, SeriesPage

__all__ = ["entry", "everything", "programme", "project", "series", "workshop"]

CERTAIN = timedelta(minutes=1)
"""How long after a change its date says for sure that nothing has changed since.

Dates are told in seconds, and of changes at once the one noted last may be the earlier
one (RFC 9110 §8.8.2.2).
"""


@require_safe
def workshop(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with the one event of a workshop."""
    return respond(
        ("workshop", key),
        lambda: feeds.one_workshop(key, language()),
        pgettext("name of a file", "workshop"),
    )


@require_safe
def programme(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with an event for each entry of a workshop's programme."""
    return respond(
        ("programme", key),
        lambda: feeds.whole_programme(key, language()),
        pgettext("name of a file", "programme"),
    )


@require_safe
def entry(request: HttpRequest, key: UUID, uid: UUID) -> HttpResponse:
    """Answer with the event of one entry of a programme."""
    return respond(
        ("entry", key, uid),
        lambda: feeds.one_entry(key, uid, language()),
        pgettext("name of a file", "programme-item"),
    )


@require_safe
def series(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with the feed of a series."""
    return feed(public_version(SeriesPage, key, language()), "series")


@require_safe
def project(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer with the feed of a project, its series included."""
    return feed(public_version(ProjectPage, key, language()), "project")


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Answer with the feed of all workshops of the site in a language.

    What ended before the last year began is in the calendars of projects and series.
    """
    site = Site.find_for_request(request)
    key = site and site.root_page.translation_key
    home = key and public_version(Page, key, language())
    name = SiteSettings.for_request(request).name if home else ""
    return feed(home, "home", name, with_past=False)


def language() -> str:
    return str(get_language())


def feed(
    page: Page | None, column: str, name: str = "", *, with_past: bool = True
) -> HttpResponse:
    if page is None:
        raise Http404
    url = page.get_full_url() or ""
    about = Feed(
        name=name or getattr(page, "full_title", page.title),
        source=absolute(path_of(page), url),
        url=url,
    )
    return respond(
        (column, page.translation_key),
        lambda: feeds.workshops_below(page, language(), column, with_past=with_past),
        page.slug,
        about,
    )


def respond(
    what: tuple[object, ...],
    find: Callable[[], feeds.Answer | None],
    filename: str,
    about: Feed | None = None,
) -> HttpResponse:
    """Send a calendar, to be opened rather than saved: telephones then offer to add it.

    Raises Http404 where nothing is found.
    """

    def make(noted: datetime | None) -> Made | None:
        found = find()
        return None if found is None else written(found, about, noted)

    made = made_once(("calendar", *what, about), make)
    if made is None:
        raise Http404
    response = HttpResponse(made.content, content_type="text/calendar; charset=utf-8")
    response["Content-Language"] = language()
    if made.changed_at and made.changed_at + CERTAIN <= timezone.now():
        response["Last-Modified"] = http_date(made.changed_at.timestamp())
    named(response, f"{filename}.ics")
    return for_everybody(hidden_from_indexes(response), seconds=SOON)


def written(answer: feeds.Answer, about: Feed | None, noted: datetime | None) -> Made:
    """Return a calendar and when it looks otherwise.

    It last did with the last change, or at a moment since then at which something has
    passed by itself.
    """
    now = timezone.now()
    content = serialise(build_calendar(answer.events, about))
    past = [moment for moment in answer.turns if moment <= now]
    to_come = [moment for moment in answer.turns if moment > now]
    changed_at = max([noted, *past]) if noted else None
    return Made(content, changed_at, min(to_come, default=None))
