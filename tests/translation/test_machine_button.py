"""The button of the editor: what it does, and what it says."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import override
from wagtail_localize.models import StringTranslation

from pages.translation.machine import connection
from tests.translation.exchange import begun, stored, translator
from tests.translation.service import Answer, running
from tests.translation.translating import translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.fixture
def user(home, django_user_model):
    return translator(django_user_model)


@pytest.fixture
def workshop(home):
    return begun(home)


@pytest.fixture
def service(settings, monkeypatch):
    """A LibreTranslate that the site is set up to use."""
    monkeypatch.setattr(connection, "PAUSE_SECONDS", 0.01)
    with running() as service:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
            "CLASS": "pages.translation.machine.libretranslate.SafeLibreTranslator",
            "OPTIONS": {
                "LIBRETRANSLATE_URL": service.address,
                "API_KEY": "",
                "GLOSSARIES": {},
            },
        }
        yield service


def press(client, workshop, **data):
    address = reverse(
        "wagtail_localize:machine_translate", args=[translation_of(workshop).pk]
    )
    return client.post(address, data)


def said(response):
    """The messages a person reads, without the links."""
    words = [str(message) for message in get_messages(response.wsgi_request)]
    return [re.sub(r"<[^>]*>", "", text).strip() for text in words]


def test_button_translates_and_says_how_much(client, workshop, user, service):
    client.force_login(user)

    response = press(client, workshop, next="/admin/pages/")

    assert response.status_code == 302
    assert response.url == "/admin/pages/"
    assert said(response) == [
        (
            "5 texts were translated with LibreTranslate and saved. "
            "Please read and confirm them."
        )
    ]
    assert len(service.questions) == 1
    assert stored(workshop)["Begrüßung"] == "EN Begrüßung"


def test_button_says_that_nothing_is_open(client, workshop, user, service):
    client.force_login(user)
    press(client, workshop)

    response = press(client, workshop)

    assert said(response)[-1] == "Every text has a translation already."
    assert len(service.questions) == 1


def test_button_says_what_went_wrong(client, workshop, user, service):
    service.prepared = [Answer({}, 403)]
    client.force_login(user)

    response = press(client, workshop)

    assert response.status_code == 302
    assert said(response) == [
        (
            "1 text was translated with LibreTranslate and saved. "
            "Please read and confirm it."
        ),
        (
            "LibreTranslate does not accept the key of this website. Please tell the "
            "administration of this website. 4 texts are still to be translated."
        ),
    ]


def test_button_counts_damaged_texts(client, workshop, user, service):
    service.translate = lambda text: text.replace("a1", "a2")
    client.force_login(user)

    response = press(client, workshop)

    assert said(response)[1] == (
        "1 text was not saved, because LibreTranslate has damaged a link, a tag or a "
        "fixed term in it. Please translate it by hand."
    )


def test_button_does_nothing_without_a_service(client, workshop, user):
    client.force_login(user)

    assert press(client, workshop).status_code == 404


def test_button_is_for_those_who_may_change_the_page(
    client, workshop, service, django_user_model
):
    stranger = django_user_model.objects.create_user("eve", "eve@a.example", "secret")
    client.force_login(stranger)

    response = press(client, workshop)

    assert response.status_code == 302
    assert service.questions == []
    assert StringTranslation.objects.count() == 0


def test_button_needs_a_post(client, workshop, user, service):
    client.force_login(user)
    address = reverse(
        "wagtail_localize:machine_translate", args=[translation_of(workshop).pk]
    )

    assert client.get(address).status_code == 405
