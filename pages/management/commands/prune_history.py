"""Deletes old entries of the site's history."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.audit import forget_before

__all__ = ["Command"]

LEAST = 30


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Deletes what the site's history says of the time before so many days: who "
        "changed what, and who signed in. Versions of pages stay."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "days", type=int, help=_("how many days of the history stay")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        days = options["days"]
        if days < LEAST:
            raise CommandError(
                _("At least %(days)d days of the history stay.") % {"days": LEAST}
            )
        number = forget_before(timezone.now() - timedelta(days=days))
        words = ngettext(
            "%(number)d entry was deleted.", "%(number)d entries were deleted.", number
        )
        self.stdout.write(words % {"number": number})
