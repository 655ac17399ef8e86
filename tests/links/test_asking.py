"""One address is asked: what answers mean, and what is never asked."""

import socket

import pytest

from pages.links.asking import Asker
from pages.links.hosts import host_of
from pages.links.judging import Answer
from pages.models import ExternalAddress

Outcome = ExternalAddress.Outcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.FINE),
        (204, Outcome.FINE),
        (401, Outcome.REFUSED),
        (403, Outcome.REFUSED),
        (404, Outcome.GONE),
        (410, Outcome.GONE),
        (429, Outcome.REFUSED),
        (500, Outcome.SERVER),
        (503, Outcome.SERVER),
        (999, Outcome.REFUSED),
    ],
)
def test_status_of_a_website_is_understood(other, asker, status, outcome):
    other.answers["/"] = status

    assert asker.ask(other.url()) == Answer(outcome, status)


def test_website_that_knows_no_head_is_asked_by_get(other, asker):
    other.answers["/"] = 200
    other.head_answers["/"] = 405

    answer = asker.ask(other.url())

    assert answer == Answer(Outcome.FINE, 200)
    assert other.seen == [("HEAD", "/"), ("GET", "/")]
    assert other.headers[1]["Range"] == "bytes=0-1023"


def test_website_that_asks_for_patience_is_not_asked_twice(other, asker):
    other.answers["/"] = 429

    asker.ask(other.url())

    assert other.seen == [("HEAD", "/")]


def test_request_says_who_asks(other, asker):
    other.answers["/"] = 200

    asker.ask(other.url())

    assert other.agents == {"Werkstatt-Linkcheck/1.0 (+http://testserver)"}
    assert "Cookie" not in other.headers[0]
    assert "Authorization" not in other.headers[0]


def test_body_is_not_read(other, asker):
    other.answers["/"] = "endless"
    other.head_answers["/"] = 405

    answer = asker.ask(other.url())

    assert answer == Answer(Outcome.FINE, 200)
    assert other.taken < 20_000_000  # what fits into buffers of the machine


def test_server_that_keeps_us_waiting_is_left(other):
    other.answers["/"] = "drip"
    asker = Asker(allow_loopback=True, answer_within=0.5, read_within=2)

    assert asker.ask(other.url()) == Answer(Outcome.TIMEOUT)


def test_server_that_says_nothing_is_left():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        asker = Asker(allow_loopback=True, read_within=0.2)
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"

        assert asker.ask(url) == Answer(Outcome.TIMEOUT)


def test_server_without_encryption_behind_https_has_no_valid_certificate(other, asker):
    url = other.url().replace("http:", "https:")

    assert asker.ask(url) == Answer(Outcome.TLS)


def test_closed_port_is_no_connection(asker):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    assert asker.ask(f"http://127.0.0.1:{port}/") == Answer(Outcome.CONNECTION)


def test_unknown_name_is_no_website(asker, monkeypatch):
    def unknown(*arguments, **options):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    assert asker.ask("http://gibt-es-nicht.example/") == Answer(Outcome.DNS)


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[::1",
        "http://exa mple.org/",
        "http://example.org:99999/",
        "http://" + "a" * 300 + ".example/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_address_is_said_to_be_none(asker, monkeypatch, url):
    monkeypatch.setattr(socket, "create_connection", None)

    assert asker.ask(url) == Answer(Outcome.INVALID)


INTERNAL = [
    "127.0.0.1",
    "127.8.9.10",
    "2130706433",
    "0x7f000001",
    "017700000001",
    "127.1",
    "0.0.0.0",  # noqa: S104 (an address that nothing may be sent to)
    "10.1.2.3",
    "172.16.0.1",
    "192.168.178.1",
    "100.64.0.1",
    "169.254.169.254",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[64:ff9b::7f00:1]",
    "[fe80::1]",
    "[fd00::1]",
    "[::]",
    "localhost",
    "user:secret@127.0.0.1",
]


@pytest.fixture
def no_connections(monkeypatch):
    """Nothing may be sent, not even to find out."""

    def refuse(*arguments, **options):
        raise AssertionError("A connection was opened.")

    monkeypatch.setattr("urllib3.util.connection.create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("host", INTERNAL)
def test_internal_address_is_refused(host, no_connections):
    assert Asker().ask(f"http://{host}/") == Answer(Outcome.INTERNAL)
    assert Asker().ask(f"https://{host}/") == Answer(Outcome.INTERNAL)


@pytest.mark.parametrize("number", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1"])
def test_name_that_leads_to_an_internal_address_is_refused(
    monkeypatch, no_connections, number
):
    family = socket.AF_INET6 if ":" in number else socket.AF_INET

    def inside(host, port, *arguments, **options):
        return [(family, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", inside)

    assert Asker().ask("http://harmless.example/") == Answer(Outcome.INTERNAL)


def test_connection_goes_to_the_number_that_was_looked_at(monkeypatch, other, asker):
    """A name that changes its number between the look and the call gains nothing."""
    other.answers["/"] = 200
    lookups = []
    original = socket.getaddrinfo

    def changing(host, *arguments, **options):
        lookups.append(host)
        is_name = host == "changing.example"
        return original("127.0.0.1" if is_name else host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", changing)

    answer = asker.ask(other.url(host="changing.example"))

    assert answer == Answer(Outcome.FINE, 200)
    assert lookups == ["changing.example", "127.0.0.1"]


def test_proxy_of_the_environment_is_not_used(other, asker, monkeypatch):
    """It would be asked for internal addresses, too."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    other.answers["/"] = 200

    assert asker.ask(other.url()) == Answer(Outcome.FINE, 200)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.org/a", "example.org"),
        ("http://user@example.org:8080/", "example.org:8080"),
        ("http://[::1", ""),
    ],
)
def test_host_of_an_address(url, host):
    assert host_of(url) == host


def test_error_that_nobody_thought_of_is_an_answer(asker, monkeypatch, caplog):
    def fail(*arguments):
        raise LookupError

    monkeypatch.setattr(Asker, "send", fail)

    assert asker.ask("http://a.example/") == Answer(Outcome.CONNECTION)
    assert "Asking http://a.example/ failed." in caplog.text
