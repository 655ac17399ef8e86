"""Progress is a line that changes on a terminal, and lines now and then in a log."""

from io import StringIO

import pytest
from django.core.management.base import OutputWrapper
from django.utils.translation import override

from pages import progress as module
from pages.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


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
    assert output.getvalue() == "Writing 2/7\nWriting 5/7\n"


def test_terminal_gets_a_bar_with_the_time_left_that_goes_at_the_end(clock):
    output = Terminal()
    progress = Progress(output)

    list(progress.over("abc", "Writing"))
    progress.say("End")
    progress.finish()

    assert output.getvalue().split("\r") == [
        "",
        "[##########....................] Writing 1/3",
        "[####################..........] Writing 2/3, 0:16 left",
        "[##############################] Writing 3/3, 0:07 left",
        f"{'End':<55}",
        " " * 55,
        "",
    ]


def test_command_on_a_terminal_writes_one_line_too(clock):
    output = Terminal()
    progress = Progress(OutputWrapper(output))

    list(progress.over("ab", "Writing"))
    progress.finish()

    assert "\n" not in output.getvalue()
    assert output.getvalue().endswith(" \r")


def test_what_is_done_at_once_says_nothing():
    output = StringIO()

    list(Progress(output).over("abc", "Writing"))

    assert output.getvalue() == ""


def test_without_output_nothing_is_said(clock):
    progress = Progress()

    done = list(progress.over("abc", "Writing"))
    progress.finish()

    assert done == list("abc")
