"""Lighthouse on a telephone, for the pages that people open most."""

import json
import shutil
from statistics import median
from urllib.request import urlopen

import pytest

from tests import node

pytestmark = [pytest.mark.browser, pytest.mark.node]

PAGES = ("home", "project", "series", "workshop", "news")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLOOR = 98
RUNS = 5
"""How often a page is measured until the median of its performance is believed."""

FLAGS = "--headless=new --no-sandbox --disable-gpu"
OPTIONS = (
    "--quiet",
    "--no-enable-error-reporting",
    "--throttling-method=simulate",
    f"--only-categories={','.join(CATEGORIES)}",
    f"--chrome-flags={FLAGS}",
    "--output=json",
)


def run(url, report):
    return node.run(
        "lighthouse/cli/index.js",
        *(url, *OPTIONS, f"--output-path={report}"),
        surroundings={"CHROME_PATH": shutil.which("chromium")},
    )


def measure(url, folder):
    """Measure once: points of 100 by category, and the audits that cost some."""
    report = folder / "report.json"
    ran = run(url, report)
    if (
        ran.returncode != 0
    ):  # on a busy machine, Chromium's record may have no beginning
        ran = run(url, report)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(report.read_text())
    points = {
        name: round(found["categories"][name]["score"] * 100) for name in CATEGORIES
    }
    return points, list(lost(found))


def lost(report):
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{audit['id']} ({audit.get('displayValue', audit['title'])})"


def measure_patiently(url, folder):
    """As `measure`; only the performance is measured again where it falls short.

    The other categories are facts of the page. That one is simulated from a true load,
    and suffers from whatever else the machine does.
    """
    points, losses = measure(url, folder)
    performances = [points["performance"]]
    while median(performances) < FLOOR and len(performances) < RUNS:
        again, losses = measure(url, folder)
        performances.append(again["performance"])
    return {**points, "performance": round(median(performances))}, losses


def test_pages_have_at_least_98_points(demo, tables, tmp_path):
    table = tables("Lighthouse, mobile", "page", *CATEGORIES, "points lost by")
    points = {}

    for name in PAGES:
        url = demo.url + demo.pages["de"][name]
        urlopen(url).close()  # makes the sizes of its pictures
        points[name], losses = measure_patiently(url, tmp_path)
        table.append((name, *points[name].values(), ", ".join(losses)))

    low = {
        (name, category): value
        for name, values in points.items()
        for category, value in values.items()
        if value < FLOOR
    }
    assert low == {}
