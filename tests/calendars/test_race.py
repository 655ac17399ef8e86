"""Two publications of a workshop are written down at once, on a real PostgreSQL."""

from datetime import timedelta
from threading import Event, Thread, current_thread

import pytest
from django.db import connection

from pages.calendars import states
from pages.models import CalendarState
from tests import factories
from tests.translation.translating import edit

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

MOVED = factories.START + timedelta(days=7)


class SlowRecorder(Thread):
    """Writes facts down, and stops for a moment between reading and writing."""

    def __init__(self, key, monkeypatch):
        super().__init__()
        self.key = key
        self.error = None
        self.has_read, self.other_is_done = Event(), Event()
        self.read = states.versions
        monkeypatch.setattr(states, "versions", self.read_slowly)

    def read_slowly(self, keys):
        found = self.read(keys)
        if current_thread() is self:
            self.has_read.set()
            self.other_is_done.wait(timeout=2)
        return found

    def run(self):
        try:
            states.record([self.key])
        except Exception as error:  # noqa: BLE001 (the test asks for it)
            self.error = error
        finally:
            connection.close()


@pytest.mark.parametrize("is_known", [True, False])
def test_later_facts_stay_and_are_counted_once(home, monkeypatch, is_known):
    workshop = factories.published(factories.workshop(home))
    if not is_known:
        CalendarState.objects.all().delete()
    recorder = SlowRecorder(workshop.translation_key, monkeypatch)

    recorder.start()
    assert recorder.has_read.wait(timeout=30)
    edit(workshop, starts_at=MOVED, ends_at=MOVED + timedelta(hours=5))
    recorder.other_is_done.set()
    recorder.join(timeout=60)

    state = CalendarState.objects.get(uid=workshop.translation_key)
    assert recorder.error is None
    assert (state.starts_at, state.sequence) == (MOVED, 1)
