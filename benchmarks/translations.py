"""Queries and milliseconds of translations, beside those of plain wagtail-localize.

    .venv/bin/python -m benchmarks.translations --strings 66 --pages 300

Ends with status 1 if the tree of pages is damaged. ``README.md`` says how to read it.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.databases import EMPTY, throw_away_databases
from benchmarks.pages import surroundings
from benchmarks.processes import environment, migrate
from benchmarks.progress import Progress
from benchmarks.report import markdown

if TYPE_CHECKING:
    from benchmarks.translated_site import Subtree
    from benchmarks.translating import Measured


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
        from benchmarks.translated_site import TranslatedSite  # needs the set-up

        with TranslatedSite(options.strings, progress) as site:
            measured = site.measure_pages()
            subtrees = site.measure_subtree(options.pages)
            problems = site.problems()
    print(f"\n{surroundings()}, {options.strings} texts a page\n")
    print(f"{table(measured)}\n\n{table_of(subtrees)}\n")
    if problems:
        print(f"FAILED: the tree of pages is damaged: {problems}")
    return 1 if problems else 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.translations",
        description=(__doc__ or "").split("\n")[0],
    )
    parser.add_argument(
        "--strings", type=int, default=66, help="texts of a workshop (%(default)s)"
    )
    parser.add_argument(
        "--pages", type=int, default=300, help="pages of the subtree (%(default)s)"
    )
    return parser.parse_args()


def table(measured: list["Measured"]) -> str:
    """Return a Markdown table, one row for each thing that was done."""
    by_name = {found.what: found for found in measured}
    rows = [("", "queries", "ms", "queries, ratio", "ms, ratio", "to")]
    for found in measured:
        base = by_name[found.base]
        count, own = median(base.queries), median(found.queries)
        rows.append(
            (
                found.what,
                f"{own:.0f}",
                f"{median(found.ms):.0f}",
                f"{own / count:.2f}",
                f"{found.times(base):.2f}",
                "" if found is base else base.what,
            )
        )
    return markdown(rows)


def table_of(subtrees: list["Subtree"]) -> str:
    head = (
        "subtree",
        "pages",
        "queries",
        "per page",
        "seconds",
        "ms per page",
    )
    rows = [
        (
            found.what,
            f"{found.pages:,}",
            f"{found.queries:,}",
            f"{found.queries / found.pages:.1f}",
            f"{found.seconds:.1f}",
            f"{found.seconds * 1000 / found.pages:.0f}",
        )
        for found in subtrees
    ]
    return markdown([head, *rows])


if __name__ == "__main__":
    sys.exit(main())
