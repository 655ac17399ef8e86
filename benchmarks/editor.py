"""Opening, saving and publishing a workshop with many programme entries in the admin.

    .venv/bin/python -m benchmarks.editor --entries 6,50,300 --rounds 7

Ends with status 1 if opening needs more queries for a longer programme. ``README.md``
says how to read it.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.databases import EMPTY, throw_away_databases
from benchmarks.pages import surroundings
from benchmarks.processes import environment, migrate
from benchmarks.progress import Progress
from benchmarks.report import markdown

if TYPE_CHECKING:
    from benchmarks.edited_site import Measured

WHAT = ("open", "save draft", "save + publish")

# From research/performance.md, section 6: bakerydemo's blog pages on Wagtail 8, every
# six blocks a heading, three rich texts, an image and a quote. Queries, and wall time
# of the server in ms. By what is done and number of blocks.
BAKERYDEMO = {
    ("open", 6): (43, 222),
    ("open", 50): (43, 224),
    ("open", 300): (43, 317),
    ("save draft", 6): (71, 96),
    ("save draft", 50): (85, 166),
    ("save draft", 300): (169, 324),
    ("save + publish", 6): (177, 159),
    ("save + publish", 50): (191, 371),
    ("save + publish", 300): (275, 955),
}


def main() -> int:
    options = parse_options()
    progress = Progress("benchmark")
    with (
        tempfile.TemporaryDirectory(prefix="werkstatt-benchmark-") as name,
        throw_away_databases(Path(name)) as databases,
    ):
        variables = environment(Path(name) / EMPTY, databases.url(EMPTY))
        progress.say("migrating an empty database")
        migrate(variables)
        os.environ.update(variables)
        import django  # its settings read the environment, which is complete only now

        django.setup()
        measured = measure(options.entries, options.rounds, progress)
    print(f"\n{surroundings()}, median of {options.rounds} rounds\n")
    print(f"{table(measured)}\n")
    found = list(complaints(measured))
    for complaint in found:
        print(f"FAILED: {complaint}")
    return 1 if found else 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.editor", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--entries",
        type=lambda text: [int(part) for part in text.split(",")],
        default="6,50,300",
        help="entries of a programme (%(default)s)",
    )
    parser.add_argument("--rounds", type=int, default=7, help="(%(default)s)")
    return parser.parse_args()


def measure(sizes: list[int], rounds: int, progress: Progress) -> list["Measured"]:
    """Measure all sizes in turns, after a round that only warms up."""
    from django.db import connections

    from benchmarks.edited_site import EditedSite, Measured  # they need the set-up

    site = EditedSite(sizes)
    site.measure(empty(sizes, Measured))
    found = empty(sizes, Measured)
    for done in range(1, rounds + 1):
        site.measure(found)
        progress.count("rounds", done, rounds)
    connections.close_all()
    return list(found.values())


def empty(
    sizes: list[int], kind: type["Measured"]
) -> dict[tuple[str, int], "Measured"]:
    return {(what, size): kind(what, size) for what in WHAT for size in sizes}


def table(measured: list["Measured"]) -> str:
    """Return a Markdown table, with the figures of bakerydemo beside ours."""
    head = (
        "",
        "entries",
        "queries",
        "CPU, ms",
        "ms",
        "bakerydemo: queries",
        "ms",
    )
    return markdown([head, *(cells(found) for found in measured)])


def cells(found: "Measured") -> tuple[str, ...]:
    theirs = BAKERYDEMO.get((found.what, found.entries))
    return (
        found.what,
        f"{found.entries}",
        f"{median(found.queries):.0f}",
        f"{median(found.cpu) * 1000:.0f}",
        f"{median(found.wall) * 1000:.0f}",
        *(map(str, theirs) if theirs else ("", "")),
    )


def complaints(measured: list["Measured"]) -> Iterator[str]:
    """Yield a sentence if the form asks more for a longer programme."""
    counts = {
        found.entries: max(found.queries) for found in measured if found.what == "open"
    }
    if len(set(counts.values())) > 1:
        yield f"Queries to open a workshop, by entries: {counts}. They must not grow."


if __name__ == "__main__":
    sys.exit(main())
