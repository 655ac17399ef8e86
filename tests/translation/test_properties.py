"""Whatever editors and translators do, in whatever order: the two pages fit together.

Random sequences of what people do are played on the site and on a small model.
"""

import os
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from wagtail.models import Page

from pages.models import WorkshopPage
from pages.translation.progress import count_progress
from tests.rendering.reading import Reading
from tests.translation.model import Model
from tests.translation.playing import STEPS, Play, facts_of, texts_of
from tests.translation.translating import english_of, published, translation_of
from tests.translation.visitors.unmarked import unmarked

pytestmark = pytest.mark.django_db

PARTS = 4  # so that several processes can share them
# Several hundred in one of the two runs of .ci/run; the other has PostgreSQL.
MANY = os.environ.get("CI") == "true" and connection.vendor == "sqlite"
SEQUENCES = 300 if MANY else 60
BEGINNING = datetime(2030, 6, 1, 10, tzinfo=UTC)
GERMAN_WORDS = ("Wort", "Satz", "Werkstatt")

steps = st.tuples(st.sampled_from(STEPS), st.integers(0, 3))


class Checked(Play):
    updated_at = None
    """What the English page has said of its last change."""

    def check(self):
        english, expected = english_of(self.page), self.model.english
        assert english.live == expected.live
        assert facts_of(english) == expected.facts == self.model.facts
        assert texts_of(english) == {
            place: text[1] if text else self.model.texts[place]
            for place, text in expected.texts.items()
        }
        assert untranslated(english) == {
            place for place, text in expected.texts.items() if text is None
        }
        assert english.text_version == expected.version
        self.check_dates(english)
        if not self.model.deleted:
            self.check_original(english)

    def check_original(self, english):
        german = WorkshopPage.objects.get(pk=self.page.pk)
        assert german.text_version == self.model.version
        newest = self.model.dates[-1]
        assert (german.text_version_at, german.content_updated_at) == (newest, newest)
        row = translation_of(self.page).work
        assert row.open_strings == len(self.model.open())
        known = {name: getattr(row, name) for name in COUNTED}
        counted = count_progress(translation_of(self.page))
        assert known == {name: getattr(counted, name) for name in COUNTED}

    def check_dates(self, english):
        """The English page is as old as the German version it reflects."""
        dates = self.model.dates
        assert english.text_version_at == dates[self.model.english.version]
        if english.content_updated_at:
            assert english.content_updated_at in dates
            assert english.content_updated_at >= (self.updated_at or dates[1])
            assert english.content_updated_at >= (english.text_version_at or dates[1])
        self.updated_at = english.content_updated_at

    def check_readers(self, client):
        """What visitors are told, and in which language."""
        english = english_of(self.page)
        if not english.live:
            return
        cache.clear()
        seen = Reading(client.get(english.url))
        assert seen.status == 200
        assert unmarked(seen, GERMAN_WORDS) == []
        said = [line for line in seen.all(".language-notice p") if "reflects" in line]
        assert said == [*told(self.model)]


COUNTED = (
    "source_version",
    "version",
    "open_strings",
    "machine_strings",
    "has_unpublished",
)


def told(model: Model):
    """Yield the sentence for a translation that is behind and was complete once."""
    reflected, newest = model.dates[model.english.version], model.dates[-1]
    if reflected and reflected != newest:
        yield (
            f"This translation reflects the version of {day(reflected)} ; the German "
            f"original was changed on {day(newest)} ."
        )


def day(moment):
    local = timezone.localtime(moment)
    return f"{local.day} {local:%B %Y}"


def untranslated(page):
    return {
        path
        for path, entries in page.text_origins.items()
        if any(entry["string"] is None for entry in entries)
    }


@pytest.mark.parametrize("part", range(PARTS))
def test_the_two_languages_fit_together_after_any_sequence(home, client, part):
    published(home, title="Home")

    @seed(part)
    @settings(max_examples=SEQUENCES // PARTS, deadline=None, database=None)
    @given(played=st.lists(steps, min_size=1, max_size=7))
    def sequences_fit(played):
        with transaction.atomic(), time_machine.travel(BEGINNING, tick=False) as clock:
            play = Checked(home, clock)
            play.check()
            for name, number in played:
                play.play(name, number)
                play.check()
            play.check_readers(client)
            assert not any(Page.find_problems())
            transaction.set_rollback(True)

    sequences_fit()
