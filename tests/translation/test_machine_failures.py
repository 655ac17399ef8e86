"""DeepL and LibreTranslate over real sockets, in bad hours."""

import logging

import pytest
from django.utils.translation import override

from pages.translation.machine import connection
from pages.translation.machine.connection import MachineTranslationError
from tests.translation.machines import (
    KEY,
    deepl_at,
    libretranslate_at,
    refusal,
    translate,
)
from tests.translation.service import Answer, running


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setattr(connection, "PAUSE_SECONDS", 0.01)
    with override("en"):
        yield


@pytest.fixture
def service():
    with running() as service:
        yield service


@pytest.fixture(params=[deepl_at, libretranslate_at], ids=["DeepL", "LibreTranslate"])
def translator(request, service):
    return request.param(service.address)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "has refused the request (status 400)"),
        (401, "does not accept the key of this website"),
        (403, "does not accept the key of this website"),
        (413, "too long for"),
        (456, "is used up"),
        (500, "is out of order. Please try again later."),
        (503, "is out of order. Please try again later."),
    ],
)
def test_failure_is_a_sentence(service, translator, status, words):
    service.prepared = [Answer({"message": "no"}, status)] * 2

    sentence = refusal(translator)

    assert words in sentence
    assert translator.display_name in sentence


@pytest.mark.parametrize("status", [429, 500, 503])
def test_busy_service_is_asked_once_more(service, translator, status):
    service.prepared = [Answer({}, status)]

    assert translate(translator, "Suppe") == ["EN Suppe"]
    assert len(service.questions) == 2


@pytest.mark.parametrize(
    ("status", "requests"), [(429, 2), (500, 2), (403, 1), (456, 1)]
)
def test_nobody_is_asked_a_third_time(service, translator, status, requests):
    service.prepared = [Answer({}, status)] * 3

    refusal(translator)

    assert len(service.questions) == requests


@pytest.mark.parametrize(
    ("retry_after", "words"),
    [
        ("1800", "Please try again in 1800 seconds."),
        ("Wed, 21 Oct 2031 07:28:00 GMT", "Please try again in some minutes."),
        (None, "Please try again in some minutes."),
        ("bald", "Please try again in some minutes."),
    ],
)
def test_busy_service_says_for_how_long(service, translator, retry_after, words):
    headers = {"Retry-After": retry_after} if retry_after else {}
    service.prepared = [Answer({}, 429, headers)] * 2

    assert refusal(translator) == f"{translator.display_name} is busy. {words}"


def test_service_that_is_busy_for_long_is_left_alone(service, translator):
    service.prepared = [Answer({}, 429, {"Retry-After": "1800"})]

    refusal(translator)

    assert len(service.questions) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Welcome to nginx</html>",
        b'{"translations": [',
        b"\xff\xfe",
        None,
        [],
        "text",
        {},
        {"translations": None, "translatedText": None},
        {"translations": "abc", "translatedText": "abc"},
        {"translations": [{"text": None}], "translatedText": [None]},
        {"translations": [{}], "translatedText": [{}]},
        {"translations": ["EN"], "translatedText": [["EN"]]},
    ],
)
def test_garbage_is_no_translation(service, translator, body):
    service.prepared = [Answer(body)]

    assert refusal(translator) == (
        f"{translator.display_name} sent an answer that cannot be read."
    )


@pytest.mark.parametrize("sent", [[], ["EN"], ["EN", "EN", "EN"]])
def test_wrong_number_of_texts_is_no_translation(service, translator, sent):
    body = {"translations": [{"text": text} for text in sent], "translatedText": sent}
    service.prepared = [Answer(body)]

    assert refusal(translator, "Eins", "Zwei") == (
        f"{translator.display_name} was asked for 2 texts and sent {len(sent)}. "
        "None of them was saved."
    )


def test_slow_service_is_not_waited_for(service, translator):
    service.prepared = [Answer({}, delay=1)]

    assert refusal(translator) == (
        f"{translator.display_name} did not answer in time. Please try again later."
    )


def test_service_that_is_gone_is_told_of(service, translator):
    nowhere = "http://127.0.0.1:1"
    translator.options |= {"ADDRESS": nowhere, "LIBRETRANSLATE_URL": nowhere}

    assert refusal(translator).startswith(
        f"{translator.display_name} cannot be reached. Please try again later."
    )


def test_redirect_is_not_followed(service, translator):
    with running() as elsewhere:
        headers = {"Location": f"{elsewhere.address}/translate"}
        service.prepared = [Answer(b"", 307, headers)]

        sentence = refusal(translator)

    assert sentence.startswith(f"{translator.display_name} has moved.")
    assert elsewhere.questions == []


@pytest.mark.parametrize(
    "answer",
    [
        Answer({"message": f"bad key {KEY}"}, 403),
        Answer({}, 500),
        Answer(b"<html>"),
        Answer({}, delay=1),
    ],
    ids=["forbidden", "failure", "garbage", "slow"],
)
def test_key_is_neither_said_nor_logged(service, translator, answer, caplog):
    caplog.set_level(logging.DEBUG)
    service.prepared = [answer] * 2

    with pytest.raises(MachineTranslationError) as caught:
        translate(translator, "Suppe")

    assert caplog.records
    assert KEY not in caplog.text
    assert KEY not in str(caught.value)
    assert KEY not in str(caught.value.__cause__)
