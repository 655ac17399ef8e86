"""Nothing is lost between a commit and its telling, nor told of what was not."""

from datetime import timedelta

import pytest
from django.db import transaction

from cms.outbox.models import Event, UntoldNote
from cms.outbox.receiving import events_written
from cms.publishing import transaction as telling
from cms.publishing.recovery import tell_what_was_lost
from pages.models import Contact
from tests import factories
from tests.outbox.conftest import fresh
from tests.publishing.test_transactions import Failure, rolled_back

AT_ONCE = timedelta(0)


@pytest.fixture
def dying(monkeypatch):
    """A process that ends right after a commit, before anything is told."""

    def end(*args):
        raise Failure

    return lambda: monkeypatch.setattr(telling, "tell_changes", end)


def test_notes_are_gone_when_they_are_told(workshop, written):
    fresh(workshop).save_revision().publish()

    assert len(written()) == 1
    assert not UntoldNote.objects.exists()


@pytest.mark.parametrize("act", ["publish", "unpublish", "delete", "hide", "save"])
def test_what_was_committed_and_not_told_is_told_later(
    workshop, written, dying, monkeypatch, act
):
    contact = factories.contact()
    start = len(written())
    acts = {
        "publish": lambda: fresh(workshop).save_revision().publish(),
        "unpublish": lambda: fresh(workshop).unpublish(),
        "delete": lambda: fresh(workshop).delete(),
        "hide": lambda: workshop.view_restrictions.create(restriction_type="login"),
        "save": contact.save,
    }
    dying()
    acts[act]()
    monkeypatch.undo()
    lost = written()[start:]

    tell_what_was_lost(AT_ONCE)

    kinds = {
        "publish": "page.published",
        "unpublish": "page.unpublished",
        "delete": "page.deleted",
        "hide": "access.changed",
        "save": "snippet.changed",
    }
    assert lost == []
    assert [event.type for event in written()[start:]] == [kinds[act]]
    assert not UntoldNote.objects.exists()


def test_what_a_receiver_takes_back_is_told_later(workshop, written):
    def refuse(**kwargs):
        raise Failure

    events_written.connect(refuse)
    fresh(workshop).unpublish()
    events_written.disconnect(refuse)
    taken_back = written()

    tell_what_was_lost(AT_ONCE)

    assert taken_back == []
    assert [event.type for event in written()] == ["page.unpublished"]


def test_what_is_being_told_is_not_told_twice(workshop, written):
    fresh(workshop).save_revision().publish()

    assert tell_what_was_lost(AT_ONCE) == 0
    assert len(written()) == 1


def test_notes_that_are_fresh_are_left_to_their_process(workshop, written, dying):
    dying()
    fresh(workshop).unpublish()

    assert tell_what_was_lost() == 0
    assert UntoldNote.objects.exists()


def test_rollback_leaves_no_note(workshop, written):
    with rolled_back():
        fresh(workshop).unpublish()

    assert written() == []
    assert not UntoldNote.objects.exists()


def test_savepoint_rolled_back_leaves_no_note(project, workshop, written):
    with transaction.atomic():
        fresh(project).save_revision().publish()
        with rolled_back():
            fresh(workshop).unpublish()

    assert [event.object_id for event in written()] == [str(project.pk)]
    assert not UntoldNote.objects.exists()


def test_change_that_never_came_is_not_told(workshop, written):
    contact = factories.contact()
    start = Event.objects.count()
    contact.name = None

    with pytest.raises(Exception, match=r"(?i)null"):
        contact.save()
    tell_what_was_lost(AT_ONCE)

    assert Contact.objects.get().name
    assert [event.type for event in Event.objects.all()[start:]] in (
        [],
        ["snippet.changed"],
    )
