"""Whether the search finds what was meant, and how long it takes.

    .venv/bin/python -m benchmarks.search --pages 10000 --pdfs 2000

Ends with status 1 if too few of the questions have the right result at their top.
``README.md`` says more.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.databases import EMPTY, throw_away_databases
from benchmarks.pages import surroundings
from benchmarks.processes import environment, migrate
from benchmarks.progress import Progress

if TYPE_CHECKING:  # it needs settings, which the first process has not
    from benchmarks.questions import Expected

SIZE = 20
ROUNDS = 5
LEAST_FIRST = 0.8
LEAST_AMONG_THREE = 0.9
SECONDS = 5400
LONG = "Werkstatt für alle " * 5000
"""100 kB, as somebody may paste them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and at which place its right result stands; 0 is nowhere."""

    language: str
    text: str
    why: str
    place: int
    milliseconds: tuple[float, ...]


def main() -> int:
    options = parse_options()
    if options.only:
        return measure(options.pages, options.pdfs)
    progress = Progress("search")
    with (
        tempfile.TemporaryDirectory(prefix="werkstatt-benchmark-") as name,
        throw_away_databases(Path(name)) as databases,
    ):
        progress.say("migrating an empty database")
        variables = environment(Path(name) / "data", databases.url(EMPTY))
        migrate(variables)
        print(f"{surroundings()}\n", flush=True)
        command = [sys.executable, "-m", "benchmarks.search", "--only"]
        command += ["--pages", str(options.pages), "--pdfs", str(options.pdfs)]
        done = subprocess.run(
            command,
            env={**os.environ, **variables},
            check=False,
            timeout=SECONDS,
        )
    return done.returncode


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--pages", type=int, default=10_000, help="(%(default)s)")
    parser.add_argument("--pdfs", type=int, default=2_000, help="(%(default)s)")
    parser.add_argument("--only", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def measure(pages: int, pdfs: int) -> int:
    import django

    django.setup()
    from benchmarks.content.findable import build_findable
    from benchmarks.held_out import HELD_OUT
    from benchmarks.questions import QUESTIONS

    progress = Progress("search")
    build_findable(pages, pdfs, progress)
    seconds = index(progress)
    asked = ask_all(QUESTIONS)
    unseen = ask_all(HELD_OUT)
    print(f"{pages:,} pages, {pdfs:,} PDF files, indexed in {seconds:.0f} s\n")
    print(quality(asked), end="\n\n")
    print(f"Held out:\n\n{quality(unseen)}", end="\n\n")
    print(times(asked), end="\n\n")
    for one in (*asked, *unseen):
        if one.place != 1:
            where = f"at {one.place}" if one.place else "not found"
            print(f"- {one.language}: “{one.text}” ({one.why}): {where}")
    return complain(asked)


def index(progress: Progress) -> float:
    from pages.progress import Progress as Bar
    from search.indexing.refreshing import rebuild

    began = time.monotonic()
    progress.say(f"{rebuild(Bar(sys.stderr), 'indexing'):,} entries")
    return time.monotonic() - began


def ask_all(questions: "Sequence[Expected]") -> list[Asked]:
    from search.finding import find
    from search.question import Question

    asked = []
    for one in questions:
        question = Question(one.text, one.language)
        spent = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            answer = find(question, 0, SIZE)
            spent.append((time.perf_counter() - began) * 1000)
        places = (
            place
            for place, hit in enumerate(answer.hits, start=1)
            if hit.kind == one.kind and hit.title.startswith(one.title)
        )
        asked.append(
            Asked(one.language, one.text, one.why, next(places, 0), tuple(spent))
        )
    return asked


def quality(asked: list[Asked]) -> str:
    groups: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        groups[one.why].append(one)
        groups["German" if one.language == "de" else "English"].append(one)
        groups["all"].append(one)
    order = sorted(
        groups, key=lambda name: (name in {"German", "English", "all"}, name)
    )
    lines = [
        "| found by | questions | first | among three |",
        "| :-- | --: | --: | --: |",
    ]
    for name in order:
        first, three = success(groups[name])
        lines.append(f"| {name} | {len(groups[name])} | {first:.0%} | {three:.0%} |")
    return "\n".join(lines)


def success(asked: list[Asked]) -> tuple[float, float]:
    first = sum(one.place == 1 for one in asked) / len(asked)
    three = sum(1 <= one.place <= 3 for one in asked) / len(asked)
    return first, three


def times(asked: list[Asked]) -> str:
    from search.finding import find, suggest
    from search.question import Question

    rows = {"the questions above": [ms for one in asked for ms in one.milliseconds]}
    others = {
        "a word on every page": lambda: find(Question("gemeinsam", "de"), 0, SIZE),
        "two words, many pages": lambda: find(Question("Ideen planen", "de"), 0, SIZE),
        "nothing": lambda: find(Question("xyzzyq", "de"), 0, SIZE),
        "100 kB": lambda: find(Question(LONG, "de"), 0, SIZE),
        "suggestions, three letters": lambda: suggest("bür", "de", 8),
    }
    for name, ask in others.items():
        rows[name] = []
        for _ in range(3 * ROUNDS):
            began = time.perf_counter()
            ask()
            rows[name].append((time.perf_counter() - began) * 1000)
    lines = ["| asked | median, ms | 95 %, ms |", "| :-- | --: | --: |"]
    lines += [
        f"| {name} | {median(spent):.0f} | {quantiles(spent, n=20)[-1]:.0f} |"
        for name, spent in rows.items()
    ]
    return "\n".join(lines)


def complain(asked: list[Asked]) -> int:
    first, three = success(asked)
    if first >= LEAST_FIRST and three >= LEAST_AMONG_THREE:
        return 0
    print(f"FAILED: {first:.0%} first and {three:.0%} among three are too few.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
