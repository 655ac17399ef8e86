"""What a long run says while it works, on standard error."""

import sys
import time

__all__ = ["Progress"]

SECONDS_BETWEEN = 2


class Progress:
    """Says now and then how far something has come."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.last = 0.0

    def say(self, text: str) -> None:
        print(f"{self.name}: {text}", file=sys.stderr, flush=True)

    def count(self, what: str, done: int, total: int) -> None:
        """Say how many are done, at most every two seconds and at the end."""
        now = time.monotonic()
        if done == total or now - self.last > SECONDS_BETWEEN:
            self.last = now
            self.say(f"{what}: {done:,} of {total:,}")
