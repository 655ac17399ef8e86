"""Dates in the admin's forms: shown as people here write them, read in all ways."""

from datetime import date, datetime

import pytest
from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.users.models import UserProfile

from tests import factories

LANGUAGES = [code for code, _name in settings.WAGTAILADMIN_PERMITTED_LANGUAGES]

FORMATS = ("DATE", "DATETIME")


class Form(forms.Form):
    day = forms.DateField(widget=AdminDateInput)
    moment = forms.DateTimeField(widget=AdminDateTimeInput)


def read(day, moment):
    form = Form({"day": day, "moment": moment})
    assert form.is_valid(), form.errors
    return form.cleaned_data["day"], timezone.make_naive(form.cleaned_data["moment"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", ["17.12.2026", "2026-12-17"])
def test_date_is_read_as_shown_and_as_iso(language, day):
    with override(language):
        found = read(day, f"{day} 18:30")

    assert found == (date(2026, 12, 17), datetime(2026, 12, 17, 18, 30))  # noqa: DTZ001 (as the form says it)


@pytest.mark.parametrize("language", LANGUAGES)
def test_date_is_shown_with_day_first(language):
    with override(language):
        shown = AdminDateInput().format_value(date(2026, 12, 1))

    assert shown == "01.12.2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_date_in_a_list_is_written_as_in_a_form(language):
    moment = datetime(2026, 12, 1, 18, 30)  # noqa: DTZ001 (as a list says it)

    with override(language):
        shown = [date_format(moment, f"SHORT_{name}_FORMAT") for name in FORMATS]

    assert shown == ["01.12.2026", "01.12.2026 18:30"]


def test_english_date_is_still_read():
    with override("en"):
        found = read("12/17/2026", "12/17/2026 18:30")

    assert found[0] == date(2026, 12, 17)


@pytest.mark.parametrize("language", LANGUAGES)
def test_workshop_form_shows_and_picks_the_same_format(
    language, admin_client, admin_user
):
    workshop = factories.workshop(
        factories.home(), agenda=[{"type": "day", "value": {"date": "2031-03-06"}}]
    )
    UserProfile.objects.create(user=admin_user, preferred_language=language)

    html = admin_client.get(f"/admin/pages/{workshop.pk}/edit/").content.decode()

    assert 'value="06.03.2031 11:00"' in html
    assert "d.m.Y H:i" in html
    assert "&quot;06.03.2031&quot;" in html
