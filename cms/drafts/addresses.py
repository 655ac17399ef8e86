"""What may be the address of a separate front end."""

import ipaddress
from urllib.parse import urlsplit

import idna
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

__all__ = ["origin_of", "validate_front_end"]

is_url = URLValidator(schemes=["http", "https"])
DEFAULT_PORTS = {"http": 80, "https": 443}


def validate_front_end(value: str) -> None:
    """Refuse an address to which drafts should not go.

    Raises ValidationError with a sentence. Unencrypted is allowed on this machine only,
    for development.
    """
    try:
        is_url(value)
        origin_of(value)
    except (ValidationError, ValueError):
        raise ValidationError(NO_ADDRESS, code="invalid") from None
    parts = urlsplit(value)
    if "@" in parts.netloc or "#" in value:
        raise ValidationError(TOO_MUCH, code="invalid")
    if parts.scheme != "https" and not is_this_machine(parts.hostname or ""):
        raise ValidationError(UNENCRYPTED, code="unencrypted")


def origin_of(address: str) -> str:
    """Return the origin of an address as browsers write it (RFC 6454 §6.2).

    Umlauts of a host are encoded (UTS 46), and the usual port is left out. Raises
    ValueError for a host or port that cannot be.
    """
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode()
    if ":" in host:
        host = f"[{host}]"
    is_usual = port in (None, DEFAULT_PORTS.get(parts.scheme))
    return f"{parts.scheme}://{host}" if is_usual else f"{parts.scheme}://{host}:{port}"


def is_this_machine(host: str) -> bool:
    """Whether a host is the machine itself (RFC 6761 §6.3, RFC 1122 §3.2.1.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


NO_ADDRESS = _(
    "This is no address of a page. Write it completely, such as "
    "https://www.example.org/preview/."
)
TOO_MUCH = _("Leave out the user name, the password and what follows a “#”.")
UNENCRYPTED = _(
    "Unpublished texts may only go to an address that begins with https://. Without "
    "encryption, only an address on this computer is allowed, such as "
    "http://localhost:4321/preview/."
)
