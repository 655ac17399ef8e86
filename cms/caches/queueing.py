"""When shared caches are looked after: after each event, and every few minutes."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cms.caches.models import SharedCache
from cms.caches.purging import Purger, purge
from cms.outbox.models import Event
from cms.outbox.receiving import events_written

__all__ = ["caches_behind", "connect", "look_after_all"]

PATIENCE = timedelta(minutes=15)
"""How long after a look nobody seems to look any more, neither worker nor timer."""


def connect() -> None:
    events_written.connect(queue, dispatch_uid="cms.caches")


def queue(events: Sequence[Event], **kwargs: Any) -> None:
    """Let the worker purge when the events are written; who publishes does not wait."""
    if settings.SHARED_CACHES:
        transaction.on_commit(purge_soon, robust=True)


def purge_soon() -> None:
    for address in settings.SHARED_CACHES:
        purge.enqueue(address)


def look_after_all() -> list[str]:
    """Bring every shared cache up to date, without the worker; return those behind."""
    SharedCache.objects.exclude(address__in=settings.SHARED_CACHES).delete()
    for address in settings.SHARED_CACHES:
        Purger(address).run()
    return [cache.address for cache in caches_behind()]


def caches_behind() -> list[SharedCache]:
    """Return the caches that may hold what is not true any more, and for too long."""
    known = {cache.address: cache for cache in SharedCache.objects.all()}
    caches = [
        known.get(each, SharedCache(address=each)) for each in settings.SHARED_CACHES
    ]
    return [cache for cache in caches if is_behind(cache)]


def is_behind(cache: SharedCache) -> bool:
    if cache.failing_since or cache.seen_at is None:
        return True
    return cache.seen_at < timezone.now() - PATIENCE
