"""Lets shared caches forget everything."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.caches.purging import order
from cms.caches.tags import ALL
from cms.webhooks.failures import Failure
from cms.webhooks.sending import Answer

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Lets all caches of SHARED_CACHES forget everything. Run it after an update."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.SHARED_CACHES:
            raise CommandError(_("SHARED_CACHES names no cache."))
        failed = []
        for address in settings.SHARED_CACHES:
            answer = order(address, [ALL])
            if answer.is_accepted:
                self.stdout.write(_("%(address)s: empty") % {"address": address})
            else:
                failed.append(
                    _("%(address)s does not take the order: %(reason)s")
                    % {"address": address, "reason": reason_of(answer)}
                )
        if failed:
            raise CommandError("\n".join(failed))


def reason_of(answer: Answer) -> str:
    return str(Failure(answer.error).label if answer.error else answer.status)
