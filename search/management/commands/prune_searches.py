"""Deletes old counts of what was searched."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy, ngettext

from search.counting import forget_before

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Deletes what was searched in months that lie longer ago than "
        "SEARCHES_KEPT_MONTHS says."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = forget_before(settings.SEARCHES_KEPT_MONTHS)
        words = ngettext(
            "%(number)d entry was deleted.", "%(number)d entries were deleted.", number
        )
        self.stdout.write(words % {"number": number})
