"""The queries of one page and where Python spends its time on it.

.venv/bin/python -m benchmarks.profile_page "workshop, 50 entries" --size 100
"""

import argparse
import sys
from collections import Counter

from benchmarks.processes import running_sites
from benchmarks.progress import Progress
from benchmarks.subjects import Counted


def main() -> None:
    options = parse_options()
    with running_sites([options.size], Progress("profile")) as [site]:
        labels = site.answer()
        for label in options.pages:
            if label not in labels:
                sys.exit(f"{label!r} is none of: {', '.join(map(repr, labels))}")
            show(label, site.ask("count", label), options.language)
            print(site.ask("profile", label, options.sort, options.lines))


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.profile_page",
        description=(__doc__ or "").split("\n")[0],
    )
    parser.add_argument("pages", nargs="+", help='as "home", "workshop, 50 entries"')
    parser.add_argument("--size", type=int, default=100, help="number of workshops")
    parser.add_argument("--language", default="de", help="for the queries (de, en)")
    parser.add_argument("--sort", default="cumulative", help="or tottime, ncalls, …")
    parser.add_argument("--lines", type=int, default=60)
    return parser.parse_args()


def show(label: str, counted: Counted, code: str) -> None:
    """Print the statements; those of the first request alone are marked."""
    spared = Counter(counted.first[code]) - Counter(counted.warm[code])
    print(
        f"{label}: {len(counted.warm[code])} queries, with empty caches "
        f"{len(counted.cold[code])}, in the first request of a process "
        f"{len(counted.first[code])}"
    )
    for statement in counted.first[code]:
        mark = "first" if spared[statement] > 0 else "     "
        spared[statement] -= 1
        print(f"  {mark} {shortened(statement)}")


def shortened(statement: str) -> str:
    """Return a statement without the names of the columns it selects."""
    head, separator, tail = statement.partition(" FROM ")
    columns = head.count(",") + 1
    return f"SELECT {columns} FROM {tail}" if separator else head


if __name__ == "__main__":
    main()
