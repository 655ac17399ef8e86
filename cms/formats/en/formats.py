"""Dates in an English admin: shown day first, read in that way and in Django's.

The admin shows 17.12.2026 in every language (``WAGTAIL_DATE_FORMAT``), because one
form is used in both and "12/11/2026" is another day in London and in New York.
ISO 8601 is always read, without standing here.
"""

from django.conf.locale.en import formats  # type: ignore[import-untyped]  # no stubs

SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
DATE_INPUT_FORMATS = ["%d.%m.%Y", *formats.DATE_INPUT_FORMATS]
DATETIME_INPUT_FORMATS = [
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    *formats.DATETIME_INPUT_FORMATS,
]
