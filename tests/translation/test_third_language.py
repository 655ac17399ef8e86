"""One variable of the environment gives the site a third language.

Languages decide at the start of a process what urls, models and forms are like, so this
starts a process. ``in_french.py`` holds what it tests.
"""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

TESTS = Path(__file__).with_name("in_french.py")
KEPT = ("PATH", "HOME")


def test_french_needs_no_more_than_one_variable(tmp_path):
    environment = {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        "CONTENT_LANGUAGES": "de,en,fr",
        "DATABASE_URL": "sqlite://:memory:",
        "DATA_DIR": str(tmp_path),
    }

    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(TESTS)],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout + result.stderr
    assert " passed" in result.stdout
    assert "skipped" not in result.stdout
