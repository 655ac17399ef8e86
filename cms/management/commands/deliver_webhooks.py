"""Starts what a crash has left: changes that were not told, messages not sent."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.caches.queueing import look_after_all
from cms.publishing.recovery import tell_what_was_lost
from cms.webhooks.queueing import start_what_waits

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Tells changes that were saved and, because a process died, not told; starts "
        "with messages of webhooks that are due; and lets shared caches forget what is "
        "not true any more. Run it every few minutes."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        lost, webhooks = tell_what_was_lost(), len(start_what_waits())
        told = ngettext("%(number)d change told.", "%(number)d changes told.", lost)
        started = ngettext(
            "%(number)d webhook started.", "%(number)d webhooks started.", webhooks
        )
        self.stdout.write(told % {"number": lost})
        self.stdout.write(started % {"number": webhooks})
        for address in look_after_all():
            self.stderr.write(
                _("The shared cache %(address)s is behind.") % {"address": address}
            )
