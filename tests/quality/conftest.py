import pytest

from tests import factories
from tests.translation.people import create_cast


@pytest.fixture
def home(db):
    home = factories.home()
    factories.translated(home, title="Home")
    return home


@pytest.fixture
def cast(home):
    return create_cast()


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """What happens inside is committed, and everybody is told."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
