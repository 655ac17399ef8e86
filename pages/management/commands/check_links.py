"""Asks whether links to other websites still lead somewhere. Run every night."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.links.asking import Asker
from pages.links.judging import Verdict
from pages.links.visiting import Limits, OfflineError, Visit
from pages.progress import Progress

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Asks the websites that published content links to whether the pages are still "
        "there: each address once in LINK_CHECK_DAYS days, one request at a time. "
        "Addresses of internal networks are never asked. Safe to stop and to repeat."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--limit", type=int, default=1000, help=_("ask at most so many addresses")
        )
        parser.add_argument(
            "--minutes", type=float, default=30, help=_("stop after so many minutes")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        limit, minutes = options["limit"], options["minutes"]
        if limit < 1 or minutes <= 0:
            raise CommandError(_("--limit and --minutes have to be greater than 0."))
        progress = Progress(self.stderr)
        limits = Limits(number=limit, seconds=minutes * 60)
        visit = Visit(self.asker(), limits, progress)
        try:
            visit.run()
        except OfflineError as error:
            raise CommandError(
                _(
                    "None of the websites answered, so it seems to be this server that "
                    "has no connection. Nothing was noted; the next run tries again."
                )
            ) from error
        finally:
            progress.finish()
        self.stdout.write(self.summary(visit))

    def asker(self) -> Asker:
        return Asker()

    def summary(self, visit: Visit) -> str:
        counts = visit.counts
        values = {
            "asked": counts.total(),
            "broken": counts[Verdict.BROKEN],
            "moved": counts[Verdict.MOVED],
            "failing": counts[Verdict.FAILING],
            "unsure": counts[Verdict.UNSURE],
            "left": visit.left,
        }
        sentence = _(
            "Asked: %(asked)d. Broken: %(broken)d, moved: %(moved)d, to be asked "
            "again: %(failing)d, not told to programs: %(unsure)d. Left for the next "
            "run: %(left)d."
        )
        return sentence % values
