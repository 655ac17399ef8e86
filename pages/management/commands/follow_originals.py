"""Brings the facts of all originals to their translations once more."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.progress import Progress
from pages.translation.failures import Failure
from pages.translation.upkeep import count_all, repair_all

__all__ = ["Command"]

STOPPED = 130  # what shells say after Ctrl-C


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Makes all translations true to their originals again. They follow by "
        "themselves; this is for what went wrong, as the log says, or after a backup "
        "was restored. Publishes no text."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--count",
            action="store_true",
            help=_("also count again what is left to translate"),
        )

    def handle(self, *args: Any, **options: Any) -> None:
        progress = Progress(self.stdout if options["verbosity"] else None)
        try:
            changed, failures = repair_all(progress)
            counted = count_all(progress) if options["count"] else None
        except KeyboardInterrupt:
            progress.finish()
            raise CommandError(
                _("Stopped. What was done is done; run it again for the rest."),
                returncode=STOPPED,
            ) from None
        finally:
            progress.finish()
        if options["verbosity"]:
            self.say(changed, counted)
        self.say_failures(failures)

    def say(self, changed: int, counted: int | None) -> None:
        sentence = ngettext(
            "%(count)d translation was brought up to date.",
            "%(count)d translations were brought up to date.",
            changed,
        )
        self.stdout.write(sentence % {"count": changed})
        if counted is not None:
            sentence = ngettext(
                "%(count)d translation was counted again.",
                "%(count)d translations were counted again.",
                counted,
            )
            self.stdout.write(sentence % {"count": counted})

    def say_failures(self, failures: list[Failure]) -> None:
        if not failures:
            return
        for failure in failures:
            self.stderr.write(str(failure), self.style.NOTICE)
        sentence = ngettext(
            "%(count)d original could not be followed. All others were.",
            "%(count)d originals could not be followed. All others were.",
            len(failures),
        )
        raise CommandError(sentence % {"count": len(failures)})
