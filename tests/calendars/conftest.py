from copy import deepcopy

import pytest
import time_machine
from django.core.cache import cache
from django.test import TestCase

from tests import factories
from tests.calendars.scenario import NOW, Scenario


@pytest.fixture(autouse=True)
def empty_cache():
    """Nothing is remembered of the test before, above all no site."""
    cache.clear()


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def english(home):
    """The home page below /en/, where texts of ours stand as they are written."""
    return factories.translated(home, title="Home", slug="home")


@pytest.fixture
def get(client):
    """Ask for the calendar of a page or of an address, as a program does."""

    def get(address, **headers):
        return client.get(address, headers=headers)

    return get


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """``with commit():`` — what is done inside is committed and told afterwards."""

    def commit():
        return django_capture_on_commit_callbacks(execute=True)

    return commit


@pytest.fixture(scope="module")
def published(lasting_db):
    with (
        time_machine.travel(NOW, tick=False),
        TestCase.captureOnCommitCallbacks(execute=True),
    ):
        scenario = Scenario()
        scenario.translate()
    return scenario


@pytest.fixture
def scenario(published, db):
    """The scenario in German and English, published and told of at ``NOW``."""
    return deepcopy(published)
