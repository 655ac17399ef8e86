"""What is said of a file: its type, size and pages."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

__all__ = ["describe", "size_in_words"]


def describe(document: Any) -> str:
    """Return type, size and pages in the active language: "PDF, 1,33 MB, 4 Seiten"."""
    parts = [document.file_extension.upper()]
    if document.file_size:
        parts.append(size_in_words(document.file_size))
    if document.page_count:
        parts.append(
            ngettext("%(count)d page", "%(count)d pages", document.page_count)
            % {"count": document.page_count}
        )
    return ", ".join(part for part in parts if part)


def size_in_words(size: int) -> str:
    """Return a size in bytes as people read it, in decimal units: "1,33 MB"."""
    if size < 1_000_000:
        return _("%(size)s kB") % {"size": number_format(max(1, round(size / 1000)))}
    return _("%(size)s MB") % {"size": number_format(round(size / 1_000_000, 2), 2)}
