"""The examples of docs/webhooks.md do what they say, against the real thing."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from cms.outbox.models import EventType
from cms.webhooks.courier import BACKOFF
from cms.webhooks.models import Webhook
from tests import factories, node
from tests.outbox.conftest import fresh

TEXT = (Path(settings.BASE_DIR) / "docs/webhooks.md").read_text()


@pytest.fixture
def home(transactional_db, django_db_serialized_rollback):
    return factories.home()


@pytest.fixture
def examples():
    names = {}
    for block in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL):
        exec(block, names)  # noqa: S102 (the documentation's own example)
    return names


@pytest.fixture
def request_of_a_publication(home, receiver, settings):
    settings.WEBHOOKS_INTERNAL = True
    hook = {"name": "Partner", "url": receiver.url("ok"), "events": ["page.moved"]}
    webhook = Webhook.objects.create(**hook)
    page = factories.project(home)
    page.slug = "vorhaben"
    page.save()
    [request] = receiver.requests
    return webhook.secret, request["headers"], request["raw"].encode()


def test_signature_is_believed(examples, request_of_a_publication):
    assert examples["is_from_werkstatt"](*request_of_a_publication)


def test_anything_else_is_not_believed(examples, request_of_a_publication):
    secret, headers, body = request_of_a_publication
    believes = examples["is_from_werkstatt"]

    assert not believes(secret, headers, body + b" ")
    assert not believes(factories_secret(), headers, body)
    assert not believes(secret, {**headers, "webhook-id": "other"}, body)
    later = {**headers, "webhook-timestamp": str(int(headers["webhook-timestamp"]) + 1)}
    assert not believes(secret, later, body)
    assert not believes(secret, headers, body, tolerance=-1)


@pytest.mark.node
def test_client_for_typescript_believes_what_is_sent(request_of_a_publication):
    secret, headers, body = request_of_a_publication
    message = {"secret": secret, "headers": headers, "body": body.decode()}

    [believed, *others] = verified(
        message,
        {**message, "body": message["body"] + " "},
        {**message, "secret": factories_secret()},
    )

    assert believed == json.loads(body)
    assert others == ["Its signature is wrong."] * 2


def verified(*messages):
    """What `verifyWebhook` says of each message: an event or what is wrong."""
    program = """
        import { readFileSync } from "node:fs";
        import { verifyWebhook } from "@werkstatt/client";
        const answers = JSON.parse(readFileSync(0, "utf8")).map((message) =>
          verifyWebhook(message).catch((error) => error.message));
        console.log(JSON.stringify(await Promise.all(answers)));
    """
    ran = node.start(
        *("--input-type=module", "--eval", program),
        input=json.dumps(messages),
        cwd=node.CLIENT,
    )
    assert ran.stderr == ""
    return json.loads(ran.stdout)


def factories_secret():
    return Webhook().secret


def test_loop_of_the_feed_makes_a_copy(examples, home, client):
    page = factories.standard(home)
    asked = []

    def get(address, parameters):
        return client.get(address, parameters).json()

    def read_page(entry):
        asked.append(entry["detail"])
        return entry["path"]

    copy = {}
    cursor = examples["follow"](get, read_page, copy)
    first = dict(copy)
    fresh(page).unpublish()
    examples["follow"](get, read_page, copy, cursor)

    assert first == {home.pk: "/", page.pk: "/impressum/"}
    assert copy == {home.pk: "/"}


def test_payload_that_is_shown_has_the_parts_of_a_real_one(request_of_a_publication):
    [shown, _feed] = [
        json.loads(block) for block in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    ]
    real = json.loads(request_of_a_publication[2])

    assert set(shown) == set(real)
    for part in ("object", "moved"):
        assert set(shown[part]) == set(real[part])
    assert set(shown["pages"][0]) == set(real["pages"][0])
    assert real["moved"] == {"from": "/projekt/", "to": "/vorhaben/"}


def test_feed_that_is_shown_has_the_parts_of_a_real_one(home, client):
    [_payload, shown] = [
        json.loads(block) for block in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    ]
    real = client.get("/api/v1/changes").json()

    assert set(shown) == set(real)
    assert set(shown["entries"][0]) == set(real["entries"][0])


def test_every_event_is_explained():
    explained = re.findall(r"^\| `([a-z]+\.[a-z]+)`", TEXT, re.MULTILINE)

    assert sorted(explained) == sorted(EventType.values)


def test_times_of_trying_again_are_those_of_the_code():
    minutes = [int(delay.total_seconds() // 60) for delay in BACKOFF]

    assert minutes[:6] == [1, 5, 15, 30, 60, 120]
    assert set(minutes[6:]) == {240}
