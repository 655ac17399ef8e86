"""The delivery API on a server as in production, asked whatever comes to mind.

schemathesis makes requests out of the description, right and wrong ones, and compares
what comes back with it: no failure of the server, no answer that is not described.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.browser

SECONDS = 60
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


def workshop_in(demo):
    address = f"{demo.url}/api/v1/pages?type=workshop&limit=1"
    with urlopen(address, timeout=60) as response:
        [workshop] = json.load(response)["items"]
    return workshop["id"]


def settings_for(demo):
    # A page that is there: ids made up are never found. What is longer than the web
    # server reads, it refuses by itself (414); a cursor only fits its own question.
    return f"""
    [parameters]
    "path.page_id" = {workshop_in(demo)}

    [checks.negative_data_rejection]
    expected-statuses = [400, 404, 405, 414, 429]

    [checks.positive_data_acceptance]
    enabled = false
    """


def test_answers_are_those_that_are_described(demo, tmp_path):
    (tmp_path / "schemathesis.toml").write_text(settings_for(demo))

    run = subprocess.run(
        [
            SCHEMATHESIS,
            *("run", f"{demo.url}/api/v1/openapi.json", "--url", demo.url),
            *("--phases", "examples,coverage,fuzzing", "--max-time", str(SECONDS)),
            *("--continue-on-failure", "--seed", "1", "--no-color"),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-6000:]
    generated, passed = re.search(r"(\d+) generated, (\d+) passed", run.stdout).groups()
    assert (generated == passed, int(passed) > 500) == (True, True)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["de", "en"])
def test_manual_is_faultless(tour, width, language):
    visitor = tour(width=width)

    status = visitor.go(f"/api/v1/docs?language={language}")

    assert (status, visitor.faults(), visitor.barriers()) == (200, {}, [])
    assert visitor.page.locator("html").get_attribute("lang") == language
