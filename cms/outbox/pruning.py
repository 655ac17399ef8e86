"""How long events are kept."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cms.outbox.models import Event, locked_feed, new_epoch

__all__ = ["begin_anew", "prune"]


def prune() -> int:
    """Delete events older than ``CHANGES_KEPT_DAYS``, and return how many.

    What has waited so long for a webhook is deleted with them: its receiver gave no
    sign of life for a month.
    """
    limit = timezone.now() - timedelta(days=settings.CHANGES_KEPT_DAYS)
    with transaction.atomic():
        feed = locked_feed()
        newest = Event.objects.filter(occurred_at__lt=limit).order_by("-position")
        last = newest.values_list("position", flat=True).first()
        if last is None:
            return 0
        old = Event.objects.filter(position__lte=last)
        number = old.count()
        old.delete()
        feed.pruned_to = last
        feed.save(update_fields=["pruned_to"])
    return number


def begin_anew() -> None:
    """Make every cursor unknown, so that all clients begin with all pages."""
    with transaction.atomic():
        feed = locked_feed()
        feed.epoch = new_epoch()
        feed.save(update_fields=["epoch"])
