"""What becomes of one text of a file. Values, no database.

Three texts are compared: what the file says, what was saved when it was exported (of
which the file carries a fingerprint), and what is saved now.
"""

import re
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

__all__ = ["Decision", "Saved", "decide", "fingerprint", "state_in"]

NOTHING = "none"
STATE = re.compile(rf"\bstate:([0-9a-f]{{12}}|{NOTHING})\b")


class Decision(Enum):
    SAVE = "save"
    CONFIRM = "confirm"
    """The same text, which nobody had confirmed until now."""
    KEEP = "keep"
    """Nothing to do: the file brings nothing new."""
    CONFLICT = "conflict"
    """Somebody has changed the text since the export, and so has the file."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A translated text as it is saved now."""

    text: str
    machine: bool = False
    broken: bool = False

    @property
    def is_final(self) -> bool:
        """Whether it is a person's text that can be published."""
        return not self.machine and not self.broken


def fingerprint(saved: Saved | None) -> str:
    """Return a short mark of a text and of whether it is final."""
    if saved is None:
        return NOTHING
    content = f"{saved.machine:d}{saved.broken:d}{saved.text}"
    return sha256(content.encode()).hexdigest()[:12]


def state_in(comment: str) -> str | None:
    """Return the fingerprint in an entry's comment; None if a tool has dropped it."""
    found = STATE.findall(comment)
    return found[-1] if found else None


def decide(text: str, state: str | None, saved: Saved | None) -> Decision:
    """Return what to do with a text that a translator has declared final.

    ``state`` is that of the saved text at the time of the export.
    """
    if saved and saved.text == text:
        return Decision.KEEP if saved.is_final else Decision.CONFIRM
    if state == fingerprint(Saved(text)):
        return Decision.KEEP
    # What a machine wrote or what cannot be published stands in nobody's way.
    if saved is None or not saved.is_final or state == fingerprint(saved):
        return Decision.SAVE
    return Decision.CONFLICT
