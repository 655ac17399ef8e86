"""The entries of one day side by side: which overlap, what lies between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from pages.agenda.programme import Entry
from pages.agenda.timing import utc


@dataclass(frozen=True, slots=True)
class Slot:
    """An entry whose start is known, with its moments in UTC."""

    entry: Entry
    start: datetime
    end: datetime | None

    def reaches(self, later: "Slot") -> bool:
        """Whether it goes on when a slot begins that does not begin before it."""
        if self.end == self.start:
            return False
        return later.start == self.start or bool(self.end and later.start < self.end)


def timeline(entries: Iterable[Entry]) -> list[Slot]:
    """The entries that have a start, in their order."""
    return [
        Slot(entry, utc(entry.starts_at), entry.ends_at and utc(entry.ends_at))
        for entry in entries
        if entry.starts_at
    ]


def overlaps(slots: Sequence[Slot]) -> Iterator[tuple[Slot, list[Slot]]]:
    """Each slot that goes on when others begin, and those others.

    A slot is compared with what follows it until the order of times is broken.
    """
    for position, slot in enumerate(slots):
        others = []
        for previous, later in pairwise(slots[position:]):
            if later.start < previous.start or not slot.reaches(later):
                break
            others.append(later)
        if others:
            yield slot, others


def gaps(slots: Iterable[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Pairs of slots, in order of time, between which nothing is planned.

    The first of a pair is the one that lasts longest of all before the second. Only
    an end that was given leaves a gap.
    """
    by_time = sorted(slots, key=lambda slot: slot.start)
    if not by_time:
        return
    longest, reached = by_time[0], by_time[0].start
    for slot, later in pairwise(by_time):
        end = _lasts_until(slot, later)
        if end > reached:
            longest, reached = slot, end
        if reached < later.start:
            yield longest, later


def _lasts_until(slot: Slot, later: Slot) -> datetime:
    """Without a known and sensible end a slot lasts until the next one begins."""
    if slot.end is None or slot.end <= slot.start:
        return later.start
    if slot.entry.end_is_computed:
        return max(slot.end, later.start)
    return slot.end
