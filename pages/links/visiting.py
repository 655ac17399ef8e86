"""Asks all addresses that are due, slowly, and remembers the answers."""

import logging
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic, sleep

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.links.asking import TOO_MANY, Asker
from pages.links.hosts import host_of
from pages.links.judging import FAILING, Answer, Verdict, record, verdict_on
from pages.models.quality import CheckedObject, ExternalAddress
from pages.progress import Progress
from pages.quality.refreshing import PORTION, refresh
from pages.quality.subjects import base_of

__all__ = ["Limits", "OfflineError", "Visit", "due_addresses"]

logger = logging.getLogger(__name__)

AGAIN = timedelta(hours=20)
"""After a failure: the next night, even if it begins a little earlier."""
HOSTS_TO_BE_SURE = 3
FAILURES_OF_A_HOST = 3


class OfflineError(Exception):
    """No website answers: it is this server that has no connection."""


@dataclass(frozen=True, slots=True)
class Limits:
    number: int = 1000
    seconds: float = 1800
    pause: float = 2
    """Seconds between two requests to one host."""


def due_addresses(now: datetime) -> QuerySet[ExternalAddress]:
    """Return the addresses to ask, those that have waited longest first."""
    known = now - timedelta(days=settings.LINK_CHECK_DAYS)
    is_due = (
        Q(checked_at=None)
        | Q(checked_at__lte=known)
        | Q(failed_since__isnull=False, checked_at__lte=now - AGAIN)
    )
    used = ExternalAddress.objects.filter(is_due, users__isnull=False).distinct()
    return used.order_by(F("checked_at").asc(nulls_first=True), "pk")


@dataclass
class Visit:
    """One round. Every answer is kept at once, so that it can be stopped any time."""

    asker: Asker
    limits: Limits = field(default_factory=Limits)
    progress: Progress = field(default_factory=Progress)
    wait: Callable[[float], None] = sleep
    now: datetime = field(default_factory=timezone.now)
    counts: Counter[Verdict] = field(default_factory=Counter)
    left: int = 0
    """How many that were due were not asked."""

    def __post_init__(self) -> None:
        self.asked_at: dict[str, float] = {}
        self.failures: Counter[str] = Counter()
        self.silent: list[tuple[ExternalAddress, Answer]] = []
        self.someone_answered = False
        self.changed: set[int] = set()

    def run(self) -> None:
        """Ask. Raises OfflineError if there is no connection; nothing is noted then."""
        addresses = list(due_addresses(self.now))
        chosen = list(taking_turns(addresses[: self.limits.number]))
        self.left = len(addresses)
        end = monotonic() + self.limits.seconds
        try:
            for address in self.progress.over(chosen, _("Address")):
                if monotonic() >= end:
                    break
                with self.logging_errors(address):
                    self.visit(address)
        finally:
            self.note_silent_ones()
            self.tell()

    def visit(self, address: ExternalAddress) -> None:
        host = host_of(address.url)
        if self.failures[host] >= FAILURES_OF_A_HOST:
            return
        self.be_polite(host)
        answer = self.asker.ask(address.url)
        self.asked_at[host] = monotonic()
        if answer.status == TOO_MANY:
            self.failures[host] = FAILURES_OF_A_HOST
        if answer.outcome in FAILING:
            self.failures[host] += 1
        if answer.status:
            self.someone_answered = True
        if answer.outcome in FAILING and not answer.status:
            self.silent.append((address, answer))
        else:
            self.note(address, answer)

    def be_polite(self, host: str) -> None:
        if host in self.asked_at:
            rest = self.asked_at[host] + self.limits.pause - monotonic()
            if rest > 0:
                self.wait(rest)

    def note(self, address: ExternalAddress, answer: Answer) -> None:
        before = verdict_on(address), address.moved_to, address.outcome
        record(address, answer, self.now)
        with transaction.atomic():
            address.save()
        verdict = verdict_on(address)
        self.counts[verdict] += 1
        self.left -= 1
        if before != (verdict, address.moved_to, address.outcome):
            self.changed.add(address.pk)

    def note_silent_ones(self) -> None:
        hosts = {host_of(address.url) for address, _answer in self.silent}
        if not self.someone_answered and len(hosts) >= HOSTS_TO_BE_SURE:
            raise OfflineError
        for address, answer in self.silent:
            with self.logging_errors(address):
                self.note(address, answer)

    @contextmanager
    def logging_errors(self, address: ExternalAddress) -> Iterator[None]:
        """An address that cannot be dealt with is left, and the others are not."""
        try:
            yield
        except Exception:
            logger.exception("The address %s was not checked.", address.pk)

    def tell(self) -> None:
        """Bring the findings of all that links to changed addresses up to date."""
        rows = CheckedObject.objects.filter(addresses__in=self.changed).distinct()
        keys = [
            (base_of(model), row.object_id)
            for row in rows.select_related("content_type")
            if (model := row.content_type.model_class())
        ]
        for at in range(0, len(keys), PORTION):
            refresh(keys[at : at + PORTION])


def taking_turns(addresses: Iterable[ExternalAddress]) -> Iterator[ExternalAddress]:
    """Yield one address of each host in turn, so that nobody has to be waited for."""
    queues: dict[str, deque[ExternalAddress]] = defaultdict(deque)
    for address in addresses:
        queues[host_of(address.url)].append(address)
    while queues:
        for host in list(queues):
            yield queues[host].popleft()
            if not queues[host]:
                del queues[host]
