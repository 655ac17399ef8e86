"""How far each shared cache knows what has changed."""

from django.db import models
from django.utils import timezone

__all__ = ["SharedCache"]


class SharedCache(models.Model):
    """A cache that ``SHARED_CACHES`` names, from when it was first looked after."""

    address = models.CharField(max_length=200, unique=True)
    epoch = models.CharField(max_length=16, blank=True)
    """Of the feed that ``settled`` belongs to; in another one nothing is known."""
    settled = models.BigIntegerField(default=0)
    """All events up to this position are dealt with for good."""
    turned_at = models.DateTimeField(default=timezone.now)
    """What changed by itself until then is dealt with, too."""
    seen_at = models.DateTimeField(null=True)
    """When it last knew everything."""
    failures = models.PositiveIntegerField(default=0)
    """In a row."""
    failing_since = models.DateTimeField(null=True)
    paused_until = models.DateTimeField(null=True)
    wake_at = models.DateTimeField(null=True)
    """For when a task is planned that looks after it."""

    def __str__(self) -> str:
        return self.address
