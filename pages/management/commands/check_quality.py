"""Checks the whole content again, for the report on its quality."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.progress import Progress
from pages.quality.refreshing import refresh_all

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Checks everything that is public for the quality report, files in the storage "
        "included. What is published is checked by itself; this is for the first time "
        "and for what happens outside the admin. Safe to repeat and to stop."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        progress = Progress(self.stderr)
        try:
            number = refresh_all(progress, _("Checking, portion"))
        finally:
            progress.finish()
        words = ngettext("%(number)d finding.", "%(number)d findings.", number)
        self.stdout.write(words % {"number": number})
