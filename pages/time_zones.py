"""Time zones by the names of the IANA database, as "Europe/Berlin"."""

from functools import cache
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

__all__ = ["default_time_zone", "time_zone_choices", "validate_time_zone"]


@cache
def known_time_zones() -> frozenset[str]:
    """Return the names this machine knows; looking for them reads hundreds of files."""
    return frozenset(available_timezones())


def default_time_zone() -> str:
    """Return the zone of the site."""
    return settings.TIME_ZONE


def time_zone_choices(including: str) -> list[tuple[str, str]]:
    """Return the zones an editor can choose: Europe's, UTC, and one to keep."""
    names = {name for name in known_time_zones() if name.startswith("Europe/")}
    chosen = sorted(names | {settings.TIME_ZONE, including, "UTC"})
    return [(name, name.replace("_", " ")) for name in chosen]


def validate_time_zone(name: str) -> None:
    """Raise ValidationError for a name that is no time zone."""
    if name not in known_time_zones():
        raise ValidationError(_("“%(name)s” is not a time zone.") % {"name": name})
