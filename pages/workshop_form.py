"""The editors' form of workshops, in which times are those of the event's zone."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from pages.forms import ContentPageForm
from pages.time_zones import time_zone_choices

__all__ = ["WorkshopPageForm"]


class WorkshopPageForm(ContentPageForm):
    """Shows and reads start and end as times of the chosen zone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "time_zone" in self.fields:
            old = self.fields["time_zone"]
            self.fields["time_zone"] = forms.ChoiceField(
                choices=time_zone_choices(including=self.instance.time_zone),
                label=old.label,
                help_text=old.help_text,
            )
        zone = self.instance.zone
        for name in ("starts_at", "ends_at"):
            if moment := getattr(self.instance, name):
                self.initial[name] = shown_on_form(moment.astimezone(zone))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if zone := cleaned.get("time_zone"):
            for name in ("starts_at", "ends_at"):
                if moment := cleaned.get(name):
                    cleaned[name] = on_clock_of(moment, ZoneInfo(zone))
        return cleaned


def shown_on_form(local: datetime) -> datetime:
    """Return the moment that a form in the active zone shows as this clock time.

    The reverse of ``on_clock_of``; aware, so that an untouched field has not changed.
    """
    return local.replace(tzinfo=timezone.get_current_timezone())


def on_clock_of(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment at which the clocks of ``zone`` show what was typed in.

    The form field has read the input as a time of the active zone.
    """
    typed = moment.astimezone(timezone.get_current_timezone())
    return typed.replace(tzinfo=zone)
