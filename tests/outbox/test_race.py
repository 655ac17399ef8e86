"""Several processes publish at once, on a real PostgreSQL, while a client reads."""

from threading import Thread

import pytest
from django.db import connection

from cms.outbox.models import Event
from tests import factories
from tests.outbox.conftest import fresh

pytestmark = pytest.mark.postgresql

WRITERS, TIMES = 4, 5


def publish(page):
    try:
        for _number in range(TIMES):
            fresh(page).save_revision().publish()
    finally:
        connection.close()


def test_reader_misses_nothing_of_what_is_committed_meanwhile(home, client):
    pages = [factories.standard(home, f"Seite {number}") for number in range(WRITERS)]
    start = Event.objects.latest("position").position
    writers = [Thread(target=publish, args=[page]) for page in pages]
    seen, last = [], start

    for writer in writers:
        writer.start()
    while True:
        are_done = not any(writer.is_alive() for writer in writers)
        news = Event.objects.filter(position__gt=last).order_by("position")
        seen += (found := list(news.values_list("position", flat=True)))
        last = seen[-1] if seen else start
        if are_done and not found:
            break

    total = WRITERS * TIMES
    assert seen == list(range(start + 1, start + 1 + total))


def test_state_after_a_race_is_the_last_one(home, client):
    page = factories.standard(home)

    def publish_and_hide():
        try:
            for _number in range(TIMES):
                fresh(page).unpublish()
                fresh(page).save_revision().publish()
        finally:
            connection.close()

    writers = [Thread(target=publish_and_hide) for _number in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    latest = Event.objects.filter(object_id=page.pk).latest("position")
    assert fresh(page).live == (latest.pages[0][2] is not None)
