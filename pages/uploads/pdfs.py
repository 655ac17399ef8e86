"""PDF files: what can be opened by everybody, completely."""

from typing import IO

from pages.pdf.child import Outcome, open_pdf
from pages.uploads.refusals import (
    DAMAGED,
    LOCKED,
    MISNAMED,
    TOO_DEMANDING,
    refuse,
)

__all__ = ["check_pdf"]

# Adobe's readers look for both that far from the beginning and the end.
NEAR = 1024

REFUSALS = {
    Outcome.BROKEN: DAMAGED,
    Outcome.LOCKED: LOCKED,
    Outcome.EXHAUSTED: TOO_DEMANDING,
}


def check_pdf(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse what is no PDF, is cut off, or cannot be opened without a password.

    Readers mend a file that was cut off and show what is left of it, so its last line
    is looked for here. The rest is left to a process of its own.
    """
    file.seek(0)
    if b"%PDF-" not in file.read(NEAR):
        raise refuse(MISNAMED, name, type=extension.upper())
    if b"%%EOF" not in last_bytes(file):
        raise refuse(DAMAGED, name)
    outcome = open_pdf(file).outcome
    if outcome in REFUSALS:
        raise refuse(REFUSALS[outcome], name)


def last_bytes(file: IO[bytes]) -> bytes:
    """Return the end of a file without the zeros with which some servers fill it."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 64 * NEAR))
    return file.read().rstrip(b"\0\r\n\t ")[-NEAR:]
