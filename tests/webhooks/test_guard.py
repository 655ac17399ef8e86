"""Which addresses may be asked: none inside a network, however it is written."""

import ipaddress

import pytest
from django.utils.translation import override

from cms.webhooks.guard import (
    ForbiddenTargetError,
    is_public,
    look_up,
    read_target,
)
from cms.webhooks.sending import Sender

INTERNAL = [
    "0.0.0.0",  # noqa: S104 (nothing is bound to it)
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize("number", INTERNAL)
def test_number_inside_a_network_is_not_public(number):
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "number", ["9.9.9.9", "193.99.144.80", "::ffff:9.9.9.9", "2620:fe::fe"]
)
def test_number_of_the_internet_is_public(number):
    assert is_public(ipaddress.ip_address(number))


def test_host_with_umlauts_is_asked_under_its_name_in_dns():
    target = read_target("https://Müller.example:8443/hook?a=1")

    assert target.host == "xn--mller-kva.example"
    assert target.host_header == "xn--mller-kva.example:8443"
    assert target.path == "/hook?a=1"


@pytest.mark.parametrize("host", ["１２７.0.0.1", "ｌocalhost", "127。0。0。1"])
def test_host_that_only_looks_foreign_is_judged_as_what_it_is(host):
    with pytest.raises(ForbiddenTargetError, match="internal network"):
        read_target(f"https://{host}/")


@pytest.mark.parametrize("host", ["ü_.example", "ü..example", "☃\u200d.example"])
def test_host_that_cannot_be_one_is_refused(host):
    with pytest.raises(ForbiddenTargetError, match="signs that no host can have"):
        read_target(f"https://{host}/")


@pytest.mark.parametrize("number", INTERNAL)
def test_address_with_an_internal_number_is_refused_when_written(number):
    host = f"[{number}]" if ":" in number else number

    with pytest.raises(ForbiddenTargetError, match="internal network"):
        read_target(f"https://{host}/hook")


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost", "127.0.0.1."],
)
def test_other_notations_of_a_number_are_refused_before_connecting(host):
    answer = Sender(within=5).send(f"https://{host}/hook", b"{}", {})

    assert answer.error == "forbidden"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://partner.example/", "https"),
        ("ftp://partner.example/", "complete web address"),
        ("https://", "complete web address"),
        ("https://partner.example:99999/", "complete web address"),
        ("https://[::1/", "complete web address"),
        ("https://me:secret@partner.example/", "user name"),
        ("https://rathaus.local/", "internal network"),
    ],
)
def test_what_is_no_address_to_send_to_is_refused_with_a_reason(url, reason):
    with pytest.raises(ForbiddenTargetError, match=reason):
        read_target(url)


def test_name_that_leads_inside_is_refused(names):
    names["partner.example"] = [["10.0.0.1"]]

    with pytest.raises(ForbiddenTargetError):
        look_up(read_target("https://partner.example/"))


def test_name_is_refused_if_one_of_its_numbers_is_inside(names):
    names["partner.example"] = [["9.9.9.9", "127.0.0.1"]]

    with pytest.raises(ForbiddenTargetError):
        look_up(read_target("https://partner.example/"))


def test_name_that_leads_elsewhere_a_moment_later_is_asked_once(names, receiver):
    names["partner.example"] = [["127.0.0.1"], ["127.0.0.2"]]
    url = receiver.url("ok", host="partner.example")

    answer = Sender(within=5, internal=True).send(url, b"{}", {})

    [request] = receiver.requests
    assert answer.status == 200
    assert names["asked"] == ["partner.example"]
    assert request["headers"]["host"] == f"partner.example:{receiver.port}"
