"""Works on the deliveries of one webhook.

- At least once: a delivery waits until its receiver has answered with 2xx, and only
  then is that written down. A worker that dies in between leaves it to be sent again.
- In order: no event of an object is sent while an earlier one of the same object waits.
- One at a time: whoever works has a lease, which ends by itself if the worker dies. A
  task for after its end is planned before the first request.
"""

import logging
import secrets
import time
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from cms.outbox.reading import current_feed
from cms.planning import note_woken
from cms.webhooks.models import Attempt, Delivery, Webhook
from cms.webhooks.payload import body_of
from cms.webhooks.queueing import deliver_soon, plan
from cms.webhooks.sending import Answer, Sender
from cms.webhooks.signing import headers_for
from cms.webhooks.telling import tell_of_stop

__all__ = ["BACKOFF", "PATIENCE", "Courier"]

logger = logging.getLogger(__name__)

MINUTES = (1, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240)
BACKOFF = tuple(timedelta(minutes=minutes) for minutes in MINUTES)
"""How long after the first, second, … failure it is tried again."""
PATIENCE = timedelta(hours=23, minutes=30)
"""After how long without success we give up: the last try is after about a day."""
FAILURES_TO_PAUSE = 3
TURN = 60
"""Seconds after which other tasks of the worker have theirs."""
USER_AGENT = "Werkstatt-Webhook/1.0"


def backoff(failures: int) -> timedelta:
    """Return how long to wait after so many failures, at least one."""
    return BACKOFF[min(failures, len(BACKOFF)) - 1]


def default_sender() -> Sender:
    return Sender(settings.WEBHOOK_TIMEOUT, internal=settings.WEBHOOKS_INTERNAL)


@dataclass
class Courier:
    webhook_id: int
    sender: Sender = field(default_factory=default_sender)
    lease: str = field(default_factory=lambda: secrets.token_hex(8))

    def run(self) -> None:
        """Send what is due, until nothing is, it is paused, or the turn is over."""
        if not self.take_lease():
            return
        end = time.monotonic() + TURN
        while time.monotonic() < end:
            delivery = self.next_due()
            if delivery is None or not self.renew_lease():
                break
            self.deliver(delivery)
        self.release_lease()
        self.plan_the_rest()

    # --- One at a time ----------------------------------------------------------

    def take_lease(self) -> bool:
        """Become the only one, or leave it to a task for when the other has ended."""
        now = timezone.now()
        own = Webhook.objects.filter(pk=self.webhook_id)
        note_woken(own)
        is_free = Q(leased_until=None) | Q(leased_until__lt=now)
        until = now + self.longest_request()
        taken = own.filter(is_free).update(lease=self.lease, leased_until=until)
        if not taken:
            until = own.values_list("leased_until", flat=True).first() or now
            if not own.exists():
                return False
        plan(self.webhook_id, until)
        return bool(taken)

    def renew_lease(self) -> bool:
        until = timezone.now() + self.longest_request()
        own = Webhook.objects.filter(pk=self.webhook_id, lease=self.lease)
        return bool(own.update(leased_until=until))

    def release_lease(self) -> None:
        own = Webhook.objects.filter(pk=self.webhook_id, lease=self.lease)
        own.update(lease="", leased_until=None)

    def longest_request(self) -> timedelta:
        return timedelta(seconds=self.sender.within + 5)

    # --- In order ---------------------------------------------------------------

    def waiting(self) -> QuerySet[Delivery]:
        """Return what waits, of each object only the first, if anything may be sent."""
        earlier = Delivery.objects.filter(
            webhook=OuterRef("webhook"),
            subject=OuterRef("subject"),
            event__lt=OuterRef("event"),
            delivered_at=None,
        )
        return Delivery.objects.filter(
            ~Exists(earlier),
            webhook=self.webhook_id,
            webhook__is_on=True,
            webhook__stopped_at=None,
            delivered_at=None,
        )

    def next_due(self) -> Delivery | None:
        now = timezone.now()
        not_paused = Q(webhook__paused_until=None) | Q(webhook__paused_until__lte=now)
        due = self.waiting().filter(not_paused, next_try_at__lte=now)
        found = due.select_related("event", "webhook").order_by("event")
        return found.first()

    def plan_the_rest(self) -> None:
        first = self.waiting().order_by("next_try_at").first()
        if first is None:
            return
        when = max(first.next_try_at, first.webhook.paused_until or first.next_try_at)
        if when <= timezone.now():
            deliver_soon([self.webhook_id])
        else:
            plan(self.webhook_id, when)

    # --- At least once ----------------------------------------------------------

    def deliver(self, delivery: Delivery) -> None:
        webhook, event = delivery.webhook, delivery.event
        body = body_of(event, current_feed())
        now = int(timezone.now().timestamp())
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"{USER_AGENT} (+{settings.WAGTAILADMIN_BASE_URL})",
            **headers_for(webhook.secret, str(event.key), now, body),
        }
        answer = self.sender.send(webhook.url, body, headers)
        with transaction.atomic():
            self.record(delivery, answer)

    def record(self, delivery: Delivery, answer: Answer) -> None:
        now = timezone.now()
        Attempt.objects.create(
            delivery=delivery,
            status=answer.status,
            error=answer.error,
            answer=answer.text,
            milliseconds=answer.milliseconds,
        )
        own = Webhook.objects.filter(pk=self.webhook_id)
        same = Delivery.objects.filter(pk=delivery.pk)
        tried_at = delivery.first_tried_at or now
        if answer.is_accepted:
            same.update(
                delivered_at=now, attempts=F("attempts") + 1, first_tried_at=tried_at
            )
            own.update(failing_since=None, failures=0, paused_until=None)
            return
        attempts = delivery.attempts + 1
        same.update(
            attempts=attempts,
            first_tried_at=tried_at,
            next_try_at=now + backoff(attempts),
        )
        self.note_failure(delivery.webhook, stop=now - tried_at >= PATIENCE)

    def note_failure(self, webhook: Webhook, *, stop: bool) -> None:
        now = timezone.now()
        webhook.failures += 1
        webhook.failing_since = webhook.failing_since or now
        if webhook.failures >= FAILURES_TO_PAUSE:
            beyond = webhook.failures - FAILURES_TO_PAUSE + 1
            webhook.paused_until = now + backoff(beyond)
        if stop:
            webhook.stopped_at = now
            logger.error("The webhook %s was switched off after a day.", webhook.pk)
            transaction.on_commit(lambda: tell_of_stop(webhook), robust=True)
        webhook.save(
            update_fields=["failures", "failing_since", "paused_until", "stopped_at"]
        )
