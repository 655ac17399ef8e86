"""Administrators set up webhooks, read what was answered, and send again."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from cms.webhooks.models import Attempt, Delivery, Webhook
from tests import factories
from tests.outbox.conftest import fresh

FORM = {
    "name": "Partner",
    "url": "https://partner.example/hook",
    "events": ["page.published", "page.deleted"],
    "secret": "",
    "is_on": "on",
}
NEW, LOG = "/admin/webhooks/new/", "/admin/webhooks/log/"


@pytest.fixture
def home(transactional_db, django_db_serialized_rollback):
    return factories.home()


@pytest.fixture
def ada(home, client, django_user_model):
    """An administrator, signed in."""
    ada = django_user_model.objects.create_superuser("ada", "ada@stadt.example", "x")
    client.force_login(ada)
    return ada


@pytest.fixture
def stopped(home, ada):
    """A webhook that we have given up on, with one message that waits."""
    webhook = Webhook.objects.create(
        name="Partner",
        url="http://127.0.0.1:1/",
        events=["page.published"],
        stopped_at=timezone.now(),
    )
    fresh(home).save_revision().publish()
    Attempt.objects.create(
        delivery=Delivery.objects.get(), status=500, answer="<b>Out of order</b>"
    )
    return webhook


def test_administrator_makes_a_webhook_with_a_secret(ada, client):
    response = client.post(NEW, FORM)

    webhook = Webhook.objects.get()
    assert response.status_code == 302
    assert webhook.events == FORM["events"]
    assert webhook.secret.startswith("whsec_")


def test_new_form_proposes_a_secret(ada, client):
    assert "whsec_" in client.get(NEW).content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"url": "https://10.0.0.1/hook"}, "in ein internes Netz"),
        ({"url": "http://partner.example/"}, "muss mit https:// beginnen"),
        ({"url": "partner"}, "keine vollständige Webadresse"),
        ({"events": []}, "mindestens ein Ereignis"),
        ({"secret": "geheim"}, "whsec_"),
    ],
)
def test_mistake_in_the_form_is_explained(ada, client, change, sentence):
    response = client.post(NEW, {**FORM, **change})

    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not Webhook.objects.exists()


@pytest.mark.parametrize("address", [NEW, LOG, "/admin/webhooks/"])
def test_editors_see_no_webhooks(home, client, django_user_model, address):
    editor = django_user_model.objects.create_user("erika", password="x")
    editor.groups.add(*editor.groups.model.objects.filter(name="Editors"))
    client.force_login(editor)

    assert client.get(address).status_code == 302
    assert client.get(address, follow=True).redirect_chain[0][0] in (
        "/admin/",
        f"/admin/login/?next={address}",
    )


def test_log_shows_answers_as_text(stopped, client):
    page = client.get(LOG).content.decode()

    assert "&lt;b&gt;Out of order&lt;/b&gt;" in page
    assert "500" in page


@pytest.mark.parametrize("language", ["de", "en"])
def test_log_and_form_speak_both_languages(stopped, ada, client, language):
    from wagtail.users.models import UserProfile  # only here

    profile = UserProfile.get_for_user(ada)
    profile.preferred_language = language
    profile.save()

    words = {"de": ["Webhook-Protokoll", "Seite veröffentlicht"]}
    words["en"] = ["Webhook log", "page published"]
    page = client.get(LOG).content.decode()
    assert [word for word in words[language] if word not in page] == []


@pytest.mark.parametrize("count", [1, 3])
def test_log_takes_as_many_queries_for_any_number(
    stopped, home, client, django_assert_max_num_queries, count
):
    for _number in range(count):
        fresh(home).save_revision().publish()
    client.get(LOG)

    with django_assert_max_num_queries(24):
        client.get(LOG)


def test_first_page_tells_of_a_stopped_webhook(stopped, client):
    page = client.get("/admin/").content.decode()

    assert "stopped-webhooks" in page
    assert "Partner" in page


def test_button_on_the_first_page_is_allowed_to_switch_on_again(stopped, ada):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    page = client.get("/admin/").content.decode()
    [form] = re.findall(r'<form action="[^"]*/resume/".*?</form>', page, re.DOTALL)
    [token] = re.findall(r'name="csrfmiddlewaretoken" value="([^"]*)"', form)

    client.post(f"/admin/webhooks/{stopped.pk}/resume/", {"csrfmiddlewaretoken": token})

    assert Webhook.objects.get().stopped_at is None


def test_list_and_log_say_what_is_switched_off(stopped, client):
    assert (
        "nach einem Tag ohne Erfolg" in client.get("/admin/webhooks/").content.decode()
    )
    assert "bis der Webhook wieder" in client.get(LOG).content.decode()


def test_stopped_webhook_is_switched_on_again_and_gets_what_waits(
    stopped, client, receiver, settings
):
    settings.WEBHOOKS_INTERNAL = True
    Webhook.objects.update(url=receiver.url("ok"))

    client.post(f"/admin/webhooks/{stopped.pk}/resume/")

    assert Webhook.objects.get().stopped_at is None
    assert len(receiver.requests) == 1


def test_message_is_sent_again(stopped, client, receiver, settings):
    settings.WEBHOOKS_INTERNAL = True
    Webhook.objects.update(url=receiver.url("ok"))
    client.post(f"/admin/webhooks/{stopped.pk}/resume/")

    client.post(f"{LOG}{Delivery.objects.get().pk}/again/")

    first, second = receiver.requests
    assert first["body"] == second["body"]


def test_message_of_a_stopped_webhook_is_not_sent_again(stopped, client):
    response = client.post(f"{LOG}{Delivery.objects.get().pk}/again/", follow=True)

    assert "Schalten Sie ihn zuerst ein" in response.content.decode()
    assert Attempt.objects.count() == 1


def test_stranger_cannot_send_again(stopped, client):
    client.logout()

    client.post(f"{LOG}{Delivery.objects.get().pk}/again/")

    assert Attempt.objects.count() == 1
