"""What programs are told about a site: the readers of these settings."""

from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import env
from cms.settings.uploads import read_contact

__all__ = ["read_expiry", "read_origins", "read_security_contact"]


def read_security_contact(name: str) -> str:
    """Return whom to tell of a weakness, as a URI; "" for nobody.

    RFC 9116 §2.5.3 asks for a mail address or a page with its host.
    """
    value = read_contact(name)
    if value.startswith("/"):
        raise ImproperlyConfigured(
            f"{name}={value!r} is no complete address. "
            f"Example: {name}=https://stadt.example/sicherheit"
        )
    return value


def read_expiry(name: str, *, needed_by: str) -> datetime | None:
    """Return the moment after a day's end, None if the variable is empty.

    Raises ImproperlyConfigured for what is no day, and if there is none although
    ``needed_by`` names a setting that makes no sense without it.
    """
    value: str = env(name, default="").strip()
    if not value and not needed_by:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise ImproperlyConfigured(
            f"{name}={value!r} is not a day. Example: {name}=2027-06-30"
            + (f" {needed_by} needs one." if needed_by else "")
        ) from None
    return datetime.combine(day, time(23, 59, 59), tzinfo=UTC)


def read_origins(name: str, default: str) -> list[str]:
    """Return the origins of other sites, as browsers name them; "*" is all of them.

    Raises ImproperlyConfigured for what is no origin (RFC 6454 §6.2).
    """
    origins = [part.strip() for part in env(name, default=default).split(",")]
    for origin in filter(None, origins):
        parts = urlsplit(origin)
        is_origin = f"{parts.scheme}://{parts.netloc}" == origin and parts.hostname
        if origin != "*" and not is_origin:
            raise ImproperlyConfigured(
                f"{name}={origin!r} is not the origin of a site. It is all (*) or "
                f"begins with https:// and ends with the host. "
                f"Example: {name}=https://app.example.org,https://partner.example"
            )
    return [origin for origin in origins if origin]
