"""The programme as a screen reader is given it: Chromium's accessibility tree."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override

from home.demo.dates import NEXT_WORKSHOP, weeks_to_move
from pages.rendering.dates import day_with_weekday
from tests.browser.tree import Tree

pytestmark = pytest.mark.browser

NAMES = {"de": "Programm", "en": "Programme"}


def expected(language):
    """What stands in the file, with the days on which the demo is loaded."""
    text = (Path(__file__).parent / f"programme.{language}.txt").read_text()
    workshop = NEXT_WORKSHOP + timedelta(weeks=weeks_to_move(timezone.localdate()))
    with override(language):
        evening, day = (
            strip_tags(day_with_weekday(each))
            for each in (workshop - timedelta(days=1), workshop)
        )
    return text.replace("EVENING", evening).replace("DAY", day).splitlines()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", NAMES)
def test_programme_is_read_day_time_title_speakers(demo, tour, language, width):
    visitor = tour(width=width)
    visitor.go(demo.pages[language]["workshop"])

    read = Tree(visitor.page).lines("region", NAMES[language])

    assert read == expected(language)
