"""Compares all workshops with what calendars have been told of them."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy, ngettext

from pages.calendars.states import record_all

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Notes of all workshops when, where and whether they take place, so that "
        "calendars can tell what has changed since. What is published is noted by "
        "itself; this is for the first time and for what happens outside the admin. "
        "Safe to repeat and to stop."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = record_all()
        words = ngettext(
            "%(number)d workshop compared.", "%(number)d workshops compared.", number
        )
        self.stdout.write(words % {"number": number})
