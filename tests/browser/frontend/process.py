"""The front end of examples/, built and served by a process of its own."""

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.node import FRONT_END, NODE

SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
PATIENCE = 90
"""Seconds after which something that should happen never will."""
ADDRESS = re.compile(r"Z (http://\S+)/$", re.MULTILINE)


@dataclass(frozen=True)
class FrontEnd:
    url: str
    pages: Path
    """The folder with the newest pages."""
    log: Path


@contextmanager
def running(content_url: str, folder: Path) -> Iterator[FrontEnd]:
    """Build the pages in ``folder`` and serve them as long as the context is open."""
    # What Astro writes asks for packages in the folders above it.
    (folder / "node_modules").symlink_to(FRONT_END / "node_modules")
    log, site = folder / "log.txt", folder / "site"
    surroundings = {
        **os.environ,
        "CONTENT_URL": content_url,
        "SITE_DIR": str(site),
        "PORT": "0",
        "WEBHOOK_SECRET": SECRET,
        "NO_COLOR": "1",
    }
    with log.open("w") as said:
        process = subprocess.Popen(
            [NODE, "server/main.ts"],
            cwd=FRONT_END,
            env=surroundings,
            stdout=said,
            stderr=said,
        )
        try:
            url = address_of(process, log)
            yield FrontEnd(url, site / "current" / "pages" / "client", log)
        finally:
            process.terminate()
            process.wait(timeout=30)


def address_of(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the pages are built and served; where that is."""
    end = time.monotonic() + PATIENCE
    while not (found := ADDRESS.search(log.read_text())):
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)
    return found[1]
