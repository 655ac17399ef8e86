"""Days and times in words, in the active language, inside ``<time>`` elements.

"Donnerstag, 22. Februar 2018, 11:00 bis 16:00 Uhr" is in English "Thursday, 22
February 2018, 11:00 am to 4:00 pm". Datetimes are written as the clocks of their own
zone show them; they are never converted here.
"""

from datetime import date, datetime, time

from django.conf import settings
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

__all__ = [
    "clock",
    "clock_in_words",
    "day",
    "day_in_words",
    "day_with_weekday",
    "moment",
    "span",
    "zone_name",
]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def day(value: date | None) -> SafeString:
    """Return "22. Februar 2018"; nothing without a date."""
    return time_element(value, day_in_words(value)) if value else SafeString()


def day_with_weekday(value: date | None) -> SafeString:
    """Return "Donnerstag, 22. Februar 2018"; nothing without a date."""
    if value is None:
        return SafeString()
    pattern = pgettext("date with weekday, in Django's letters", "l, j F Y")
    return time_element(value, date_format(value, pattern))


def clock(value: time | datetime | None) -> SafeString:
    """Return "11:00", in English "11:00 am"; nothing without a time."""
    return time_element(value, clock_in_words(value)) if value else SafeString()


def moment(value: datetime | None) -> SafeString:
    """Return "22. Februar 2018, 11:00 Uhr"; nothing without a moment."""
    if value is None:
        return SafeString()
    return format_html(
        gettext("{day}, {start}"), day=day(value.date()), start=clock(value)
    )


def span(starts_at: datetime | None, ends_at: datetime | None) -> SafeString:
    """Return when something begins and ends; nothing if the beginning is unknown."""
    if starts_at is None:
        return SafeString()
    values = {
        "day": day_with_weekday(starts_at.date()),
        "start": clock(starts_at),
        "end": clock(ends_at),
        "last_day": day_with_weekday(ends_at.date() if ends_at else None),
    }
    return format_html(span_pattern(starts_at, ends_at), **values)


def span_pattern(starts_at: datetime, ends_at: datetime | None) -> str:
    if ends_at is None:
        return gettext("{day}, {start}")
    if starts_at.date() == ends_at.date():
        return gettext("{day}, {start} to {end}")
    return gettext("{day}, {start} to {last_day}, {end}")


def zone_name(moment: datetime) -> str:
    """Return what people call the zone of a moment: "MEZ", "Ortszeit London", "UTC".

    The site's own zone is named by its abbreviation, another one by its town.
    """
    key = str(moment.tzinfo)
    if key == settings.TIME_ZONE:
        names = {
            "CET": pgettext("time zone", "CET"),
            "CEST": pgettext("time zone", "CEST"),
        }
        abbreviation = moment.tzname() or key
        return names.get(abbreviation, abbreviation)
    if "/" not in key:
        return key
    town = key.rpartition("/")[2].replace("_", " ")
    return gettext("local time in %(town)s") % {"town": town}


def day_in_words(value: date) -> str:
    """Return what ``day`` does, as plain text."""
    return date_format(value, pgettext("date, in Django's letters", "j F Y"))


def clock_in_words(value: time | datetime) -> str:
    """Return what ``clock`` does, as plain text."""
    # Lower case, because Django writes either "AM" or "a.m.".
    pattern = pgettext("time of day, in Django's letters", "g:i A")
    return time_format(value, pattern).lower()


def time_element(value: date | time, words: str) -> SafeString:
    """Return the words in an element that tells programs the same.

    A line may end after the weekday, but not within "22. Februar 2018" or "11:00 am".
    """
    precision = {} if type(value) is date else {"timespec": "minutes"}
    weekday, comma, rest = words.rpartition(", ")
    return format_html(
        '<time datetime="{}">{}{}{}</time>',
        value.isoformat(**precision),
        weekday,
        comma,
        rest.replace(" ", NO_BREAK_SPACE),
    )
