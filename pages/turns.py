"""When workshops change by themselves: they end, and registration closes."""

from datetime import datetime, time, timedelta

from django.db.models import Min
from django.utils import timezone

from pages.models import WorkshopPage

__all__ = ["next_turn_of_workshops"]


def next_turn_of_workshops(after: datetime) -> datetime | None:
    """Return the next moment after which a workshop looks otherwise; one query.

    It is over right after its end, and registration is closed on the day after its
    closing date, in the time zone of the site.
    """
    live = WorkshopPage.objects.filter(live=True)
    # The day before may still be the closing date of a registration that is open.
    ends, closing = (
        live.filter(ends_at__gt=after),
        live.filter(registration_deadline__gte=timezone.localdate(after)),
    )
    end = ends.aggregate(first=Min("ends_at"))["first"]
    day = closing.aggregate(first=Min("registration_deadline"))["first"]
    closed = day and timezone.make_aware(
        datetime.combine(day + timedelta(days=1), time())
    )
    return min((moment for moment in (end, closed) if moment), default=None)
