"""The days of two versions in words, so that they can be told apart."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext

from pages.rendering.dates import clock_in_words, day_in_words

__all__ = ["told_apart"]


def told_apart(former: datetime | None, latter: datetime | None) -> tuple[str, str]:
    """Return the days of two moments on the clocks of the site; "" without a moment.

    If it is one day, both say the time as well.
    """
    days = [moment and localtime(moment) for moment in (former, latter)]
    known = [moment.date() for moment in days if moment]
    is_one_day = len(known) == 2 and known[0] == known[1]
    then, now = (in_words(day, with_time=is_one_day) for day in days)
    return then, now


def in_words(moment: datetime | None, *, with_time: bool) -> str:
    if moment is None:
        return ""
    day = day_in_words(moment.date())
    if not with_time:
        return day
    return gettext("{day}, {start}").format(day=day, start=clock_in_words(moment))
