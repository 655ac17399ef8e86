"""An editor publishes while a translator is publishing, on a real PostgreSQL."""

from datetime import timedelta
from threading import Event, Thread, current_thread

import pytest
from django.db import connection

from pages.translation import publishing
from tests import factories
from tests.translation.translating import (
    edit,
    english_of,
    published,
    translate,
    translation_of,
)

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

MOVED = factories.START + timedelta(days=7)


class SlowTranslator(Thread):
    """Publishes, and stops for a moment between reading the original and writing."""

    def __init__(self, translation, monkeypatch):
        super().__init__()
        self.translation = translation
        self.has_read, self.editor_is_done = Event(), Event()
        self.read = publishing.take_snapshot
        monkeypatch.setattr(publishing, "take_snapshot", self.read_slowly)

    def read_slowly(self, original):
        snapshot = self.read(original)
        if current_thread() is self:
            self.has_read.set()
            self.editor_is_done.wait(timeout=2)
        return snapshot

    def run(self):
        try:
            publishing.publish_translation(self.translation)
        finally:
            connection.close()


def test_facts_and_texts_meet_though_both_publish_at_once(home, monkeypatch):
    workshop = factories.workshop(home, lead="Kommen Sie.")
    published(workshop, lead="Come.")
    workshop = edit(workshop, lead="Kommen Sie alle.")
    translate(workshop, lead="Come all of you.")
    translator = SlowTranslator(translation_of(workshop), monkeypatch)

    translator.start()
    assert translator.has_read.wait(timeout=30)
    edit(workshop, starts_at=MOVED, ends_at=MOVED + timedelta(hours=5))
    translator.editor_is_done.set()
    translator.join(timeout=60)

    english = english_of(workshop)
    assert (english.starts_at, english.lead) == (MOVED, "Come all of you.")
    assert english.get_latest_revision_as_object().starts_at == MOVED
