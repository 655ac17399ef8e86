"""What the answers of another website mean for a link to it. No network, no database.

A website that refuses programs may well answer people (401, 403, 429 …): such a link is
not called broken. One that fails is asked again, and is broken if it still fails a day
later. What says itself that it is gone is broken at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from pages.models.quality import ExternalAddress

__all__ = ["FAILING", "Answer", "Verdict", "outcome_of", "record", "verdict_on"]

Outcome = ExternalAddress.Outcome

PATIENCE = timedelta(hours=20)
"""A day, less what one nightly run may begin earlier than the one before."""
AT_ONCE = frozenset({Outcome.GONE, Outcome.INTERNAL, Outcome.INVALID})
FAILING = frozenset(
    {
        Outcome.TIMEOUT,
        Outcome.DNS,
        Outcome.TLS,
        Outcome.CONNECTION,
        Outcome.SERVER,
        Outcome.LOOP,
    }
)


class Verdict(Enum):
    UNKNOWN = "unknown"
    FINE = "fine"
    MOVED = "moved"
    UNSURE = "unsure"
    FAILING = "failing"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Answer:
    """How one address answered, after the redirects that were followed."""

    outcome: Outcome
    status: int | None = None
    moved_to: str = ""


def outcome_of(status: int) -> Outcome:
    """Return what the status of a last answer, no redirect any more, means."""
    if status in (404, 410):
        return Outcome.GONE
    if status >= 500 and status != 999:  # 999 is how some networks refuse programs
        return Outcome.SERVER
    return Outcome.FINE if status < 400 else Outcome.REFUSED


def record(address: ExternalAddress, answer: Answer, now: datetime) -> None:
    """Write an answer to the address it came from, which is not saved yet."""
    address.outcome, address.status = answer.outcome, answer.status
    address.moved_to, address.checked_at = answer.moved_to, now
    if answer.outcome not in FAILING:
        address.failed_since = None
    elif address.failed_since is None:
        address.failed_since = now


def verdict_on(address: ExternalAddress) -> Verdict:
    outcome = address.outcome
    if outcome in AT_ONCE:
        return Verdict.BROKEN
    if outcome in FAILING:
        return Verdict.BROKEN if has_failed_for_long(address) else Verdict.FAILING
    simple = {
        Outcome.FINE: Verdict.FINE,
        Outcome.MOVED: Verdict.MOVED,
        Outcome.REFUSED: Verdict.UNSURE,
    }
    return simple.get(Outcome(outcome), Verdict.UNKNOWN)


def has_failed_for_long(address: ExternalAddress) -> bool:
    if not (address.failed_since and address.checked_at):
        return False
    return address.checked_at - address.failed_since >= PATIENCE
