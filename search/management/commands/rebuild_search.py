"""Makes the index of the search anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.progress import Progress
from search.indexing.refreshing import rebuild

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Indexes everything public for the search. What is published is indexed by "
        "itself; this is for the first time, after an update, and for what happens "
        "outside the admin. Safe to repeat and to stop."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        progress = Progress(self.stderr)
        try:
            number = rebuild(progress, _("Indexing, portion"))
        finally:
            progress.finish()
        words = ngettext(
            "The search knows %(number)d entry.",
            "The search knows %(number)d entries.",
            number,
        )
        self.stdout.write(words % {"number": number})
