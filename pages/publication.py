"""The dates that visitors see, and how publishing moves them.

Wagtail's own timestamps move with every sync, import and republication. Ours say when
a person changed what the page says.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.actions.publish_page_revision import (
    PublishPagePermissionError,
    PublishPageRevisionAction,
)

if TYPE_CHECKING:
    from wagtail.models import Revision

    from pages.models import ContentPage

__all__ = ["PublishContentPage"]


class PublishContentPage(PublishPageRevisionAction):
    """Publish a revision and move ``content_updated_at`` if its editor said so.

    The editor's form marks a revision as a change worth a new date. The mark is used
    up by publishing, in the revision too, so that publishing it once more moves
    nothing. The date never goes back.
    """

    def check(self, *args: Any, **kwargs: Any) -> None:
        """Refuse what contradicts itself, whoever publishes it, and however."""
        super().check(*args, **kwargs)
        if errors := self.object.publication_errors():
            raise PublishPagePermissionError(" ".join(errors.values()))

    def _publish_revision(
        self, revision: "Revision", page: "ContentPage", *args: Any, **kwargs: Any
    ) -> None:
        # With a date to go live in the future, this is only an appointment.
        if not (page.go_live_at and page.go_live_at > timezone.now()):
            page.content_updated_at = date_of_publication(page)
            page.update_pending = False
            revision.content.update(
                content_updated_at=page.content_updated_at.isoformat(),
                update_pending=False,
            )
            revision.save(update_fields=["content"])
        super()._publish_revision(revision, page, *args, **kwargs)


def date_of_publication(page: "ContentPage") -> datetime:
    """Return what "updated on" shall say of a page that is published now.

    Without microseconds, because snapshots for translation keep only milliseconds.
    """
    stored = (
        type(page)
        .objects.filter(pk=page.pk)
        .values_list("content_updated_at", flat=True)
        .first()
    )
    known = [moment for moment in (stored, page.content_updated_at) if moment]
    if known and not page.update_pending:
        return max(known)
    return timezone.now().replace(microsecond=0)
