"""Reads a PDF in a child process with little time, little memory and no secrets.

PDFium is written in C++ and reads what strangers upload. Whatever a file does to it, it
does it there; and as PDFium is not safe for threads, it has a process to itself.
"""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

__all__ = ["Outcome", "Reading", "inspect_pdf", "open_pdf"]

logger = logging.getLogger(__name__)

READER = Path(__file__).with_name("reader.py")
MEMORY = 1_000_000_000  # bytes of address space, of which Python and PDFium take 150 MB
SECONDS_TO_OPEN = 10
SECONDS_TO_INSPECT = 60
SECONDS_WHILE_SOMEBODY_WAITS = 5
"""With the time to open a file, and twice as long by the clock, that is less than the
30 seconds after which servers end a request."""
CHUNK = 1 << 20


class Outcome(Enum):
    READ = "read"
    PARTLY = "partly"
    BROKEN = "broken"
    LOCKED = "locked"
    EXHAUSTED = "exhausted"
    """It needed more time or memory than it was given, or crashed."""


@dataclass(frozen=True, slots=True)
class Reading:
    outcome: Outcome
    facts: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    """What stands on the pages that were read, as PDFium gives it."""


def open_pdf(file: IO[bytes]) -> Reading:
    """Find out whether a PDF can be opened, and what it says of itself."""
    with on_disk(file) as path:
        return run(path, "open", SECONDS_TO_OPEN)


def inspect_pdf(file: IO[bytes], *, somebody_waits: bool = False) -> Reading:
    """Read all pages as well; what was found until time was up is there anyhow."""
    seconds = SECONDS_WHILE_SOMEBODY_WAITS if somebody_waits else SECONDS_TO_INSPECT
    with on_disk(file) as path:
        return run(path, "inspect", seconds)


@contextmanager
def on_disk(file: IO[bytes]) -> Iterator[str]:
    """Copy a file, wherever it is stored, to where another process can read it."""
    with NamedTemporaryFile(suffix=".pdf") as copy:
        file.seek(0)
        while chunk := file.read(CHUNK):
            copy.write(chunk)
        copy.flush()
        yield copy.name


def run(path: str, task: str, seconds: int) -> Reading:
    command = [sys.executable, "-I", str(READER), path, task, str(seconds), str(MEMORY)]
    try:
        finished = subprocess.run(  # noqa: S603 (our own program; the path is ours, too)
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            # A process that waits uses no CPU time and has to end as well.
            timeout=2 * seconds,
            env={},
            check=False,
        )
        written, status, errors = finished.stdout, finished.returncode, finished.stderr
    except subprocess.TimeoutExpired as error:
        written, status, errors = error.stdout or b"", -1, b""
    if status:
        logger.warning("A PDF was not read to its end (status %s).", status)
        logger.debug("What its reader wrote: %r", errors)
    return reading_of(written, ended_well=status == 0)


def reading_of(written: bytes, *, ended_well: bool) -> Reading:
    """Return what the last whole line says, and the text in those before it."""
    lines = [json.loads(line) for line in written.split(b"\n")[:-1]]
    text = "\n".join(line["text"] for line in lines if "text" in line)
    others = [line for line in lines if "text" not in line]
    facts: dict[str, Any] = others[-1] if others else {}
    if "error" in facts:
        return Reading(Outcome(facts["error"]))
    if not facts:
        return Reading(Outcome.EXHAUSTED)
    return Reading(Outcome.READ if ended_well else Outcome.PARTLY, facts, text)
