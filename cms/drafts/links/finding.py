"""Which link an address has, and which drafts it shows."""

from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page

from cms.drafts.links.models import DraftLink, DraftLinkQuerySet, Scope, digest_of
from cms.languages import language_codes

__all__ = ["find_link", "links_at", "note_opening", "pages_of", "versions_of"]


def find_link(secret: str) -> DraftLink | None:
    """Return a valid link; None for what never was one, has ended or was revoked.

    The three are not told apart, by the database neither: it is one and the same query.
    """
    links = DraftLink.objects.valid().filter(digest=digest_of(secret))
    return links.select_related("page__locale").first()


def pages_of(link: DraftLink) -> dict[str, Any]:
    """Return the pages that a link shows, by language, the source language first.

    They are as in the database; a translation that was made later is among them.
    """
    if link.is_bundle:
        return versions_of(link.page)
    return {link.page.locale.language_code: link.page}


def versions_of(page: Page) -> dict[str, Any]:
    """Return a page in all its languages, the source language first. One query."""
    rows = Page.objects.filter(translation_key=page.translation_key)
    found = {
        version.locale.language_code: version
        for version in rows.select_related("locale")
    }
    return {code: found[code] for code in language_codes() if code in found}


def links_at(page: Page) -> DraftLinkQuerySet:
    """Return all links that show a page, the newest first."""
    bundles = Q(scope=Scope.BUNDLE, page__translation_key=page.translation_key)
    links = DraftLink.objects.filter(Q(page=page) | bundles)
    return links.order_by("-created_at", "-pk")


def note_opening(link: DraftLink) -> None:
    """Count that somebody has opened a link, and write nothing else of it."""
    links = DraftLink.objects.filter(pk=link.pk)
    links.update(openings=F("openings") + 1, opened_at=timezone.now())
