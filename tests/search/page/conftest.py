import pytest
from django.core.cache import cache

from tests import factories
from tests.rendering.reading import Reading
from tests.translation.people import create_cast


@pytest.fixture(autouse=True)
def empty_cache():
    """Nobody has searched in this minute."""
    cache.clear()


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def english(home):
    return factories.translated(home, title="Home")


@pytest.fixture
def cast(english):
    return create_cast()


@pytest.fixture
def read(client):
    """Open an address as a visitor: ``read("/suche/?q=Linde").text``."""
    return lambda address: Reading(client.get(address))
