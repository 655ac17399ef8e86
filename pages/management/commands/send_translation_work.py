"""Sends translators what is left to do, once a week."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.translation.mail import send_work

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Sends a mail to everybody who translates, has asked for it, and has something "
        "to do. Safe to repeat: nobody gets two in one week, from Monday to Sunday."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--force",
            action="store_true",
            help=_("also to those who have got one this week"),
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = send_work(again=options["force"])
        words = ngettext(
            "%(number)d mail was sent.", "%(number)d mails were sent.", len(sent)
        )
        self.stdout.write(words % {"number": len(sent)})
        if failed:
            sentence = _(
                "The mail about translations could not be sent to %(addresses)s. The "
                "log says why; the next run tries again."
            )
            raise CommandError(sentence % {"addresses": ", ".join(failed)})
