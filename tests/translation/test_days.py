from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from pages.translation.days import told_apart

NIGHT = datetime(2026, 6, 8, 22, 30, tzinfo=UTC)
"""Half past midnight of the next day on the clocks of the site."""
MORNING = datetime(2026, 6, 9, 7, 0, tzinfo=UTC)
MAY = datetime(2026, 5, 3, 10, 0, tzinfo=UTC)


def test_days_are_those_of_the_clocks_of_the_site():
    with override("de"):
        assert told_apart(MAY, NIGHT) == ("3. Mai 2026", "9. Juni 2026")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("9. Juni 2026, 00:30\xa0Uhr", "9. Juni 2026, 09:00\xa0Uhr")),
        ("en", ("9 June 2026, 12:30 am", "9 June 2026, 9:00 am")),
    ],
)
def test_one_day_is_told_with_the_time(language, words):
    with override(language):
        assert told_apart(NIGHT, MORNING) == words


def test_unknown_day_is_not_told():
    with override("de"):
        assert told_apart(None, MAY) == ("", "3. Mai 2026")
        assert told_apart(None, None) == ("", "")
