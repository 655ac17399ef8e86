"""Says how far a long import or export is."""

from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TextIO, TypeVar

__all__ = ["Progress"]

T = TypeVar("T")

SECONDS_ON_TERMINAL = 0.1
SECONDS_IN_LOG = 5.0


class Progress:
    """A line that changes on a terminal, a line every few seconds in a log.

    Without an output, or when all is done at once, it says nothing.
    """

    def __init__(self, output: TextIO | None = None) -> None:
        self.output = output
        self.is_terminal = bool(output and output.isatty())
        self.pause = SECONDS_ON_TERMINAL if self.is_terminal else SECONDS_IN_LOG
        self.last = monotonic()
        self.width = 0

    def over(self, items: Sequence[T], task: str) -> Iterator[T]:
        """Yield the items, and say now and then how many are done."""
        for number, item in enumerate(items, start=1):
            self.say(f"{task} {number}/{len(items)}")
            yield item

    def say(self, text: str) -> None:
        if self.output is None or monotonic() - self.last < self.pause:
            return
        self.last = monotonic()
        if self.is_terminal:
            self.output.write(f"\r{text:<{self.width}}")
            self.width = max(self.width, len(text))
        else:
            self.output.write(f"{text}\n")
        self.output.flush()

    def finish(self) -> None:
        """Remove the line from a terminal."""
        if self.output and self.width:
            self.output.write(f"\r{'':<{self.width}}\r")
            self.width = 0
