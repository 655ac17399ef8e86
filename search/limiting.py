"""How often one address may ask: a limit for programs that people never reach.

What is kept of an address is a keyed hash that changes each minute, for a minute.
"""

import time
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

__all__ = ["seconds_to_wait"]

MINUTE = 60


def seconds_to_wait(request: HttpRequest, what: str, most: int) -> int:
    """Count a request; return after how many seconds its address may ask again.

    0 is at once: in the running minute it asked for this at most ``most`` times, or
    there is no limit (0), or nobody knows where the request comes from.
    """
    visitor = visitor_of(request)
    if not most or not visitor:
        return 0
    minute, second = divmod(int(time.time()), MINUTE)
    secret = salted_hmac(f"search.limiting {minute}", visitor, algorithm="sha256")
    key = f"search-limit-{what}-{secret.hexdigest()}"
    return MINUTE - second if counted(key) > most else 0


def counted(key: str) -> int:
    cache.add(key, 0, MINUTE)
    try:
        return cache.incr(key)
    except ValueError:  # it was forgotten in between
        return 1


def visitor_of(request: HttpRequest) -> str:
    """Return the address a request comes from, of IPv6 its network; "" if unknown.

    Each of our own proxies adds to ``X-Forwarded-For``, at its end, from where it was
    asked. What stands before that, anybody may have written.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.PROXY_COUNT:
        chain = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        known = len(chain) >= settings.PROXY_COUNT
        address = chain[-settings.PROXY_COUNT].strip() if known else ""
    return network_of(address)


def network_of(address: str) -> str:
    """A household or office has a /64 of IPv6; of IPv4 it shares one address."""
    try:
        parsed = ip_address(address)
    except ValueError:  # empty, or with a port
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, 64), strict=False))
