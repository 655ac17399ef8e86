"""The demo, loaded once for all tests of a module."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings


def prepare() -> str:
    """Run the command. What it said."""
    said = StringIO()
    call_command("prepare_demo", stdout=said)
    return said.getvalue()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """What the command said, and the folder of its data."""
    data = tmp_path_factory.mktemp("data")
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        pytest.MonkeyPatch.context() as environment,
    ):
        environment.setenv("PORT", "8123")
        with override_settings(DEBUG=True, DATA_DIR=data):
            said = prepare()
        yield said, data
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db, settings, monkeypatch):
    """The loaded demo as `make run PORT=8123` sees it; what its command said."""
    said, settings.DATA_DIR = loaded
    settings.DEBUG = True
    monkeypatch.setenv("PORT", "8123")
    return said
