"""Days and times in templates. The work is done in pages.rendering.dates."""

from datetime import date, datetime, time

from django import template
from django.utils.safestring import SafeString
from django.utils.timezone import localdate, localtime

from pages.rendering import dates

register = template.Library()


@register.filter
def day(value: date | None) -> SafeString:
    return dates.day(value)


@register.filter
def day_with_weekday(value: date | None) -> SafeString:
    return dates.day_with_weekday(value)


@register.filter
def local_day(value: datetime | None) -> SafeString:
    """Write the day of a moment on the clocks of the site."""
    return dates.day(value and localdate(value))


@register.filter
def moment(value: datetime | None) -> SafeString:
    """Write day and time of a moment on the clocks of the site."""
    return dates.moment(value and localtime(value))


@register.filter
def clock(value: time | datetime | None) -> SafeString:
    return dates.clock(value)


@register.filter
def until(starts_at: datetime | None, ends_at: datetime | None) -> SafeString:
    """``{{ starts_at|until:ends_at }}``: both in words, as short as they allow."""
    return dates.span(starts_at, ends_at)


@register.filter
def zone_name(moment: datetime) -> str:
    return dates.zone_name(moment)
