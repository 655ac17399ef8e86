"""The form that makes a link."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.drafts.links.models import Scope, end_of

__all__ = ["MOST_DAYS", "DraftLinkForm"]

MOST_DAYS = 90
UNTIL_A_DAY = "day"


class DraftLinkForm(forms.Form):
    recipient = forms.CharField(
        label=_("For whom"),
        max_length=120,
        required=False,
        help_text=_("For example “press office”. Only editors see it."),
    )
    scope = forms.ChoiceField(
        label=_("What it shows"), choices=Scope, widget=forms.RadioSelect
    )
    period = forms.ChoiceField(
        label=_("Valid"),
        choices=[
            ("1", _("until tomorrow")),
            ("7", _("for 7 days")),
            ("30", _("for 30 days")),
            (UNTIL_A_DAY, _("until a day that I choose")),
        ],
        widget=forms.RadioSelect,
        initial="7",
        help_text=_("Always until the end of the day."),
    )
    last_day = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Only if you choose the day yourself."),
    )

    def __init__(
        self, *args: Any, scopes: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        """``scopes`` are those that a person may give away: at least one."""
        super().__init__(*args, **kwargs)
        scope: Any = self.fields["scope"]
        scope.choices = scopes
        self.initial.setdefault("scope", scopes[-1][0])

    def clean(self) -> dict[str, Any]:
        """Turn a period into the day with which it ends."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("period") == UNTIL_A_DAY:
            if "last_day" in values:
                self.check_day(values["last_day"])
        elif period := values.get("period"):
            values["last_day"] = timezone.localdate() + timedelta(days=int(period))
        return values

    def check_day(self, day: date | None) -> None:
        today = timezone.localdate()
        latest = today + timedelta(days=MOST_DAYS)
        if day is None:
            self.add_error("last_day", gettext("Please choose the last day."))
        elif not today <= day <= latest:
            words = gettext("The last day has to be between %(first)s and %(last)s.")
            days = {
                "first": date_format(today, "SHORT_DATE_FORMAT"),
                "last": date_format(latest, "SHORT_DATE_FORMAT"),
            }
            self.add_error("last_day", words % days)

    @property
    def expires_at(self) -> datetime:
        return end_of(self.cleaned_data["last_day"])
