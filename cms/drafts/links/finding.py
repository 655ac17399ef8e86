"""Which link an address has, and which drafts it shows."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page

from cms.drafts.links.models import DraftLink, DraftLinkQuerySet, Scope, digest_of
from cms.languages import language_codes

__all__ = ["find_link", "links_at", "note_opening", "pages_of"]


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
    if not link.is_bundle:
        return {link.page.locale.language_code: link.page}
    key = link.page.translation_key
    rows = Page.objects.filter(translation_key=key).select_related("locale")
    found = {page.locale.language_code: page for page in rows}
    return {code: found[code] for code in language_codes() if code in found}


def links_at(page: Page) -> DraftLinkQuerySet:
    """Return all links that show a page, the newest first."""
    bundles = Q(scope=Scope.BUNDLE, page__translation_key=page.translation_key)
    links = DraftLink.objects.filter(Q(page=page) | bundles)
    return links.order_by("-created_at", "-pk")


def note_opening(link: DraftLink, at: datetime | None = None) -> None:
    """Count that somebody has opened a link, without writing anything else of it."""
    links = DraftLink.objects.filter(pk=link.pk)
    links.update(openings=F("openings") + 1, opened_at=at or timezone.now())
