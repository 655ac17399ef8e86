"""Which addresses may be asked: none inside a network, by whatever name or notation.

A name is looked up once, all that it leads to is judged, and the connection goes to the
very number that was judged. A name that leads elsewhere a moment later changes nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import idna
from django.utils.translation import gettext_lazy as _
from requests_hardened.ip_filter import EXTRA_BLOCKED_NET_RANGES

__all__ = ["ForbiddenTargetError", "Target", "is_public", "look_up", "read_target"]

Number = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = {"http": 80, "https": 443}

# What Python calls global and is not, or leads to IPv4 addresses of any kind.
CLOSED = (
    *EXTRA_BLOCKED_NET_RANGES,
    ipaddress.ip_network("::/96"),  # IPv4-compatible, RFC 4291 §2.5.5.1
    ipaddress.ip_network("fec0::/10"),  # site-local, RFC 3879
    ipaddress.ip_network("2001::/32"),  # Teredo, RFC 4380
)


class ForbiddenTargetError(ValueError):
    """An address that is not asked. ``sentence`` says why, to whoever wrote it."""

    def __init__(self, sentence: Any) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: ``path`` is what stands behind the host."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def read_target(url: str, *, internal: bool = False) -> Target:
    """Return the parts of an address, without looking up its name.

    ``internal`` allows http and addresses inside a network, for development. Raises
    ForbiddenTargetError.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ForbiddenTargetError(NOT_AN_ADDRESS) from None
    host = in_ascii((parts.hostname or "").rstrip("."))
    behind = f"{parts.path}{parts.query}"
    if parts.scheme not in PORTS or not host or not behind.isascii() or " " in url:
        raise ForbiddenTargetError(NOT_AN_ADDRESS)
    if parts.scheme != "https" and not internal:
        raise ForbiddenTargetError(NO_HTTPS)
    if "@" in parts.netloc:
        raise ForbiddenTargetError(WITH_PASSWORD)
    if not internal and is_written_internal(host):
        raise ForbiddenTargetError(INTERNAL)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port or PORTS[parts.scheme], path)


def in_ascii(host: str) -> str:
    """Return a host as DNS knows it, "xn--mller-kva.example" of "müller.example".

    As browsers do it (UTS 46). Raises ForbiddenTargetError for what is no name.
    """
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        raise ForbiddenTargetError(NO_NAME) from None


def is_written_internal(host: str) -> bool:
    """Whether a host is an internal number, or a name that always leads to one."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not is_public(ipaddress.ip_address(host.partition("%")[0]))
    except ValueError:
        return False


def look_up(target: Target, *, internal: bool = False) -> str:
    """Return the one number to connect to.

    Raises ForbiddenTargetError if any of those behind the name is inside a network, and
    OSError if there is none.
    """
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    numbers = [str(address[0]) for *_rest, address in found]
    for number in numbers:
        if not internal and not is_public(ipaddress.ip_address(number.split("%")[0])):
            raise ForbiddenTargetError(INTERNAL)
    return numbers[0]


def is_public(number: Number) -> bool:
    """Whether a number belongs to the internet, and to nobody's network."""
    if isinstance(number, ipaddress.IPv6Address) and number.ipv4_mapped:
        number = number.ipv4_mapped
    if any(
        number in network for network in CLOSED if network.version == number.version
    ):
        return False
    return number.is_global and not (number.is_multicast or number.is_reserved)


NOT_AN_ADDRESS = _(
    "This is not a complete web address. Example: https://partner.example/hook"
)
NO_NAME = _(
    "The name of the host in this address has signs that no host can have. Copy the "
    "address from the browser."
)
NO_HTTPS = _(
    "The address has to begin with https://, so that nobody on the way reads or "
    "changes what is sent."
)
WITH_PASSWORD = _(
    "There is a user name in the address, which would stand in logs. Leave it out: the "
    "receiver knows us by the signature."
)
INTERNAL = _(
    "This address leads into an internal network, which we do not send to. Use one "
    "that can be reached from the internet."
)
