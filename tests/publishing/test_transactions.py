"""When the event is sent, and when it is not: in real transactions."""

from contextlib import contextmanager, suppress
from functools import partial

import pytest
from django.db import transaction

from cms.plugins import content_changed
from tests import factories
from tests.publishing.conftest import change, fresh

ADDRESS = "/projekt/werkstatt/"


class Failure(Exception):  # noqa: N818 (it stands for any exception)
    """Ends a transaction without a commit."""


@contextmanager
def rolled_back():
    """A transaction, or within one a savepoint, that fails at its end."""
    with suppress(Failure), transaction.atomic():
        yield
        raise Failure


@pytest.fixture
def home(transactional_db, django_db_serialized_rollback):
    return factories.home()


@pytest.fixture
def workshop(project):
    return factories.workshop(project, "Werkstatt", live=False)


@pytest.fixture
def listen():
    """Connect receivers that are gone after the test."""
    connected = []

    def connect(receiver):
        content_changed.connect(receiver, weak=False)
        connected.append(receiver)

    yield connect
    for receiver in connected:
        content_changed.disconnect(receiver)


# --- Commit and rollback --------------------------------------------------------


def test_event_waits_for_the_commit(workshop, heard):
    heard.clear()

    with transaction.atomic():
        workshop.save_revision().publish()
        before_commit = list(heard)

    assert before_commit == []
    assert heard == [(change("published", workshop, after=ADDRESS),)]


def test_event_is_sent_once_without_an_outer_transaction(workshop, heard):
    heard.clear()

    workshop.save_revision().publish()

    assert heard == [(change("published", workshop, after=ADDRESS),)]


def test_snippet_is_told_at_once_without_a_transaction(home, heard):
    heard.clear()

    contact = factories.contact()

    assert heard == [(change("changed", contact),)]


def test_receiver_sees_what_was_committed(workshop, listen):
    seen = []
    listen(lambda changes, **kwargs: seen.append(fresh(workshop).live))

    with transaction.atomic():
        workshop.save_revision().publish()

    assert seen == [True]


def test_rollback_sends_nothing(workshop, heard):
    heard.clear()

    with rolled_back():
        workshop.save_revision().publish()

    assert not fresh(workshop).live
    assert heard == []


def test_transaction_after_a_rollback_knows_nothing_of_it(project, workshop, heard):
    heard.clear()
    with rolled_back():
        fresh(workshop).save_revision().publish()

    with transaction.atomic():
        project.save_revision().publish()

    assert heard == [(change("published", project, "/projekt/", "/projekt/"),)]


def test_savepoint_rolled_back_last_is_left_out(project, workshop, heard):
    heard.clear()

    with transaction.atomic():
        project.save_revision().publish()
        with rolled_back():
            workshop.save_revision().publish()

    assert heard == [(change("published", project, "/projekt/", "/projekt/"),)]


def test_savepoint_rolled_back_first_is_left_out(project, workshop, heard):
    heard.clear()

    with transaction.atomic():
        with rolled_back():
            workshop.save_revision().publish()
        project.save_revision().publish()

    assert heard == [(change("published", project, "/projekt/", "/projekt/"),)]


def test_savepoint_rolled_back_leaves_other_changes_of_its_page(workshop, heard):
    workshop.save_revision().publish()
    heard.clear()

    with transaction.atomic():
        page = fresh(workshop)
        page.places = 12
        page.save()
        with rolled_back():
            fresh(workshop).unpublish()

    assert heard == [(change("changed", workshop, ADDRESS, ADDRESS),)]


def test_transaction_of_nothing_but_rolled_back_savepoints_is_silent(workshop, heard):
    heard.clear()

    with transaction.atomic(), rolled_back():
        workshop.save_revision().publish()

    assert heard == []


def test_savepoints_that_hold_are_told_in_one_event(project, workshop, heard):
    heard.clear()

    with transaction.atomic():
        with transaction.atomic():
            project.save_revision().publish()
        with transaction.atomic():
            workshop.save_revision().publish()

    assert heard == [
        (
            change("published", project, "/projekt/", "/projekt/"),
            change("published", workshop, after=ADDRESS),
        )
    ]


# --- Receivers ------------------------------------------------------------------


def failing(changes, **kwargs):
    raise ValueError("The purge did not get through.")


FAILING = partial(failing)


class Failing:
    def __repr__(self):
        return "Failing()"

    def __call__(self, changes, **kwargs):
        raise ValueError("The purge did not get through.")


@pytest.mark.parametrize(
    ("receiver", "name"),
    [
        (failing, "tests.publishing.test_transactions.failing"),
        (FAILING, repr(FAILING)),
        (Failing(), "Failing()"),
    ],
    ids=["function", "partial", "object"],
)
def test_failing_receiver_is_logged_and_stops_nobody(
    workshop, listen, caplog, receiver, name
):
    calls = []
    listen(receiver)
    listen(lambda changes, **kwargs: calls.append(changes))

    workshop.save_revision().publish()

    [record] = [record for record in caplog.records if record.levelname == "ERROR"]
    assert calls == [(change("published", workshop, after=ADDRESS),)]
    assert record.getMessage() == f"A receiver of content_changed failed: {name}"
    assert record.exc_info[0] is ValueError


def test_what_a_receiver_changes_is_an_event_of_its_own(workshop, listen, heard):
    contact = factories.contact()
    heard.clear()

    def save_contact(changes, **kwargs):
        if changes[0].model == "pages.WorkshopPage":
            contact.save()

    listen(save_contact)
    workshop.save_revision().publish()

    assert heard == [
        (change("published", workshop, after=ADDRESS),),
        (change("changed", contact),),
    ]
