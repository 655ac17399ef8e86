"""Parts of the suite that need something this machine may not have.

A test that needs such a part is marked with its name (`@pytest.mark.browser`).
Where the part is missing, the test is skipped, and the run ends with a loud
block that says so and how to get it. With `CI=true` that fails the run: a
green run then means that everything ran.

`TESTED_ELSEWHERE=postgresql` says that another run covers a part.
`MISSING_PARTS_FILE` names a file that collects the block of several runs.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pages.handouts.pdf import can_write_pdf
from tests import node


class Part(NamedTuple):
    is_there: Callable[[], bool]
    way_out: str


def _has(*programs: str) -> Callable[[], bool]:
    return lambda: all(shutil.which(program) for program in programs)


PARTS = {
    "browser": Part(_has("chromium"), "sudo apt install chromium"),
    "gettext": Part(_has("xgettext", "msgfmt"), "sudo apt install gettext"),
    "node": Part(node.is_there, "deploy/node.sh, which says what it lacks"),
    "pango": Part(can_write_pdf, "sudo apt install libpango-1.0-0 libpangoft2-1.0-0"),
    "postgresql": Part(
        lambda: os.environ.get("DATABASE_URL", "").startswith("postgres"),
        "run .ci/run, which brings its own PostgreSQL, or put "
        "DATABASE_URL=postgres://user@host/name in front of `make test`",
    ),
    "varnish": Part(_has("varnishd"), "sudo apt install varnish"),
}

# The skip reason is what travels from the workers of pytest-xdist.
REASON = "needs: "

missing: dict[str, int] = {}


def needs(name: str) -> None:
    """Skip the running test, on the record, where part `name` is missing."""
    if not PARTS[name].is_there():
        pytest.skip(REASON + name)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in PARTS:
        if item.get_closest_marker(name):
            needs(name)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if not report.skipped or not isinstance(report.longrepr, tuple):
        return
    name = report.longrepr[2].removeprefix("Skipped: ").removeprefix(REASON)
    elsewhere = os.environ.get("TESTED_ELSEWHERE", "").split()
    if name in PARTS and name not in elsewhere:
        missing[name] = missing.get(name, 0) + 1


def _lines() -> list[str]:
    return [
        f"{name} DID NOT RUN (tests skipped: {count}). To run: {PARTS[name].way_out}"
        for name, count in sorted(missing.items())
    ]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not missing:
        return
    terminalreporter.section("PARTS OF THE SUITE DID NOT RUN", red=True, bold=True)
    for line in _lines():
        terminalreporter.line(line, red=True)
    if collected := os.environ.get("MISSING_PARTS_FILE"):
        with Path(collected).open("a") as file:
            file.writelines(line + "\n" for line in _lines())


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    # GitLab, GitHub and .ci/run say "true"; some say "1".
    if missing and os.environ.get("CI", "").lower() in ("true", "1"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
