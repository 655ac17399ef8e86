"""How words are set: what belongs together stays on a line, nothing is said twice."""

import re
from typing import Any

from django.utils.translation import gettext

from cms.foreign import ForeignText, language_of

__all__ = ["is_called_room", "unbroken"]

# "Dr. Lenz", "Prof Ali", "Nr. 5"; "e. V.", "z. B.", "u. a."
TITLES = re.compile(r"\b((?:Prof|Dr|Mrs?|Ms|St)\.?|Nr\.|No\.) (?=\w)")
LETTERS = re.compile(r"\b([^\W\d_]\.) (?=[^\W\d_]\.)")
TOGETHER = "\\1\N{NO-BREAK SPACE}"


def unbroken(text: Any) -> str:
    """Return a text in which no line ends after "Dr." or within "e. V.".

    A mark of another language stays.
    """
    words = LETTERS.sub(TOGETHER, TITLES.sub(TOGETHER, str(text)))
    language = language_of(text)
    return ForeignText(words, language) if language else words


def is_called_room(room: str) -> bool:
    """Whether a room's name says by itself that it is one: "Raum 1.04"."""
    first = room.split(maxsplit=1)[:1]
    return [word.casefold() for word in first] == [gettext("Room").casefold()]
