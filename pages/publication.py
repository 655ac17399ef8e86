"""The dates that visitors see, versions of the text, and how publishing moves them.

Wagtail's own timestamps move with every sync, import and republication. Ours say when
a person changed what the page says. Translations are compared by versions, which are
counted and not timed: two publications in one second are two versions.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPagePermissionError

if TYPE_CHECKING:
    from pages.models import ContentPage

__all__ = ["accepting", "note_publication"]

ACCEPTED: ContextVar[frozenset[str]] = ContextVar(
    "accepted_fields", default=frozenset()
)


@contextmanager
def accepting(fields: Iterable[str]) -> Iterator[None]:
    """Let errors in some fields stop no publication: they are public already."""
    token = ACCEPTED.set(frozenset(fields))
    try:
        yield
    finally:
        ACCEPTED.reset(token)


def note_publication(page: "ContentPage") -> None:
    """Date a page that is about to be saved, if that save publishes a revision.

    Wagtail publishes from many places (forms, bulk actions, schedules, workflows); all
    of them save the page with a new live revision, and nothing else does. The editor's
    form has marked the draft as a change worth a date. The mark is used up here, in the
    revision too, so that publishing it once more moves nothing.

    Raises PublishPagePermissionError if the page contradicts itself. The admin's forms
    say so before; this is for everyone who publishes without them.
    """
    stored = stored_state(page)
    if not page.live or page.live_revision_id in {None, stored["live_revision_id"]}:
        return
    errors = page.publication_errors()
    if sentences := [errors[name] for name in errors.keys() - ACCEPTED.get()]:
        raise PublishPagePermissionError(" ".join(sorted(sentences)))
    page.content_updated_at = date_of_publication(page, stored["content_updated_at"])
    if page.is_original:
        count_version(page, stored)
    page.update_pending = False
    revision = page.live_revision
    revision.content.update(
        content_updated_at=page.content_updated_at.isoformat(),
        text_version=page.text_version,
        text_version_at=page.text_version_at and page.text_version_at.isoformat(),
        update_pending=False,
    )
    revision.save(update_fields=["content"])


def count_version(page: "ContentPage", stored: dict[str, Any]) -> None:
    """Count a publication that is worth a date, the first one in any case.

    What a revision says about versions is as old as the revision; the row counts.
    """
    page.text_version = stored["text_version"] or 0
    page.text_version_at = stored["text_version_at"]
    if page.update_pending or not page.text_version:
        page.text_version += 1
        page.text_version_at = page.content_updated_at


def stored_state(page: "ContentPage") -> dict[str, Any]:
    fields = (
        "live_revision_id",
        "content_updated_at",
        "text_version",
        "text_version_at",
    )
    rows = type(page).objects.filter(pk=page.pk).values(*fields)
    return rows.first() or dict.fromkeys(fields)


def date_of_publication(page: "ContentPage", stored: datetime | None) -> datetime:
    """Return what "updated on" shall say; it never goes back.

    Without microseconds, because snapshots for translation keep only milliseconds.
    """
    known = [moment for moment in (stored, page.content_updated_at) if moment]
    if known and not page.update_pending:
        return max(known)
    return max([*known, timezone.now().replace(microsecond=0)])
