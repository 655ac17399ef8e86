"""Queries and milliseconds per page type on sites of several sizes.

    .venv/bin/python -m benchmarks.pages --sizes 10,100,3000 --json FILE

Ends with status 1 if a page needs too many queries, or if their number depends on the
size of the site or on how much the page holds. ``README.md`` says how to read it.
"""

import argparse
import json
import os
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks.processes import Site, running_sites
from benchmarks.progress import Progress
from benchmarks.report import Measurement, complaints, table
from benchmarks.subjects import Counted, Subject

ROUNDS = 7
REQUESTS_PER_ROUND = 3
SECONDS_PER_PAGE = 20
"""After these no further round begins; there are three at least."""
FEWEST_ROUNDS = 3
SMALLEST_SIZE = 10


def main() -> int:
    options = parse_options()
    began = time.monotonic()
    progress = Progress("benchmark")
    with running_sites(options.sizes, progress) as sites:
        measured, failures = measure(sites, progress)
    found = [*failures, *complaints(measured)]
    print(f"\n{surroundings()}\n\n{table(measured)}\n")
    print(f"{time.monotonic() - began:.0f} seconds in all.")
    for complaint in found:
        print(f"FAILED: {complaint}")
    if options.json:
        write_json(options.json, measured, found)
    return 1 if found else 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--sizes",
        type=read_sizes,
        default="10,100,3000",
        help="numbers of workshop pages, the smallest first (%(default)s)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write it all here")
    return parser.parse_args()


def read_sizes(text: str) -> list[int]:
    """Return the sizes, smallest first; argparse shows what is wrong with them."""
    try:
        sizes = sorted({int(part) for part in text.split(",")})
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not like 10,100,3000") from None
    if sizes[0] < SMALLEST_SIZE:
        raise argparse.ArgumentTypeError(f"the smallest size is {SMALLEST_SIZE}")
    return sizes


def measure(
    sites: list[Site], progress: Progress
) -> tuple[list[Measurement], list[str]]:
    """Return what was measured, and a sentence for each page that is not there."""
    built = [site.answer() for site in sites]
    subjects = built[0].values()
    measured: list[Measurement] = []
    failures: list[str] = []
    for done, subject in enumerate(subjects, start=1):
        try:
            measured.extend(measure_page(sites, subject))
        except ValueError as error:
            failures.append(f"{subject.label}: {error}")
        progress.count("pages measured", done, len(subjects))
    return measured, failures


def measure_page(sites: list[Site], subject: Subject) -> list[Measurement]:
    """Measure a page on all sites in turns: what disturbs one disturbs all."""
    rows = [count(site, subject) for site in sites]
    began = time.monotonic()
    for done in range(ROUNDS):
        if done >= FEWEST_ROUNDS and time.monotonic() - began > SECONDS_PER_PAGE:
            break
        for site, row in zip(sites, rows, strict=True):
            row.add(*site.ask("time", subject.label, REQUESTS_PER_ROUND))
    for row in rows:
        row.compare(rows[0])
    return rows


def count(site: Site, subject: Subject) -> Measurement:
    counted: Counted = site.ask("count", subject.label)
    return Measurement(
        page=subject.label,
        family=subject.family,
        size=site.size,
        bytes=counted.bytes,
        first={code: len(sent) for code, sent in counted.first.items()},
        cold={code: len(sent) for code, sent in counted.cold.items()},
        warm={code: len(sent) for code, sent in counted.warm.items()},
    )


def surroundings() -> str:
    """Return what the milliseconds depend on besides the site, in one line."""
    database = os.environ.get("DATABASE_URL", "sqlite").partition(":")[0]
    packages = [f"{name} {version(name)}" for name in ("Django", "Wagtail")]
    parts = [f"Python {platform.python_version()}", *packages, database]
    return ", ".join([*parts, f"{os.cpu_count()} cores"])


def write_json(file: Path, measured: list[Measurement], found: list[str]) -> None:
    content = {
        "surroundings": surroundings(),
        "rounds": ROUNDS,
        "requests_per_round": REQUESTS_PER_ROUND,
        "pages": [measurement.as_dict() for measurement in measured],
        "complaints": found,
    }
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
