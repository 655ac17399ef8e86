"""Moves the dates of the demo, so that it looks alive whenever it is loaded."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from home.demo.holidays import is_holiday

__all__ = ["NEXT_WORKSHOP", "WORKSHOP_DAYS", "move_dates", "weeks_to_move"]

NEXT_WORKSHOP = date(2026, 3, 5)
"""The day of workshop 2 as the file has it. Everything else is told around it."""

WORKSHOP_DAYS = (
    date(2026, 1, 15),
    date(2026, 3, 4),
    NEXT_WORKSHOP,
    date(2026, 4, 23),
)
"""The days of all workshops of the series, as the file has them."""

# Fewer, if need be; more would move what has been told into the future.
DAYS_AHEAD = 21
ONE_DAY = timedelta(days=1)
ZONE = ZoneInfo("Europe/Berlin")
FIELDS = (
    "content_updated_at",
    "date",
    "ends_at",
    "ends_on",
    "first_published_at",
    "original_published_on",
    "registration_deadline",
    "starts_at",
    "starts_on",
)
DATED_FIELD = re.compile(
    rf"\b(?P<name>{'|'.join(FIELDS)}): "
    r"(?P<value>\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?)(?=[,}\s])"
)


def weeks_to_move(today: date) -> int:
    """Return by how many weeks workshop 2 is then 21 to 27 days ahead.

    Up to two weeks less, if a workshop of the series would be on a public holiday.
    """
    wanted = -(((NEXT_WORKSHOP - today).days - DAYS_AHEAD) // 7)
    earlier = range(wanted, wanted - 3, -1)
    return next((weeks for weeks in earlier if are_working_days(weeks)), wanted)


def are_working_days(weeks: int) -> bool:
    return not any(is_holiday(day + timedelta(weeks=weeks)) for day in WORKSHOP_DAYS)


def move_dates(text: str, weeks: int) -> str:
    """Return a content file with all its dates moved by whole weeks.

    A weekday stays that weekday and 11:00 stays 11:00, also when clocks have changed.
    Projects begin and end with a month, and last as many months as before.
    """
    return DATED_FIELD.sub(lambda found: moved(found, timedelta(weeks=weeks)), text)


def moved(found: re.Match[str], distance: timedelta) -> str:
    name, value = found["name"], found["value"]
    if "T" in value:
        # Within one zone, Python adds on the clock: the offset follows by itself.
        moment = datetime.fromisoformat(value).astimezone(ZONE) + distance
        return f"{name}: {moment.isoformat()}"
    day = date.fromisoformat(value) + distance
    if name == "starts_on":
        day = day.replace(day=1)
    elif name == "ends_on":
        day = (day + ONE_DAY).replace(day=1) - ONE_DAY
    return f"{name}: {day.isoformat()}"
