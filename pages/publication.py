"""The dates that visitors see, and how publishing moves them.

Wagtail's own timestamps move with every sync, import and republication. Ours say when
a person changed what the page says.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPagePermissionError

if TYPE_CHECKING:
    from pages.models import ContentPage

__all__ = ["note_publication"]


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
    if errors := page.publication_errors():
        raise PublishPagePermissionError(" ".join(errors.values()))
    page.content_updated_at = date_of_publication(page, stored["content_updated_at"])
    page.update_pending = False
    revision = page.live_revision
    revision.content.update(
        content_updated_at=page.content_updated_at.isoformat(), update_pending=False
    )
    revision.save(update_fields=["content"])


def stored_state(page: "ContentPage") -> dict[str, Any]:
    fields = ("live_revision_id", "content_updated_at")
    rows = type(page).objects.filter(pk=page.pk).values(*fields)
    return rows.first() or dict.fromkeys(fields)


def date_of_publication(page: "ContentPage", stored: datetime | None) -> datetime:
    """Return what "updated on" shall say; it never goes back.

    Without microseconds, because snapshots for translation keep only milliseconds.
    """
    known = [moment for moment in (stored, page.content_updated_at) if moment]
    if known and not page.update_pending:
        return max(known)
    return timezone.now().replace(microsecond=0)
