"""How long until the next look."""

from calendar import monthrange
from datetime import date

from django.conf import settings

__all__ = ["months_later", "next_look"]


def next_look(today: date) -> date | None:
    """Return when to look again after today; None if the site sets no interval."""
    months: int = settings.REVIEW_INTERVAL_MONTHS
    return months_later(today, months) if months else None


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month, its last day if it is a shorter one."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
