"""From events to deliveries, and who works on them when."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from cms import planning
from cms.api.names import name_of
from cms.outbox.models import Event
from cms.outbox.receiving import events_written
from cms.webhooks.models import Delivery, Webhook

__all__ = ["connect", "deliver", "deliver_soon", "plan", "start_what_waits"]

PORTION = 500


def connect() -> None:
    events_written.connect(queue, dispatch_uid="cms.webhooks")


def queue(events: Sequence[Event], **kwargs: Any) -> None:
    """Write the deliveries of new events, within the events' transaction."""
    now = timezone.now()
    concerned: dict[int, list[Delivery]] = {}
    for webhook in Webhook.objects.filter(is_on=True):
        concerned[webhook.pk] = [
            Delivery(
                webhook=webhook,
                event=event,
                subject=f"{name_of(event.model)} {event.object_id}",
                next_try_at=now,
            )
            for event in events
            if event.type in webhook.events
        ]
    for deliveries in concerned.values():
        Delivery.objects.bulk_create(deliveries, batch_size=PORTION)
    some = [pk for pk, deliveries in concerned.items() if deliveries]
    if some:
        transaction.on_commit(partial(deliver_soon, some), robust=True)


def deliver_soon(webhooks: Iterable[int]) -> None:
    for pk in webhooks:
        deliver.enqueue(pk)


@task(backend="background")
def deliver(webhook: int) -> None:
    """Send what is due to a webhook."""
    from cms.webhooks.courier import Courier  # which plans this task

    Courier(webhook).run()


def plan(webhook: int, when: datetime) -> None:
    """Let a task look after a webhook then, unless one does so before."""
    planning.plan(Webhook.objects.filter(pk=webhook), when, deliver, webhook)


def start_what_waits() -> list[int]:
    """Start with what is due, which a worker may have left; return the webhooks."""
    due = Delivery.objects.filter(
        delivered_at=None,
        next_try_at__lte=timezone.now(),
        webhook__is_on=True,
        webhook__stopped_at=None,
    )
    webhooks = sorted(set(due.values_list("webhook", flat=True)))
    deliver_soon(webhooks)
    return webhooks
