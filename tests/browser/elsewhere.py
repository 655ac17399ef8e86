"""The website of somebody else: another server, and so another origin."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def website(folder: Path) -> Iterator[str]:
    """The address of a server of files that knows nothing of CORS."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--directory", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        said = process.stdout.readline()
        yield re.search(r"http://[\d.:]+", said)[0]
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()
