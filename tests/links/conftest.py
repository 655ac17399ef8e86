import pytest

from pages.links.asking import Asker
from tests.links.stub import website


@pytest.fixture
def other():
    """Another website, on this machine."""
    with website() as server:
        yield server


@pytest.fixture
def asker():
    """Asks as in production, but for the one thing that tests need."""
    return Asker(allow_loopback=True, answer_within=5, read_within=2)
