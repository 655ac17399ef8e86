"""Progress is a line that changes on a terminal, and lines now and then in a log."""

from io import StringIO

import pytest

from pages.exchange import progress as module
from pages.exchange.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on by two seconds with every look at it."""
    seconds = iter(range(0, 1000, 2))
    monkeypatch.setattr(module, "monotonic", lambda: next(seconds))


def test_log_gets_a_line_every_few_seconds(clock):
    output = StringIO()
    progress = Progress(output)

    done = list(progress.over("abcdefg", "Writing"))
    progress.finish()

    assert done == list("abcdefg")
    assert output.getvalue() == "Writing 3/7\nWriting 6/7\n"


def test_terminal_gets_one_line_that_changes_and_goes(clock):
    output = Terminal()
    progress = Progress(output)

    list(progress.over("ab", "Writing"))
    progress.say("End")
    progress.finish()

    assert output.getvalue() == (
        "\rWriting 1/2\rWriting 2/2\rEnd        \r           \r"
    )


def test_what_is_done_at_once_says_nothing():
    output = StringIO()

    list(Progress(output).over("abc", "Writing"))

    assert output.getvalue() == ""


def test_without_output_nothing_is_said(clock):
    progress = Progress()

    done = list(progress.over("abc", "Writing"))
    progress.finish()

    assert done == list("abc")
