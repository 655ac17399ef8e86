"""Our delivery API and Wagtail's API v2 on the same pages, in one run.

    .venv/bin/python -m benchmarks.delivery --sizes 50,500,5000

Ends with status 1 if ours asks more than 20 queries, or half the CPU time of v2 or
more. ``README.md`` says how to read it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.databases import EMPTY, throw_away_databases
from benchmarks.pages import read_sizes, surroundings
from benchmarks.processes import environment, migrate
from benchmarks.progress import Progress
from benchmarks.report import markdown

ROUNDS = 5
MOST_QUERIES = 20
LARGEST_SHARE = 0.5
SECONDS = 3600
SETTINGS = {"DJANGO_SETTINGS_MODULE": "benchmarks.delivery_settings"}
OURS, THEIRS = "/api/v1/pages", "/v2/pages/"
WORKSHOPS = "type=pages.WorkshopPage&locale=de"


@dataclass(frozen=True, slots=True)
class Pair:
    """The same list at two addresses."""

    label: str
    ours: str
    theirs: str
    items: int
    entries: int = 12
    """Of each programme."""


def all_fields(items: int, entries: int) -> Pair:
    asked = f"fields=*&limit={items}&order=starts_at"
    label = f"{items} workshops, {entries} entries"
    ours, theirs = f"{OURS}?type=workshop&{asked}", f"{THEIRS}?{WORKSHOPS}&{asked}"
    return Pair(label, ours, theirs, items, entries)


LISTS = (
    all_fields(20, 12),
    Pair(
        "50 workshops, in short",
        f"{OURS}?type=workshop&limit=50&order=starts_at",
        f"{THEIRS}?{WORKSHOPS}&fields=*&limit=50&order=starts_at",
        50,
    ),
    all_fields(20, 50),
    all_fields(5, 300),
)


def main() -> int:
    options = parse_options()
    if options.only:
        return measure(options.only)
    progress = Progress("delivery")
    print(f"{surroundings()}\n", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="werkstatt-benchmark-") as name,
        throw_away_databases(Path(name)) as databases,
    ):
        progress.say("migrating an empty database")
        migrate(environment(Path(name) / EMPTY, databases.url(EMPTY)) | SETTINGS)
        failed = [run(size, Path(name), databases) for size in options.sizes]
    return max(failed)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.delivery", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--sizes", type=read_sizes, default="50,500,5000", help="(%(default)s)"
    )
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def run(size: int, folder: Path, databases: Any) -> int:
    """Measure one site in a process of its own."""
    name = f"site_{size}"
    databases.copy(name)
    variables = environment(folder / name, databases.url(name)) | SETTINGS
    command = [sys.executable, "-m", "benchmarks.delivery", "--only", str(size)]
    done = subprocess.run(
        command, env={**os.environ, **variables}, check=False, timeout=SECONDS
    )
    return done.returncode


# --- In the process of one site ---------------------------------------------------


def measure(size: int) -> int:
    import django

    django.setup()
    from django.core.wsgi import get_wsgi_application

    from benchmarks.content.site import build_site

    build_site(size, Progress(f"{size:,} workshops"))
    expose_everything()
    site = get_wsgi_application()
    rows = []
    for pair in LISTS:
        lengthen_programmes(pair.entries)
        rows.append(measured(site, pair))
    print(f"\n{size:,} workshops\n\n{table(rows)}\n", flush=True)
    return complain(rows)


def lengthen_programmes(entries: int) -> None:
    """Give the ordinary workshops the programme of a measured one, as it is stored."""
    from benchmarks.content.streams import ORDINARY_ENTRIES
    from pages.models import WorkshopPage

    if entries == ORDINARY_ENTRIES:
        return
    measured = f"Workshop, {entries} entries"
    for long in WorkshopPage.objects.filter(title=measured).only("agenda", "locale"):
        ordinary = WorkshopPage.objects.filter(locale=long.locale_id)
        others = ordinary.exclude(title__startswith="Workshop, ")
        others.update(agenda=long.agenda)


def expose_everything() -> None:
    """Let v2 tell what our pages have, as a site would that uses it."""
    from wagtail.api import APIField
    from wagtail.models import Page

    from pages.models import WorkshopPage

    inherited = {field.name for field in Page._meta.get_fields()}
    own = [
        field.name
        for field in WorkshopPage._meta.get_fields()
        if field.name not in inherited and not field.auto_created
    ]
    attached = ["page_documents", "page_contacts", "change_notes"]
    WorkshopPage.api_fields = [APIField(name) for name in (*own, *attached)]


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    queries: tuple[int, int]
    milliseconds: tuple[float, float]
    share: float
    kilobytes: tuple[int, int]


def measured(site: Any, pair: Pair) -> Row:
    """Ask both in turns; of a round the CPU time of the faster of two requests."""
    from benchmarks.requests import fetch, queries

    addresses = (pair.ours, pair.theirs)
    answers = [checked(fetch(site, address), pair) for address in addresses]
    counted = []
    for address in addresses:
        with queries() as statements:
            fetch(site, address)
        counted.append(len(statements))
    rounds = [
        tuple(cpu_milliseconds(site, address) for address in addresses)
        for _ in range(ROUNDS)
    ]
    return Row(
        pair.label,
        (counted[0], counted[1]),
        (median(ours for ours, _ in rounds), median(theirs for _, theirs in rounds)),
        median(ours / theirs for ours, theirs in rounds),
        (len(answers[0]) // 1000, len(answers[1]) // 1000),
    )


def checked(answer: Any, pair: Pair) -> bytes:
    import json

    if answer.status != 200 or len(json.loads(answer.body)["items"]) != pair.items:
        raise SystemExit(f"{pair.label}: {answer.status} {answer.body[:500]!r}")
    body: bytes = answer.body
    return body


def cpu_milliseconds(site: Any, address: str) -> float:
    from benchmarks.requests import fetch

    def spent() -> Iterator[float]:
        for _ in range(2):
            began = time.process_time()
            fetch(site, address)
            yield (time.process_time() - began) * 1000

    return min(spent())


def table(rows: list[Row]) -> str:
    head = ("list", "queries", "v2", "CPU ms", "v2", "share", "kB", "v2")
    return markdown([head, *map(cells, rows)])


def cells(row: Row) -> tuple[str, ...]:
    ours, theirs = row.milliseconds
    return (
        row.label,
        *map(str, row.queries),
        f"{ours:.0f}",
        f"{theirs:.0f}",
        f"{row.share:.2f}",
        *map(str, row.kilobytes),
    )


def complain(rows: list[Row]) -> int:
    failures = [
        f"{row.label}: {row.queries[0]} queries are more than {MOST_QUERIES}"
        for row in rows
        if row.queries[0] > MOST_QUERIES
    ]
    failures += [
        f"{row.label}: {row.share:.2f} of the CPU time of v2 is too much"
        for row in rows
        if row.share >= LARGEST_SHARE
    ]
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
