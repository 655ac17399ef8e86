"""How long events are kept, and what clients are told who come later."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cms.outbox.models import Event, Feed, UntoldNote
from tests import factories
from tests.outbox.conftest import fresh

CHANGES = "/api/v1/changes"


@pytest.fixture
def cursor(workshop, client):
    """Where a client stands who has read everything."""
    cursor = client.get(CHANGES, {"limit": 500}).json()["cursor"]
    return client.get(CHANGES, {"since": cursor}).json()["cursor"]


def age(**since):
    Event.objects.update(occurred_at=timezone.now() - timedelta(**since))


def test_old_events_are_deleted_and_old_cursors_gone(
    home, workshop, cursor, client, capsys
):
    fresh(workshop).save_revision().publish()
    age(days=31)
    factories.standard(fresh(home))

    call_command("prune_changes")

    assert Event.objects.count() == 1
    assert client.get(CHANGES, {"since": cursor}).status_code == 410
    assert "gelöscht" in capsys.readouterr().out


def test_client_who_has_read_all_old_events_goes_on(workshop, cursor, client):
    age(days=31)

    call_command("prune_changes")

    answer = client.get(CHANGES, {"since": cursor})
    assert answer.json()["entries"] == []


def test_younger_events_stay(workshop, cursor):
    age(days=29)
    number = Event.objects.count()

    call_command("prune_changes")

    assert Event.objects.count() == number > 0
    assert Feed.objects.get().pruned_to == 0


def test_new_feed_makes_all_begin_anew(workshop, cursor, client):
    call_command("reconcile_changes", new_feed=True)

    assert client.get(CHANGES, {"since": cursor}).status_code == 410
    assert client.get(CHANGES).status_code == 200


def test_command_tells_what_was_left_behind(workshop, capsys):
    UntoldNote.objects.create(
        content={"page": workshop.pk, "before": [], "privacy": False, "shown_on": []}
    )
    UntoldNote.objects.update(noted_at=timezone.now() - timedelta(minutes=6))
    number = Event.objects.count()

    call_command("deliver_webhooks")

    assert Event.objects.count() == number + 1
    assert not UntoldNote.objects.exists()
    assert "1 Änderung gemeldet." in capsys.readouterr().out
