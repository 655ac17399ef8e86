import pytest
from django.core.cache import cache

from tests import factories
from tests.rendering.reading import Reading


@pytest.fixture(autouse=True)
def empty_cache():
    """Nothing is remembered of the test before: no site, no rendition."""
    cache.clear()


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def read(client):
    """Open a page or an address as a visitor: ``read(page).text``."""

    def read(where):
        address = where if isinstance(where, str) else where.url
        return Reading(client.get(address))

    return read
