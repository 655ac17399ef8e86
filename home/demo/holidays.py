"""Days on which no town in Germany would hold a workshop."""

from datetime import date, timedelta

from dateutil.easter import easter

__all__ = ["is_holiday"]

FIXED = {(1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31)}
"""Month and day: those of all states, and the two evenings."""
AFTER_EASTER = {-2, 0, 1, 39, 49, 50, 60}
"""From Good Friday to Corpus Christi, which is one in six states."""


def is_holiday(day: date) -> bool:
    """Whether a day is a public holiday, or Christmas Eve or New Year's Eve."""
    movable = {easter(day.year) + timedelta(days=days) for days in AFTER_EASTER}
    return (day.month, day.day) in FIXED or day in movable
