"""Compares what is public with what programs were told."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.outbox.pruning import begin_anew
from cms.outbox.writing import reconcile

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Tells programs of pages that came or went past the application, as by SQL. "
        "Safe to repeat."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--new-feed",
            action="store_true",
            help=_("let all clients begin anew; needed after restoring a backup"),
        )

    def handle(self, *args: Any, new_feed: bool = False, **options: Any) -> None:
        if new_feed:
            begin_anew()
        number = reconcile()
        words = ngettext("%(number)d page told.", "%(number)d pages told.", number)
        self.stdout.write(words % {"number": number})
