"""Names of files as they are stored, and as sentences show them."""

import unicodedata
from pathlib import PurePosixPath

__all__ = ["extension_of", "safe_name", "shown_name", "visible"]

# With the folder and what a storage adds to a name that is taken, it fits a hundred
# characters, which is what the database has room for.
LONGEST_STEM = 60
LONGEST_SHOWN = 80


def visible(text: str) -> str:
    """Return a text without control characters and marks of writing direction.

    They are invisible, and let “tneve\u202efdp.exe” look like “tnevexe.pdf”.
    """
    return "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")


def safe_name(name: str) -> str:
    """Return a name without folders and invisible characters, and not too long."""
    plain = unicodedata.normalize("NFC", visible(name.replace("\\", "/")))
    path = PurePosixPath(PurePosixPath(plain).name)
    stem = path.stem.strip(" .")[:LONGEST_STEM].rstrip(" .") or "file"
    return f"{stem}{path.suffix.lower()}"


def shown_name(name: str) -> str:
    """Return a name as a sentence shows it: short enough for a line."""
    shown = visible(name)
    if len(shown) <= LONGEST_SHOWN:
        return shown
    return f"{shown[: LONGEST_SHOWN - 20]}…{shown[-19:]}"


def extension_of(name: str) -> str:
    """Return what stands behind the last dot, in small letters, "" if there is none."""
    return PurePosixPath(visible(name)).suffix[1:].lower()
