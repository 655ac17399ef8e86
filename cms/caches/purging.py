"""Brings one shared cache up to date: it forgets what is not true any more.

- Nothing is missed: the cache has a place in the events of the outbox, which moves on
  when it has answered. A worker that dies in between leaves a task that was planned
  before the first order.
- Each order is given again, five and 35 seconds later. An answer that was begun before
  a publication may be stored after it was purged; a cache that waits no longer than 30
  seconds for an answer (deploy/varnish) stores none after that.
- There is no need for one worker at a time: what is ordered twice is forgotten once.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cached_property

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task

from cms.caches.models import SharedCache
from cms.caches.tags import ALL, tags_after
from cms.caches.turns import next_turn
from cms.outbox.models import Event, Feed
from cms.outbox.reading import current_feed
from cms.planning import note_woken, plan
from cms.webhooks.sending import Answer, Sender

__all__ = ["AGAIN", "SETTLED", "Purger", "order", "purge"]

logger = logging.getLogger(__name__)

METHOD = "PURGE"
AGAIN = timedelta(seconds=5)
"""After which an order is given a second time."""
SETTLED = timedelta(seconds=35)
"""After which it is given a last time: longer than a cache waits for an answer."""
SOON = timedelta(minutes=10)
"""What comes later is left to ``manage.py deliver_webhooks``, called in between."""
PORTION = 100
"""Tags of one order; caches take headers of some kilobytes."""
MOST_EVENTS = 1_000
"""A cache that has missed more forgets everything."""
TIMEOUT = 3.0
"""Seconds in which a cache has to answer."""
BACKOFF = (5, 15, 60)
"""Seconds after the first, second and each further failure in a row."""


@task(backend="background")
def purge(address: str) -> None:
    """Bring a shared cache up to date."""
    Purger(address).run()


def order(address: str, tags: list[str]) -> Answer:
    """Tell a cache to forget what carries one of the tags; return its answer."""
    # It stands in our own network, and an operator has named it.
    sender = Sender(TIMEOUT, internal=True, method=METHOD)
    return sender.send(f"{address}/", b"", {"Cache-Tag": "|".join(tags)})


class Purger:
    """One look after one cache."""

    def __init__(self, address: str) -> None:
        self.cache, _is_new = SharedCache.objects.get_or_create(address=address)
        self.moment = timezone.now()

    def run(self) -> None:
        """Give the orders that are due, unless the cache has failed just now."""
        note_woken(self.row)
        paused_until = self.cache.paused_until
        if paused_until and paused_until > self.moment:
            self.plan(paused_until)
            return
        orders = list(portions(self.tags))
        if orders:
            self.plan(self.moment + AGAIN)
        for tags in orders:
            answer = order(self.cache.address, tags)
            if not answer.is_accepted:
                self.note_failure(answer)
                return
        self.note_success()

    # --- What is due ------------------------------------------------------------

    @cached_property
    def tags(self) -> list[str]:
        has_missed = len(self.events) > MOST_EVENTS
        if self.is_unknown or has_missed or self.has_turned:
            return [ALL]
        return tags_after(self.events)

    @cached_property
    def events(self) -> list[Event]:
        """Those that are not dealt with, but none newer than what the feed says.

        Else one that comes in between could count as dealt with, and never be ordered.
        """
        known = Event.objects.filter(position__lte=self.feed.position)
        later = known.filter(position__gt=self.cache.settled)
        return list(later.order_by("position")[: MOST_EVENTS + 1])

    @cached_property
    def is_unknown(self) -> bool:
        """Whether nobody can say what the cache has missed."""
        feed, cache = self.feed, self.cache
        is_there = feed.pruned_to <= cache.settled <= feed.position
        return cache.epoch != feed.epoch or not is_there

    @cached_property
    def has_turned(self) -> bool:
        turn = next_turn(self.cache.turned_at)
        return turn is not None and turn < self.moment

    # --- How it went ------------------------------------------------------------

    def note_success(self) -> None:
        if self.cache.failures:
            logger.warning("The shared cache %s answers again.", self.cache.address)
        turned_at = self.moment - SETTLED
        self.row.update(
            epoch=self.feed.epoch,
            settled=self.settled,
            turned_at=turned_at,
            seen_at=self.moment,
            failures=0,
            failing_since=None,
            paused_until=None,
        )
        happened = [self.events[-1].occurred_at] if self.events else []
        if turn := next_turn(turned_at):
            happened.append(turn)
        due = [when for moment in happened if (when := self.next_order(moment))]
        if due and min(due) < self.moment + SOON:
            self.plan(min(due))

    @cached_property
    def settled(self) -> int:
        """The position of the last event that needs no further order."""
        known = Event.objects.filter(position__lte=self.feed.position)
        old = known.filter(occurred_at__lte=self.moment - SETTLED)
        position = old.order_by("-position").values_list("position", flat=True).first()
        return max(position or 0, self.feed.pruned_to)

    def next_order(self, happened: datetime) -> datetime | None:
        """Return when to order because of what happened, or will, then."""
        moments = (happened, happened + AGAIN, happened + SETTLED)
        return next((moment for moment in moments if moment > self.moment), None)

    def note_failure(self, answer: Answer) -> None:
        failures = self.cache.failures + 1
        wait = BACKOFF[min(failures, len(BACKOFF)) - 1]
        paused_until = self.moment + timedelta(seconds=wait)
        self.row.update(
            failures=failures,
            failing_since=self.cache.failing_since or self.moment,
            paused_until=paused_until,
        )
        if failures == 1:
            logger.error(
                "The shared cache %s does not forget what has changed (%s). It is told "
                "again until it does.",
                self.cache.address,
                answer.error or f"status {answer.status}",
            )
        self.plan(paused_until)

    # --- Its row ----------------------------------------------------------------

    @cached_property
    def feed(self) -> Feed:
        return current_feed()

    @property
    def row(self) -> QuerySet[SharedCache]:
        return SharedCache.objects.filter(pk=self.cache.pk)

    def plan(self, when: datetime) -> None:
        plan(self.row, when, purge, self.cache.address)


def portions(tags: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(tags), PORTION):
        yield tags[at : at + PORTION]
