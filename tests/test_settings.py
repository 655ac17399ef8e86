"""Settings read the environment and fail loudly on a bad value."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from cms.settings.uploads import KNOWN_DOCUMENT_TYPES
from pages.uploads.fields import CONTENT

GOOD = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "k7!pR2#vQ9@xL4$wN8%zT3^mB6&hJ1*cF5(dG0)sA2-eY7_uW4",
    "SITE_URL": "https://werkstatt.example.org",
    "ALLOWED_HOSTS": "werkstatt.example.org",
    "DATABASE_URL": "postgres://user:secret@127.0.0.1:5432/werkstatt",
    "CACHE_URL": "redis://127.0.0.1:6379/0",
    "EMAIL_URL": "smtp+tls://user:secret@127.0.0.1:587",
}

PRINT_TASKS = (
    "from django_tasks import task_backends;"
    "print(type(task_backends['background']).__name__)"
)


def manage(*arguments, **environment):
    """Run a management command with nothing but the given environment."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_passes_the_deployment_checks():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **GOOD)

    assert (result.returncode, "no issues" in result.stdout) == (0, True)


@pytest.mark.parametrize("name", [name for name in GOOD if name[0] != "D"])
def test_production_names_what_is_missing(name):
    environment = {key: value for key, value in GOOD.items() if key != name}

    result = manage("check", **environment)

    assert result.returncode == 1
    assert f"{name} is not set. Example: {name}=" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATABASE_URL", "mysql://u:p@h/n", "It begins with postgres:// or sqlite"),
        ("DATABASE_URL", "werkstatt", "It begins with postgres:// or sqlite"),
        ("CACHE_URL", "memory://", "It begins with redis://"),
        ("EMAIL_URL", "pigeon://", "It begins with smtp://"),
        ("ALLOWED_HOSTS", "a.example,,b.example", "has an empty part"),
        ("TASKS", "later", "Use one of: immediate, database, redis."),
        ("DOCUMENT_TYPES", "pdf,exe", "'exe' is no type whose content can be checked"),
        ("DOCUMENT_MAX_MB", "0", "would let nothing through"),
        ("IMAGE_MAX_MB", "a lot", "is not a whole number"),
        ("DOCUMENT_NOTES", "true", "OTHER_FORMAT_CONTACT='' is neither a mail"),
        ("OTHER_FORMAT_CONTACT", "//evil.example", "is neither a mail address nor"),
        ("SECURE_SSL_REDIRECT", "ture", "is neither true nor false"),
        ("SECURE_HSTS_SECONDS", "a year", "is not a whole number"),
        ("TIME_ZONE", "Europe/Entenhausen", "is not a time zone"),
        ("CONTENT_LANGUAGES", "de,en,xx", "'xx' is no language that Django knows"),
        ("CONTENT_LANGUAGES", "de,en,", "'' is no language that Django knows"),
        ("CONTENT_LANGUAGES", "de,en,en", "a language is there twice"),
        ("CONTENT_LANGUAGES", "en,de", "the originals, de, comes first"),
        ("SITE_URL", "werkstatt.example.org", "begins with https://"),
        ("SHARED_CACHES", "127.0.0.1:6082", "is not the address of a server"),
        ("SHARED_CACHES", "http://127.0.0.1:none", "is not the address of a server"),
        ("SHARED_CACHES", "http://cache.example/", "is not the address of a server"),
        ("SHARED_CACHES", "http://a:1,http://a:1", "an address is there twice"),
        ("PAGE_SHARED_MAX_AGE", "a day", "is not a whole number"),
        ("SITE_URL", "https://werkstatt.example.org/", "without a slash"),
    ],
)
def test_production_says_what_is_wrong_with_a_value(name, value, sentence):
    result = manage("check", **{**GOOD, name: value})

    assert result.returncode == 1
    assert f"{name}=" in result.stderr
    assert sentence in result.stderr


def test_queue_in_redis_needs_its_address():
    result = manage("check", **GOOD, TASKS="redis")

    assert result.returncode == 1
    assert "TASKS_REDIS_URL is not set." in result.stderr


def test_secret_can_come_from_a_file(tmp_path):
    secret = tmp_path / "key"
    secret.write_text(GOOD["SECRET_KEY"])
    environment = {key: value for key, value in GOOD.items() if key != "SECRET_KEY"}

    result = manage("check", "--deploy", SECRET_KEY_FILE=str(secret), **environment)

    assert result.returncode == 0


def test_passwords_in_urls_are_not_printed():
    result = manage("check", **{**GOOD, "DATABASE_URL": "mysql://u:geheim@h/n"})

    assert "geheim" not in result.stderr


@pytest.mark.parametrize("settings", ["dev", "production"])
def test_background_tasks_wait_for_the_worker(settings):
    environment = {**GOOD, "DJANGO_SETTINGS_MODULE": f"cms.settings.{settings}"}

    said = [
        manage("shell", "-v0", "-c", PRINT_TASKS, **environment, **more).stdout
        for more in ({}, {"TASKS": "immediate"})
    ]

    assert said == ["DatabaseBackend\n", "ImmediateBackend\n"]


@pytest.mark.django_db
def test_health_page_answers(client):
    response = client.get("/health/", headers={"accept": "application/json"})

    assert response.status_code == 200


def test_every_type_of_document_has_a_check():
    assert tuple(CONTENT) == KNOWN_DOCUMENT_TYPES
