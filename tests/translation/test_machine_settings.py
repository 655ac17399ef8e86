"""MACHINE_TRANSLATION and what belongs to it, read from the environment."""

import pytest
from django.conf import settings as configured
from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import env
from cms.settings.machine_translation import read_machine_translation

GLOSSARY_ID = "9d1e2a4c-0b5f-4d3e-8a6b-7c1f2e3d4b5a"


@pytest.fixture
def environment(monkeypatch):
    """Set variables: ``environment(NAME="value")``."""
    monkeypatch.setattr(env.ENVIRON, "cache", False)

    def set_all(**values):
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return set_all


def complaint():
    with pytest.raises(ImproperlyConfigured) as caught:
        read_machine_translation("de")
    return str(caught.value)


def test_machine_translation_is_off_by_default():
    assert configured.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None
    assert read_machine_translation("de") is None


def test_deepl_needs_a_key(environment):
    environment(
        MACHINE_TRANSLATION="deepl",
        DEEPL_AUTH_KEY="abc:fx",
        MACHINE_TRANSLATION_GLOSSARY=f"en:{GLOSSARY_ID}",
    )

    assert read_machine_translation("de") == {
        "CLASS": "pages.translation.machine.deepl.SafeDeepLTranslator",
        "OPTIONS": {
            "AUTH_KEY": "abc:fx",
            "GLOSSARY_IDS": {("DE", "EN"): GLOSSARY_ID},
        },
    }


def test_key_can_come_from_a_file(environment, tmp_path):
    secret = tmp_path / "key"
    secret.write_text("abc:fx\n")
    environment(MACHINE_TRANSLATION="deepl", DEEPL_AUTH_KEY_FILE=str(secret))

    assert read_machine_translation("de")["OPTIONS"]["AUTH_KEY"] == "abc:fx"


def test_libretranslate_needs_an_address(environment, tmp_path):
    glossary = tmp_path / "en.tsv"
    glossary.write_text("# fixed terms\n\nWerkstatt\tworkshop\nSatz\tsentence\n")
    environment(
        MACHINE_TRANSLATION="libretranslate",
        LIBRETRANSLATE_URL="https://a.example/translate/",
        MACHINE_TRANSLATION_GLOSSARY=f"en:{glossary}",
    )

    assert read_machine_translation("de") == {
        "CLASS": "pages.translation.machine.libretranslate.SafeLibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": "https://a.example/translate",
            "API_KEY": "",
            "GLOSSARIES": {"en": {"Werkstatt": "workshop", "Satz": "sentence"}},
        },
    }


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"MACHINE_TRANSLATION": "google"}, "Use one of: deepl, libretranslate."),
        ({"MACHINE_TRANSLATION": "deepl"}, "DEEPL_AUTH_KEY is not set."),
        ({"MACHINE_TRANSLATION": "libretranslate"}, "LIBRETRANSLATE_URL is not set."),
        (
            {
                "MACHINE_TRANSLATION": "libretranslate",
                "LIBRETRANSLATE_URL": "a.example",
            },
            "LIBRETRANSLATE_URL is not the address of a service.",
        ),
        (
            {
                "MACHINE_TRANSLATION": "deepl",
                "DEEPL_AUTH_KEY": "k",
                "MACHINE_TRANSLATION_GLOSSARY": "/etc/en.tsv",
            },
            "MACHINE_TRANSLATION_GLOSSARY='/etc/en.tsv' names no language.",
        ),
        (
            {
                "MACHINE_TRANSLATION": "deepl",
                "DEEPL_AUTH_KEY": "k",
                "MACHINE_TRANSLATION_GLOSSARY": "en:/etc/en.tsv",
            },
            "MACHINE_TRANSLATION_GLOSSARY='/etc/en.tsv' is not the id of a glossary",
        ),
        (
            {
                "MACHINE_TRANSLATION": "libretranslate",
                "LIBRETRANSLATE_URL": "http://127.0.0.1:5000",
                "MACHINE_TRANSLATION_GLOSSARY": "en:/nowhere/en.tsv",
            },
            "MACHINE_TRANSLATION_GLOSSARY: /nowhere/en.tsv cannot be read.",
        ),
    ],
)
def test_bad_value_is_named(environment, variables, sentence):
    environment(**variables)

    assert sentence in complaint()


@pytest.mark.parametrize("key", ["two words", "schlüssel"])
def test_bad_key_is_not_printed(environment, key):
    environment(MACHINE_TRANSLATION="deepl", DEEPL_AUTH_KEY=key)

    assert complaint() == (
        "DEEPL_AUTH_KEY has blanks or special characters, so it is not a key."
    )


def test_password_in_an_address_is_not_printed(environment):
    environment(
        MACHINE_TRANSLATION="libretranslate",
        LIBRETRANSLATE_URL="https://user:geheim@a.example",
    )

    assert "geheim" not in complaint()


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("Werkstatt workshop", "line 1: there have to be a term, a tab, and its"),
        ("\nWerkstatt\t", "line 2: there have to be a term, a tab, and its"),
        ("a\tb\tc", "line 1: there have to be a term, a tab, and its"),
        ("a\tb\na\tc", "line 2: 'a' stands there twice."),
    ],
)
def test_bad_glossary_is_named_with_its_line(environment, tmp_path, lines, sentence):
    glossary = tmp_path / "en.tsv"
    glossary.write_text(lines)
    environment(
        MACHINE_TRANSLATION="libretranslate",
        LIBRETRANSLATE_URL="http://127.0.0.1:5000",
        MACHINE_TRANSLATION_GLOSSARY=f"en:{glossary}",
    )

    assert f"{glossary}, {sentence}" in complaint()
