import pytest

from tests import factories
from tests.demo.conftest import demo, loaded

__all__ = ["demo", "loaded"]


@pytest.fixture
def home(db):
    return factories.home()
