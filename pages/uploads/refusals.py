"""The sentences that refuse a file: which one, and why."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.settings.uploads import MEGA
from pages.documents import size_in_words

__all__ = [
    "DAMAGED",
    "EMPTY",
    "LOCKED",
    "MISNAMED",
    "SVG",
    "TOO_DEMANDING",
    "TOO_MANY_PIXELS",
    "UNPACKED",
    "UNUSUAL",
    "WRONG_TYPE",
    "limit_in_words",
    "refuse",
    "refuse_size",
]

DAMAGED = _("“%(name)s” was not stored: the file is damaged or incomplete.")
EMPTY = _("“%(name)s” was not stored: the file is empty.")
LOCKED = _("“%(name)s” was not stored: it cannot be opened without a password.")
MISNAMED = _("“%(name)s” was not stored: its content is not of the type %(type)s.")
SVG = _(
    "“%(name)s” was not stored: SVG pictures can contain programs and are not allowed "
    "here. Save it as PNG."
)
TOO_DEMANDING = _(
    "“%(name)s” was not stored: reading it takes too much time or memory."
)
TOO_LARGE = _(
    "“%(name)s” was not stored: it has %(size)s, at most %(limit)s are allowed."
)
TOO_MANY_PIXELS = _(
    "“%(name)s” was not stored: it has %(pixels)s megapixels, at most %(limit)s are "
    "allowed."
)
UNPACKED = _("“%(name)s” was not stored: unpacked it would be far too large.")
UNUSUAL = _(
    "“%(name)s” was not stored: it is packed in a way that not every program can open. "
    "Pack it as an ordinary ZIP file (method “Deflate”)."
)
WRONG_TYPE = _(
    "“%(name)s” was not stored: files of this type are not allowed here. Allowed are "
    "%(types)s."
)


def refuse(sentence: Any, name: str, **values: object) -> ValidationError:
    """Return the error to raise for a file of this name."""
    return ValidationError(sentence, params={"name": name, **values})


def refuse_size(name: str, size: int, limit: int) -> ValidationError:
    return refuse(
        TOO_LARGE, name, size=size_in_words(size), limit=limit_in_words(limit)
    )


def limit_in_words(limit: int) -> str:
    """Return a limit as it was set, in whole megabytes."""
    return gettext("%(size)s MB") % {"size": number_format(limit // MEGA)}
