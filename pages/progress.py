"""Says how far something long is: an import, an export, work on many pages."""

from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TextIO, TypeVar

from django.core.management.base import OutputWrapper
from django.utils.translation import gettext as _

__all__ = ["Progress"]

T = TypeVar("T")

SECONDS_ON_TERMINAL = 0.1
SECONDS_IN_LOG = 5.0
WIDTH_OF_BAR = 30


class Progress:
    """A bar with the time that is left on a terminal, a line now and then in a log.

    Without an output, or when all is done at once, it says nothing.
    """

    def __init__(self, output: TextIO | OutputWrapper | None = None) -> None:
        self.output = output
        self.is_terminal = bool(output and output.isatty())
        self.pause = SECONDS_ON_TERMINAL if self.is_terminal else SECONDS_IN_LOG
        self.last = self.began = monotonic()
        self.width = 0

    def over(self, items: Sequence[T], task: str) -> Iterator[T]:
        """Yield the items, and say now and then how many are done."""
        self.began = monotonic()
        for number, item in enumerate(items, start=1):
            self.say_how_many(number, len(items), task)
            yield item

    def say(self, text: str) -> None:
        if self.is_due():
            self.write(text)

    def say_how_many(self, number: int, total: int, task: str) -> None:
        if not self.is_due():
            return
        text = f"{task} {number}/{total}"
        if self.is_terminal:
            filled = WIDTH_OF_BAR * number // total
            bar = "#" * filled + "." * (WIDTH_OF_BAR - filled)
            text = f"[{bar}] {text}{self.time_left(number - 1, total)}"
        self.write(text)

    def time_left(self, done: int, total: int) -> str:
        """Return in words how long the rest will take, after the first item."""
        if not done:
            return ""
        seconds = round((monotonic() - self.began) / done * (total - done))
        time = f"{seconds // 60}:{seconds % 60:02}"
        return _(", %(time)s left") % {"time": time}

    def is_due(self) -> bool:
        return self.output is not None and monotonic() - self.last >= self.pause

    def write(self, text: str) -> None:
        self.last = monotonic()
        if self.is_terminal:
            self.put(f"\r{text:<{self.width}}")
            self.width = max(self.width, len(text))
        else:
            self.put(f"{text}\n")

    def put(self, text: str) -> None:
        if isinstance(self.output, OutputWrapper):  # a command's: it would end the line
            self.output.write(text, ending="")
        elif self.output:
            self.output.write(text)
        if self.output:
            self.output.flush()

    def finish(self) -> None:
        """Remove the line from a terminal."""
        if self.width:
            self.put(f"\r{'':<{self.width}}\r")
            self.width = 0
