"""Deletes links to drafts that have ended long ago."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy, ngettext

from cms.drafts.links.keeping import prune

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Deletes links to drafts that ended or were revoked 30 days ago or more."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = prune()
        words = ngettext(
            "%(number)d draft link deleted.", "%(number)d draft links deleted.", number
        )
        self.stdout.write(words % {"number": number})
