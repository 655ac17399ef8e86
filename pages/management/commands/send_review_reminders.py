"""Reminds people of the pages they should look at again. Run every day."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.reviews.mail import send_reminders

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Sends a mail to everybody whose look at a page is due: on the day, and then "
        "once a week. Safe to repeat: nobody is told of a page twice on one day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = send_reminders()
        words = ngettext(
            "%(number)d mail was sent.", "%(number)d mails were sent.", len(sent)
        )
        self.stdout.write(words % {"number": len(sent)})
        if failed:
            sentence = _(
                "The mail about reviews could not be sent to %(addresses)s. The log "
                "says why; the next run tries again."
            )
            raise CommandError(sentence % {"addresses": ", ".join(failed)})
