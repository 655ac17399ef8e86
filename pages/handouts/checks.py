"""The system check that says why there are no PDF files."""

from typing import Any

from django.core.checks import CheckMessage, Warning  # noqa: A004 (Django's own name)

from pages.handouts.pdf import can_write_pdf

__all__ = ["check_pango"]


def check_pango(**kwargs: Any) -> list[CheckMessage]:
    """Return a warning (pages.W001) where Pango is missing."""
    if can_write_pdf():
        return []
    return [
        Warning(
            "Pango is not installed, so programmes are not offered as PDF files.",
            hint="On Debian: apt install libpango-1.0-0 libpangoft2-1.0-0",
            id="pages.W001",
        )
    ]
