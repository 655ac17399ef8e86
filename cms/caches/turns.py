"""What changes by itself: moments after which something is not true any more.

Nobody publishes anything when a workshop ends. Who shows such a thing says when it will
be otherwise, and shared caches then forget everything.
"""

from collections.abc import Callable
from datetime import datetime

__all__ = ["next_turn", "register_turn"]

Turn = Callable[[datetime], datetime | None]

TURNS: list[Turn] = []


def register_turn(turn: Turn) -> None:
    """Add a question: what is the next moment after another one, if there is any?

    It is asked in the background, every few minutes and after each change, and may ask
    the database.
    """
    if turn not in TURNS:
        TURNS.append(turn)


def next_turn(after: datetime) -> datetime | None:
    """Return the first moment after another one at which something changes."""
    moments = (turn(after) for turn in TURNS)
    return min((moment for moment in moments if moment), default=None)
