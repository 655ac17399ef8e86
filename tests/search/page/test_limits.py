"""How often one address may ask, and what is kept of it."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import RequestFactory

from search.limiting import seconds_to_wait, visitor_of

MINUTE = 1_800_000_000
assert MINUTE % 60 == 0


@pytest.fixture
def clock():
    """A clock that stands still, 20 seconds past a minute."""
    cache.clear()
    with time_machine.travel(MINUTE + 20, tick=False) as clock:
        yield clock


def request_from(address, **headers):
    return RequestFactory().get("/suche/", REMOTE_ADDR=address, headers=headers)


def waits(address, times, what="page"):
    return [seconds_to_wait(request_from(address), what, 3) for _ in range(times)]


def test_address_waits_for_the_next_minute(clock):
    now = waits("192.0.2.1", 5)
    clock.shift(40)
    later = waits("192.0.2.1", 1)

    assert (now, later) == ([0, 0, 0, 40, 40], [0])


def test_addresses_and_purposes_are_counted_each_for_itself(clock):
    assert waits("192.0.2.1", 3) == [0, 0, 0]
    assert waits("192.0.2.2", 1) == [0]
    assert waits("192.0.2.1", 1, what="suggestions") == [0]
    assert waits("192.0.2.1", 1) == [40]


def test_network_of_ipv6_is_one_visitor(clock):
    waits("2001:db8::1", 3)

    assert waits("2001:db8::ffff", 1) == [40]
    assert waits("2001:db8:0:1::1", 1) == [0]


def test_no_address_is_kept(clock):
    waits("192.0.2.1", 1)
    [first] = cache._cache
    clock.shift(60)
    waits("192.0.2.1", 1)

    assert "192.0.2.1" not in first
    assert len(set(cache._cache)) == 2


def test_limit_of_zero_and_unknown_address_are_not_counted(clock):
    unlimited = [
        seconds_to_wait(request_from("192.0.2.1"), "page", 0) for _ in range(9)
    ]

    assert unlimited == waits("", 9) == [0] * 9
    assert not cache._cache


@pytest.mark.parametrize(
    ("proxies", "chain", "visitor"),
    [
        (0, "198.51.100.7", "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "10.0.0.1, 198.51.100.7", "198.51.100.7"),
        (2, "10.0.0.1, 198.51.100.7, 192.0.2.9", "198.51.100.7"),
        (2, "198.51.100.7", ""),
        (1, "", ""),
        (1, "::ffff:198.51.100.7", "198.51.100.7"),
        (1, "nobody", "nobody"),
    ],
)
def test_address_is_the_one_our_proxies_say(settings, proxies, chain, visitor):
    settings.PROXY_COUNT = proxies
    request = request_from("192.0.2.1", x_forwarded_for=chain)

    assert visitor_of(request) == visitor
