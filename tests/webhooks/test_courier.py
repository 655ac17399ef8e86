"""When something is sent, in which order, and when we give up."""

import base64
import hashlib
import hmac
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from cms.outbox.models import Event
from cms.webhooks.courier import Courier
from cms.webhooks.models import Delivery, Webhook
from cms.webhooks.queueing import start_what_waits
from cms.webhooks.sending import Sender
from tests import factories
from tests.outbox.conftest import fresh

EVERYTHING = ["page.published", "page.unpublished", "page.moved", "access.changed"]
AWAY = "http://127.0.0.1:1/"


@pytest.fixture
def home(transactional_db, django_db_serialized_rollback):
    return factories.home()


@pytest.fixture
def page(home):
    return factories.standard(home)


@pytest.fixture
def hook(page, receiver, settings):
    """A webhook in whose queue things wait until a test has them sent."""
    settings.WEBHOOKS_INTERNAL = True
    settings.WEBHOOK_TIMEOUT = 2

    def make(how="ok", **values):
        values = {"name": "Partner", "events": EVERYTHING, **values}
        url = how if "://" in how else receiver.url(how)
        return Webhook.objects.create(url=url, **values)

    return make


@pytest.fixture
def quiet(monkeypatch):
    """Nothing is sent by itself."""
    monkeypatch.setattr("cms.webhooks.queueing.deliver_soon", lambda webhooks: None)
    monkeypatch.setattr("cms.webhooks.courier.deliver_soon", lambda webhooks: None)


def work(webhook):
    Courier(webhook.pk, Sender(2, internal=True)).run()
    webhook.refresh_from_db()


def publish(page, times=1):
    for _number in range(times):
        fresh(page).save_revision().publish()


def waiting():
    return Delivery.objects.filter(delivered_at=None).count()


def test_event_reaches_the_receiver_with_a_signature(page, hook, receiver):
    webhook = hook()

    publish(page)

    [request] = receiver.requests
    headers = request["headers"]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}."
    key = base64.b64decode(webhook.secret.removeprefix("whsec_"))
    mac = hmac.new(key, (signed + request["raw"]).encode(), hashlib.sha256).digest()
    assert headers["webhook-signature"] == "v1," + base64.b64encode(mac).decode()
    assert headers["webhook-id"] == request["body"]["id"]
    assert request["body"]["pages"] == [
        {"id": page.pk, "before": "/impressum/", "after": "/impressum/"}
    ]
    assert waiting() == 0


def test_only_wanted_events_are_sent(page, hook, receiver):
    hook(events=["page.unpublished"])

    publish(page)
    fresh(page).unpublish()

    assert [one["body"]["type"] for one in receiver.requests] == ["page.unpublished"]


def test_webhook_that_is_off_collects_nothing(page, hook):
    hook(is_on=False)

    publish(page)

    assert not Delivery.objects.exists()


def test_move_names_old_and_new_prefix(page, hook, receiver):
    hook()
    page = fresh(page)
    page.slug = "angaben"
    page.save()

    [request] = receiver.requests
    assert request["body"]["moved"] == {"from": "/impressum/", "to": "/angaben/"}


def test_failure_is_tried_again_after_a_minute(page, hook, quiet, receiver):
    webhook = hook("recovering")
    publish(page)

    work(webhook)
    work(webhook)
    at_once = len(receiver.requests)
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        work(webhook)

    delivery = Delivery.objects.get()
    assert at_once == 1
    assert delivery.delivered_at
    assert [one.status for one in delivery.tries.all()] == [503, 200]


def test_later_event_of_an_object_waits_for_the_earlier_one(
    home, page, hook, quiet, receiver
):
    webhook = hook("recovering")
    other = factories.standard(home, "Kontakt")
    Delivery.objects.all().delete()
    publish(page, 2)
    publish(other)

    work(webhook)
    first = [one["body"]["object"]["id"] for one in receiver.requests]
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        work(webhook)

    positions = [int(one["body"]["cursor"].split(".")[1]) for one in receiver.requests]
    own = [event.position for event in Event.objects.filter(object_id=page.pk)][-2:]
    assert first == [str(page.pk), str(other.pk)]
    assert positions[-2:] == own
    assert waiting() == 0


def test_receiver_that_fails_three_times_is_left_alone_for_a_while(
    home, hook, quiet, receiver
):
    webhook = hook("failing")
    for number in range(6):
        factories.standard(home, f"Seite {number}")

    work(webhook)
    work(webhook)

    assert len(receiver.requests) == 3
    assert waiting() == 6


@pytest.fixture
def administrator(home, django_user_model):
    return django_user_model.objects.create_superuser("ada", "ada@stadt.example", "x")


def test_webhook_is_switched_off_after_a_day_and_loses_nothing(
    page, hook, quiet, receiver, administrator
):
    webhook = hook("failing")
    publish(page, 2)
    start = timezone.now()
    hours = 0

    while webhook.stopped_at is None and hours < 48:
        with time_machine.travel(start + timedelta(hours=hours), tick=False):
            work(webhook)
        hours += 1

    [message] = mail.outbox
    assert hours == 28  # tried after 23 hours, and then after four more
    assert message.to == ["ada@stadt.example"]
    assert webhook.name in message.subject
    assert waiting() == 2

    Webhook.objects.update(url=receiver.url("ok"))
    publish(page)
    webhook.refresh_from_db()
    webhook.resume()
    work(webhook)

    assert waiting() == 0
    assert len([one for one in receiver.requests if one["path"] == "/ok"]) == 3


def test_retries_spread_over_a_day(page, hook, quiet):
    webhook = hook(AWAY)
    publish(page)
    now = start = timezone.now()

    while webhook.stopped_at is None:
        with time_machine.travel(now):
            work(webhook)
        delivery = Delivery.objects.get()
        now = max(delivery.next_try_at, webhook.paused_until or now)

    tries = delivery.tries.count()
    assert 8 <= tries <= 14
    assert timedelta(hours=20) < webhook.stopped_at - start < timedelta(hours=30)


def test_two_workers_do_not_send_at_once(page, hook, quiet, receiver):
    webhook = hook()
    publish(page)
    first, second = (Courier(webhook.pk, Sender(2, internal=True)) for _ in range(2))

    taken = first.take_lease(), second.take_lease()
    second.run()
    while_busy = len(receiver.requests)
    first.release_lease()
    second.run()

    assert taken == (True, False)
    assert while_busy == 0
    assert len(receiver.requests) == 1


def test_worker_that_died_is_taken_over_when_its_lease_ends(
    page, hook, quiet, receiver
):
    webhook = hook()
    publish(page)
    Courier(webhook.pk, Sender(2, internal=True)).take_lease()

    with time_machine.travel(timezone.now() + timedelta(seconds=8)):
        work(webhook)

    assert len(receiver.requests) == 1


def test_what_no_task_looks_after_is_started_by_the_command(page, hook, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("cms.webhooks.queueing.deliver_soon", lambda webhooks: None)
        webhook = hook()
        publish(page)

    started = start_what_waits()

    assert started == [webhook.pk]
    assert waiting() == 0
