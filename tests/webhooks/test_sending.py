"""What receivers may do to us, and what they get: with a server in its own process."""

import time

import pytest

from cms.webhooks.sending import MOST_OF_ANSWER, Sender
from tests.webhooks.conftest import FILES

BODY = b'{"id": "1"}'


@pytest.fixture
def send(receiver):
    sender = Sender(within=2, internal=True)
    return lambda how: sender.send(receiver.url(how), BODY, {"webhook-id": "1"})


def test_receiver_gets_the_body_and_its_answer_is_kept(send, receiver):
    answer = send("ok?from=werkstatt")

    [request] = receiver.requests
    assert (answer.status, answer.text, answer.error) == (200, "Thank you", "")
    assert (request["method"], request["path"]) == ("POST", "/ok?from=werkstatt")
    assert request["raw"].encode() == BODY
    assert request["headers"]["webhook-id"] == "1"


def test_failing_receiver_is_not_believed(send):
    answer = send("failing")

    assert (answer.status, answer.text) == (500, "Out of order")
    assert not answer.is_accepted


@pytest.mark.parametrize("how", ["slow", "drip"])
def test_slow_receiver_is_left_alone_in_time(send, how):
    answer = send(how)

    assert answer.status is None
    assert answer.error == "late"


def test_redirect_is_not_followed(send, receiver):
    answer = send("redirecting")

    assert answer.status == 307
    assert not answer.is_accepted
    assert [request["path"] for request in receiver.requests] == ["/redirecting"]


def test_two_gigabytes_are_not_read(send, receiver):
    answer = send("huge")

    assert answer.status == 200
    assert len(answer.text) == MOST_OF_ANSWER
    while receiver.taken is None:
        time.sleep(0.05)
    assert receiver.taken < 32 << 20  # what sockets of both sides hold by themselves


def test_receiver_that_closes_early_has_not_answered(send):
    answer = send("closing")

    assert answer.status is None
    assert answer.error == "connection"


def test_nobody_there_is_an_answer_too(receiver):
    answer = Sender(within=2, internal=True).send("http://127.0.0.1:1/", BODY, {})

    assert answer.status is None
    assert answer.error == "connection"


def test_proxy_of_the_environment_is_not_used(send, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")

    assert send("ok").status == 200


def test_certificate_has_to_be_that_of_the_name(secure_receiver, names):
    for name in ("receiver.example", "other.example"):
        names[name] = [["127.0.0.1"]]
    sender = Sender(within=5, internal=True, ca_certs=str(FILES / "receiver.pem"))
    urls = [
        secure_receiver.url("ok", host=host, scheme="https")
        for host in ("receiver.example", "other.example")
    ]

    right, wrong = (sender.send(url, BODY, {}) for url in urls)

    assert right.status == 200
    assert wrong.error == "tls"
    assert len(secure_receiver.requests) == 1


def test_unknown_certificate_is_refused(secure_receiver, names):
    names["receiver.example"] = [["127.0.0.1"]]
    url = secure_receiver.url("ok", host="receiver.example", scheme="https")

    answer = Sender(within=5, internal=True).send(url, BODY, {})

    assert answer.error == "tls"
    assert secure_receiver.requests == []
