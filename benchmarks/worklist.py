"""Queries and milliseconds of the work list of translators, on sites of several sizes.

    .venv/bin/python -m benchmarks.worklist --sizes 300,3000

Ends with status 1 if the list is more than one query, or needs more than 100 ms in the
database at 3,000 pages. ``README.md`` says more.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.databases import EMPTY, throw_away_databases
from benchmarks.pages import read_sizes, surroundings
from benchmarks.processes import environment, migrate
from benchmarks.progress import Progress

ROUNDS = 15
SECONDS_PER_QUESTION = 10
"""After these no further round begins; there are three at least."""
FEWEST_ROUNDS = 3
MOST_MILLISECONDS = 100
LIMIT_HOLDS_UP_TO = 3000
SECONDS_PER_SITE = 600


@dataclass(frozen=True, slots=True)
class Timing:
    """What one question costs: the best of all rounds, because others disturb."""

    question: str
    queries: int
    database: float
    """Milliseconds in the database, without fetching the rows one by one."""
    python: float
    """Milliseconds around it, in which Django writes the SQL and makes objects."""
    typical: float
    """Median of the milliseconds in the database."""


def main() -> int:
    options = parse_options()
    if options.only:
        return measure(options.only)
    progress = Progress("work list")
    failed = 0
    with (
        tempfile.TemporaryDirectory(prefix="werkstatt-benchmark-") as name,
        throw_away_databases(Path(name)) as databases,
    ):
        progress.say("migrating an empty database")
        migrate(environment(Path(name) / EMPTY, databases.url(EMPTY)))
        print(f"{surroundings()}\n")
        for size in options.sizes:
            site = f"site_{size}"
            databases.copy(site)
            variables = environment(Path(name) / site, databases.url(site))
            failed |= run(size, variables)
    return failed


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.worklist", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--sizes",
        type=read_sizes,
        default="300,3000",
        help="numbers of pages, the smallest first (%(default)s)",
    )
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def run(size: int, variables: dict[str, str]) -> int:
    """Measure a site in a process of its own, as Django knows one database only."""
    command = [sys.executable, "-m", "benchmarks.worklist", "--only", str(size)]
    done = subprocess.run(
        command,
        env={**os.environ, **variables},
        check=False,
        timeout=SECONDS_PER_SITE,
    )
    return done.returncode


def measure(size: int) -> int:
    import django

    django.setup()
    from benchmarks.content.translations import build_translations

    source, target = build_translations(size, Progress(f"{size:,} pages"))
    timings = [
        time_question(words, ask) for words, ask in questions(source, target).items()
    ]
    print(table(size, timings))
    complaints = [*found_wrong(size, timings)]
    for complaint in complaints:
        print(f"FAILED: {complaint}")
    return 1 if complaints else 0


def questions(source: Any, target: Any) -> dict[str, Callable[[], object]]:
    """Return what the admin asks, as a translator does."""
    from pages.models import Contact
    from pages.translation.counting import count_work
    from pages.translation.states import State
    from pages.translation.worklist import work_list, work_on

    def left() -> Any:
        return work_list(source, target).exclude(state=State.CURRENT)

    return {
        "first 50 to do": lambda: list(left()[:50]),
        "number to do": lambda: left().count(),
        "first 50 of all": lambda: list(work_list(source, target)[:50]),
        "one state": lambda: list(
            work_list(source, target).filter(state=State.OPEN)[:50]
        ),
        "contacts": lambda: list(work_on(Contact, source, target)[:50]),
        "dashboard, all kinds": lambda: count_work(source, [target]),
    }


def time_question(words: str, ask: Callable[[], object]) -> Timing:
    from django.db import connection

    spent: list[float] = []
    # SQLite works in this process, so its time does not depend on what others do.
    clock = time.thread_time if connection.vendor == "sqlite" else time.perf_counter

    def watch(execute: Any, *arguments: Any) -> Any:
        began = clock()
        try:
            return execute(*arguments)
        finally:
            spent.append((clock() - began) * 1000)

    ask()
    rounds: list[tuple[float, float]] = []
    started = time.monotonic()
    while len(rounds) < ROUNDS:
        late = time.monotonic() - started > SECONDS_PER_QUESTION
        if late and len(rounds) >= FEWEST_ROUNDS:
            break
        spent.clear()
        began = clock()
        with connection.execute_wrapper(watch):
            ask()
        whole = (clock() - began) * 1000
        rounds.append((sum(spent), whole - sum(spent)))
    database, python = zip(*rounds, strict=True)
    return Timing(words, len(spent), min(database), min(python), median(database))


def table(size: int, timings: list[Timing]) -> str:
    lines = [
        f"| {size:,} pages | queries | ms in the database | median | ms in Python |",
        "| :-- | --: | --: | --: | --: |",
    ]
    lines += [
        f"| {one.question} | {one.queries} | {one.database:.1f} | {one.typical:.1f} "
        f"| {one.python:.1f} |"
        for one in timings
    ]
    return "\n".join([*lines, ""])


def found_wrong(size: int, timings: list[Timing]) -> list[str]:
    wrong = [
        f"{one.question}: {one.queries} queries, not one."
        for one in timings
        if one.queries != 1
    ]
    if size <= LIMIT_HOLDS_UP_TO:
        wrong += [
            f"{one.question}: {one.database:.0f} ms in the database at {size:,} pages."
            for one in timings
            if one.database > MOST_MILLISECONDS
        ]
    return wrong


if __name__ == "__main__":
    sys.exit(main())
