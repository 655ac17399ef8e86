"""Which service translates texts, if any. Read from the environment like the rest."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import env, read_choice, required

__all__ = ["read_machine_translation"]

SERVICES = ("deepl", "libretranslate")
KEY = re.compile(r"[!-~]+")
GLOSSARY_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
GLOSSARY_EXAMPLE = "MACHINE_TRANSLATION_GLOSSARY=en:{}"


def read_machine_translation(source_language: str) -> dict[str, Any] | None:
    """Return WAGTAILLOCALIZE_MACHINE_TRANSLATOR; None unless a service is chosen."""
    if not env("MACHINE_TRANSLATION", default=""):
        return None
    if read_choice("MACHINE_TRANSLATION", SERVICES, default="") == "deepl":
        return {
            "CLASS": "pages.translation.machine.deepl.SafeDeepLTranslator",
            "OPTIONS": {
                "AUTH_KEY": read_key("DEEPL_AUTH_KEY", needed=True),
                "GLOSSARY_IDS": read_glossary_ids(source_language),
            },
        }
    return {
        "CLASS": "pages.translation.machine.libretranslate.SafeLibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": read_service("LIBRETRANSLATE_URL"),
            "API_KEY": read_key("LIBRETRANSLATE_API_KEY", needed=False),
            "GLOSSARIES": read_glossary_files(),
        },
    }


def read_key(name: str, *, needed: bool) -> str:
    """Return a secret. It is never part of a message."""
    value: str = env(name, default="").strip()
    if needed and not value:
        raise ImproperlyConfigured(f"{name} is not set. Example: {name}=…:fx")
    if value and not KEY.fullmatch(value):
        raise ImproperlyConfigured(
            f"{name} has blanks or special characters, so it is not a key."
        )
    return value


def read_service(name: str) -> str:
    """Return the address of a service, which may be a folder, without a slash."""
    value = required(name, "http://127.0.0.1:5000").rstrip("/")
    parts = urlsplit(value)
    is_web = parts.scheme in {"http", "https"} and parts.hostname
    if not is_web or parts.query or parts.fragment or "@" in parts.netloc:
        raise ImproperlyConfigured(
            f"{name} is not the address of a service. It begins with https:// or "
            f"http:// and has no password in it. Example: {name}=http://127.0.0.1:5000"
        )
    return value


def read_glossaries(example: str) -> dict[str, str]:
    """Return what stands for each language in MACHINE_TRANSLATION_GLOSSARY."""
    glossaries = {}
    for part in env("MACHINE_TRANSLATION_GLOSSARY", default="").split(","):
        language, colon, value = part.strip().partition(":")
        if part.strip() and not (language and colon and value):
            raise ImproperlyConfigured(
                f"MACHINE_TRANSLATION_GLOSSARY={part.strip()!r} names no language. "
                f"Example: {GLOSSARY_EXAMPLE.format(example)}"
            )
        if part.strip():
            glossaries[language] = value
    return glossaries


def read_glossary_ids(source_language: str) -> dict[tuple[str, str], str]:
    """Return glossaries that were made at DeepL, by their pair of languages."""
    example = "9d1e2a4c-0b5f-4d3e-8a6b-7c1f2e3d4b5a"
    glossaries = read_glossaries(example)
    for value in glossaries.values():
        if not GLOSSARY_ID.fullmatch(value):
            raise ImproperlyConfigured(
                f"MACHINE_TRANSLATION_GLOSSARY={value!r} is not the id of a glossary "
                f"at DeepL. Example: {GLOSSARY_EXAMPLE.format(example)}"
            )
    return {
        (source_language.upper(), language.upper()): value
        for language, value in glossaries.items()
    }


def read_glossary_files() -> dict[str, dict[str, str]]:
    """Return the terms and their fixed translations by language."""
    glossaries = read_glossaries("/etc/werkstatt/en.tsv")
    return {language: read_terms(Path(path)) for language, path in glossaries.items()}


def read_terms(path: Path) -> dict[str, str]:
    """Return a file's terms. On each line a term, a tab, and its translation."""
    name = f"MACHINE_TRANSLATION_GLOSSARY: {path}"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(
            f"{name} cannot be read. It has to be a text file in UTF-8."
        ) from error
    terms: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        term, *translations = [part.strip() for part in line.split("\t")]
        if not term or len(translations) != 1 or not translations[0]:
            raise ImproperlyConfigured(
                f"{name}, line {number}: there have to be a term, a tab, and its "
                "translation."
            )
        if term in terms:
            raise ImproperlyConfigured(
                f"{name}, line {number}: {term!r} stands there twice."
            )
        terms[term] = translations[0]
    return terms
