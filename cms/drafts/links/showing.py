"""A draft as the readers of a link see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext, pgettext
from wagtail.models import Page

from cms.alternatives import Alternative
from cms.drafts.links.models import DraftLink
from cms.drafts.referring import newest_version
from cms.visibility import public

__all__ = ["ShownDraft", "newest_draft", "public_url"]


def newest_draft(page: Page) -> Any:
    """Return a page as it was last saved.

    It counts as not public: what programs read, calendars and files are made of the
    public version, and would say something else than the draft.
    """
    draft = newest_version(page)
    draft.live = False
    return draft


@dataclass(frozen=True)
class ShownDraft:
    """What the page around a draft says of it. Templates find it at the request."""

    link: DraftLink
    version: Page
    """The page as it is in the database."""
    languages: tuple[str, ...]
    """Those in which the link shows the page."""
    public_url: str = ""
    """Where visitors read the page, if it is for everybody."""

    @property
    def alternatives(self) -> list[Alternative]:
        """The drafts in the other languages, for the header of the page."""
        own = self.version.locale.language_code
        return [
            Alternative(code, self.link.path(code), is_translation=True)
            for code in self.languages
            if code != own
        ]

    @property
    def is_published(self) -> bool:
        """Whether what it shows is what visitors read by now."""
        return bool(self.version.live and not self.version.has_unpublished_changes)

    @property
    def state(self) -> str:
        if self.is_published:
            return gettext("This version has been published.")
        if self.version.live:
            return gettext("Draft – with changes that are not published")
        return gettext("Draft – not published")

    @property
    def details(self) -> str:
        """When it was saved, and until when the link is valid."""
        values = {
            "moment": in_words(self.saved_at),
            "day": day_in_words(self.link.last_day),
        }
        if self.saved_at is None:
            return gettext("This link is valid until the end of %(day)s.") % values
        return (
            gettext("As of %(moment)s. This link is valid until the end of %(day)s.")
            % values
        )

    @property
    def saved_at(self) -> datetime | None:
        moment: datetime | None = self.version.latest_revision_created_at
        return moment or self.version.last_published_at


def public_url(version: Page, request: HttpRequest) -> str:
    """Return where visitors read a page; "" if it is not for everybody."""
    if not version.live or not public(Page.objects.filter(pk=version.pk)).exists():
        return ""
    return version.get_url(request) or ""


def in_words(moment: datetime | None) -> str:
    """Return "27. November 2026, 14:05 Uhr" on the clocks of the site."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    pattern = pgettext("time of day, in Django's letters", "g:i A")
    words = time_format(local, pattern).lower()
    return gettext("%(day)s, %(time)s") % {"day": day_in_words(local), "time": words}


def day_in_words(day: Any) -> str:
    return date_format(day, pgettext("date, in Django's letters", "j F Y"))
