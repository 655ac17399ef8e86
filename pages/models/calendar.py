"""What calendars have been told of an event, so that they can be told what has changed.

See docs/decisions/0013-calendars.md. Rows are never deleted: whoever publishes a
workshop again after years must not begin to count anew.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["CalendarState"]


class CalendarState(models.Model):
    """One event as it was when it was last public, a workshop or one of its entries.

    The same for all languages. Written when content has changed (pages.calendars).
    """

    REMOVED = "removed"
    """Status of what was public once and is not any more."""

    uid = models.UUIDField(primary_key=True, editable=False)
    workshop = models.UUIDField(db_index=True, editable=False)
    """``translation_key`` of the workshop; for its own row the same as ``uid``."""
    home = models.UUIDField(null=True, editable=False)
    project = models.UUIDField(null=True, editable=False)
    series = models.UUIDField(null=True, editable=False)
    """``translation_key`` of the pages above in whose calendars it stands."""
    languages = models.JSONField(default=list, editable=False)
    """Codes of all languages in which it has ever been public, in their order."""
    language = models.CharField(max_length=100, editable=False)
    """That of the page whose facts these are."""
    starts_at = models.DateTimeField(editable=False)
    ends_at = models.DateTimeField(null=True, editable=False)
    time_zone = models.CharField(max_length=64, editable=False)
    place = models.TextField(editable=False)
    """What tells one place from another, to be compared and never to be shown."""
    status = models.CharField(max_length=12, editable=False)
    """One of the workshop's, or ``REMOVED``."""
    sequence = models.PositiveIntegerField(default=0, editable=False)
    """How often time, place or status changed (RFC 5545 §3.8.7.4)."""
    changed_at = models.DateTimeField(null=True, editable=False)
    """When they last did; None if they never have."""
    off_since = models.DateTimeField(null=True, editable=False)
    """Since when it has been cancelled or removed; None if it takes place."""

    class Meta:
        verbose_name = _("state of a calendar entry")
        verbose_name_plural = _("states of calendar entries")

    def __str__(self) -> str:
        return str(self.uid)

    @property
    def is_removed(self) -> bool:
        return self.status == self.REMOVED
