"""Readers of environment variables that fail loudly on a bad value.

Every reader names the variable and says what would have been right, because the
person who reads the message is an operator, not a developer.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
from django.conf.global_settings import LANGUAGES
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import lazy
from django.utils.translation import get_language_info

__all__ = [
    "BASE_DIR",
    "env",
    "read_address",
    "read_addresses",
    "read_cache",
    "read_choice",
    "read_database",
    "read_languages",
    "read_list",
    "read_mail",
    "read_switch",
    "read_time_zone",
    "read_whole_number",
    "required",
]

BASE_DIR = Path(__file__).resolve().parent.parent.parent

# FileAwareEnv also reads NAME_FILE, the way containers hand over secrets.
env = environ.FileAwareEnv()


def required(name: str, example: str) -> str:
    """Return a variable that has no sensible default.

    Raises ImproperlyConfigured, showing ``example``, if it is missing or empty.
    """
    value: str = env(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. Example: {name}={example}")
    return value


def read_list(name: str, example: str) -> list[str]:
    """Return the parts of a variable that commas divide; at least one, none empty."""
    parts = [part.strip() for part in required(name, example).split(",")]
    if not all(parts):
        raise ImproperlyConfigured(
            f"{name}={', '.join(parts)!r} has an empty part. Example: {example}"
        )
    return parts


def name_of_language(code: str) -> str:
    """Return what a language is called in the active one."""
    name: str = get_language_info(code)["name_translated"]
    return name


language_name = lazy(name_of_language, str)


def read_languages(name: str, source: str, default: str) -> list[tuple[str, Any]]:
    """Return codes and names of languages, the ``source`` language first.

    Raises ImproperlyConfigured for a code that Django does not know, for one that is
    there twice, and if the first one is another.
    """
    names = dict(LANGUAGES)
    codes = [code.strip() for code in env(name, default=default).split(",")]
    complaint = None
    if unknown := [code for code in codes if code not in names]:
        complaint = f"{unknown[0]!r} is no language that Django knows"
    elif len(set(codes)) < len(codes):
        complaint = "a language is there twice"
    elif codes[0] != source:
        complaint = f"the language of the originals, {source}, comes first"
    if complaint:
        raise ImproperlyConfigured(
            f"{name}={','.join(codes)!r}: {complaint}. Example: {name}=de,en,fr"
        )
    return [(code, language_name(code)) for code in codes]


def read_address(name: str, example: str) -> str:
    """Return a variable that holds an address with scheme and host, nothing behind."""
    value = required(name, example)
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
        raise ImproperlyConfigured(
            f"{name}={value!r} is not the address of a site. It begins with https:// "
            "and ends with the host, without a slash."
        )
    return value


def read_addresses(name: str, example: str) -> list[str]:
    """Return addresses of servers, with scheme, host and port; none by default.

    Raises ImproperlyConfigured for what is none, and for one that is there twice.
    """
    if not env(name, default=""):
        return []
    addresses = read_list(name, example)
    for address in addresses:
        if not is_address_of_server(address):
            raise ImproperlyConfigured(
                f"{name}={address!r} is not the address of a server. It begins with "
                f"http:// or https:// and ends with host and port. "
                f"Example: {name}={example}"
            )
    if len(set(addresses)) < len(addresses):
        raise ImproperlyConfigured(
            f"{name}={','.join(addresses)!r}: an address is there twice."
        )
    return addresses


def is_address_of_server(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:  # no number, or none that a port can have
        return False
    is_bare = text == f"{parts.scheme}://{parts.netloc}" and "@" not in parts.netloc
    return bool(parts.scheme in {"http", "https"} and host and is_bare)


def read_time_zone(name: str, default: str) -> str:
    """Return a name of the IANA database."""
    value: str = env(name, default=default)
    if value not in available_timezones():
        raise ImproperlyConfigured(
            f"{name}={value!r} is not a time zone. Example: {name}=Europe/Berlin"
        )
    return value


def read_choice(name: str, choices: tuple[str, ...], default: str) -> str:
    """Return one of ``choices``; raises ImproperlyConfigured for any other value."""
    value: str = env(name, default=default)
    if value not in choices:
        raise ImproperlyConfigured(
            f"{name}={value!r} is not known. Use one of: {', '.join(choices)}."
        )
    return value


def read_switch(name: str, *, default: bool) -> bool:
    """Return a yes-or-no variable; a misspelt "ture" is an error, not a "no"."""
    spelled = {"true": True, "1": True, "false": False, "0": False}
    value: str = env(name, default=str(default))
    if value.lower() not in spelled:
        raise ImproperlyConfigured(f"{name}={value!r} is neither true nor false.")
    return spelled[value.lower()]


def read_whole_number(name: str, default: int) -> int:
    """Return a whole number that is not negative."""
    value: str = env(name, default=str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name}={value!r} is not a whole number.")
    return int(value)


def read_database(
    default: str | None = None, *, pooled: bool = False
) -> dict[str, object]:
    """Return Django's database settings from DATABASE_URL.

    ``pooled`` gives PostgreSQL a pool of connections for each process. SQLite gets the
    pragmas under which readers and one writer do not block each other. Others are
    refused: they are not tested.
    """
    url = env("DATABASE_URL", default=default) or required(
        "DATABASE_URL", "postgres://user:password@host:5432/werkstatt"
    )
    config: dict[str, object] = dict(env.db_url_config(url))
    engine = config.get("ENGINE")
    if engine == "django.db.backends.sqlite3":
        return {**config, "OPTIONS": SQLITE_OPTIONS}
    if engine == "django.db.backends.postgresql":
        # With a pool, Django keeps no connections of its own.
        options = {"OPTIONS": {"pool": True}} if pooled else {}
        return {**config, **options, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}
    raise ImproperlyConfigured(
        f"DATABASE_URL={url.split(':')[0]}:… is not supported. "
        "It begins with postgres:// or sqlite:///."
    )


SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def read_cache(default: str | None = None) -> dict[str, object]:
    """Return Django's cache settings from CACHE_URL."""
    url = env("CACHE_URL", default=default) or required(
        "CACHE_URL", "redis://127.0.0.1:6379/0"
    )
    try:
        return dict(env.cache_url_config(url))
    except (ImproperlyConfigured, KeyError) as error:
        raise ImproperlyConfigured(
            f"CACHE_URL={url.split(':')[0]}:… is not supported. "
            "It begins with redis://, dbcache:// or locmemcache://."
        ) from error


def read_mail(default: str | None = None) -> dict[str, object]:
    """Return Django's EMAIL_… settings from EMAIL_URL."""
    url = env("EMAIL_URL", default=default) or required(
        "EMAIL_URL", "smtp+tls://user:password@host:587"
    )
    try:
        return dict(env.email_url_config(url))
    except (ImproperlyConfigured, KeyError) as error:
        raise ImproperlyConfigured(
            f"EMAIL_URL={url.split(':')[0]}:… is not supported. "
            "It begins with smtp://, smtp+tls://, smtp+ssl:// or consolemail://."
        ) from error
