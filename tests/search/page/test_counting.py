"""What is kept of searches, and what is not."""

from datetime import date, datetime
from io import StringIO
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.db import DatabaseError
from django.utils.translation import override

from search.counting import count
from search.models import SearchedWords
from search.question import Question

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")


def searched(text, results=0, language="de", at=(2026, 3, 14, 12)):
    with time_machine.travel(datetime(*at, tzinfo=BERLIN), tick=False):
        count(Question(text, language), results)


def kept():
    rows = SearchedWords.objects.order_by("month", "language", "words")
    return [
        (row.words, row.language, row.month, row.number, row.results) for row in rows
    ]


def test_same_words_are_counted_together_however_they_are_written():
    searched("Straße  im Ort", 3)
    searched("STRASSE im ort", 4)

    assert kept() == [("strasse im ort", "de", date(2026, 3, 1), 2, 4)]


def test_months_and_languages_are_counted_each_for_itself():
    searched("linde", 1)
    searched("linde", 1, language="en")
    searched("linde", 1, at=(2026, 4, 1, 0))

    assert kept() == [
        ("linde", "de", date(2026, 3, 1), 1, 1),
        ("linde", "en", date(2026, 3, 1), 1, 1),
        ("linde", "de", date(2026, 4, 1), 1, 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "jo.wallner@example.org",
        "jo wallner (at) example org",
        "jo＠example.org",
        "https://example.org/?id=7",
        "www.example.org",
        "0234 / 123 45 67",
        "DE89 3704 0044 0532 0130 00",
        "Sehr geehrte Damen und Herren," + " ich wohne seit vierzig Jahren hier" * 3,
        "",
    ],
)
def test_what_may_name_somebody_is_not_kept(text):
    searched(text)

    assert kept() == []


@pytest.mark.parametrize("text", ["22.02.2018", "01UR1609A", "werkstatt 2"])
def test_dates_and_grant_numbers_are_kept(text):
    searched(text)

    assert [row[0] for row in kept()] == [text.lower()]


def test_failure_to_count_is_logged_and_stops_nobody(caplog):
    with mock.patch("search.counting.note", side_effect=DatabaseError("locked")):
        searched("linde")

    assert "A search was not counted." in caplog.messages


def prune():
    said = StringIO()
    with override("en"), time_machine.travel(datetime(2026, 3, 31, 12, tzinfo=BERLIN)):
        call_command("prune_searches", stdout=said)
    return said.getvalue().strip()


@pytest.mark.parametrize(
    ("months", "number", "left"),
    [
        (0, "3 entries were deleted.", [date(2026, 3, 1)]),
        (1, "2 entries were deleted.", [date(2026, 2, 1), date(2026, 3, 1)]),
        (14, "1 entry was deleted.", [date(2025, 1, 1), date(2026, 2, 1)]),
    ],
)
def test_old_months_are_forgotten(settings, months, number, left):
    settings.SEARCHES_KEPT_MONTHS = months
    for year, month in ((2024, 12), (2025, 1), (2026, 2), (2026, 3)):
        searched("linde", at=(year, month, 1, 12))

    assert prune() == number
    assert [row[2] for row in kept()][: len(left)] == left
