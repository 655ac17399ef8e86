"""Where a client stands in the feed, as a text that it keeps and gives back."""

import re
from dataclasses import dataclass

from cms.outbox.models import Feed

__all__ = ["Cursor", "UnknownCursorError", "read_cursor"]

WRITTEN = re.compile(r"([0-9a-f]{1,16})\.(\d{1,18})\.(\d{1,18})(?:\.(\d{1,18}))?", re.A)


class UnknownCursorError(ValueError):
    """It is no cursor at all."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """``position`` is of the last event that was given in full, ``given`` how many
    entries of the next one were.

    While a client still gets the list of all pages, ``listed`` is the number of the
    last page it got, and the position is where the feed stood when the list began.
    """

    epoch: str
    position: int
    given: int = 0
    listed: int | None = None

    def __str__(self) -> str:
        text = f"{self.epoch}.{self.position}.{self.given}"
        return text if self.listed is None else f"{text}.{self.listed}"

    def is_known_to(self, feed: Feed) -> bool:
        """Whether everything after it is still there."""
        is_there = feed.pruned_to <= self.position <= feed.position
        return self.epoch == feed.epoch and is_there


def read_cursor(text: str) -> Cursor:
    """Raises UnknownCursorError for what this module has not written."""
    match = WRITTEN.fullmatch(text)
    if match is None:
        raise UnknownCursorError(text)
    epoch, position, given, listed = match.groups()
    return Cursor(epoch, int(position), int(given), int(listed) if listed else None)
