"""Deletes what the outbox need not keep any more."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy, ngettext

from cms.outbox.pruning import prune

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Deletes changes, and what webhooks sent of them, that are older than "
        "CHANGES_KEPT_DAYS days. Clients that are further behind begin anew."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = prune()
        words = ngettext(
            "%(number)d change deleted.", "%(number)d changes deleted.", number
        )
        self.stdout.write(words % {"number": number})
