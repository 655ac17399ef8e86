import pytest
from django.core.cache import cache

from pages.progress import Progress
from search.finding import find
from search.indexing.refreshing import rebuild
from search.question import Question
from tests import factories


@pytest.fixture(autouse=True)
def empty_cache():
    """Nothing is remembered of the test before, as where its site was."""
    cache.clear()


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def english(home):
    return factories.translated(home, title="Home")


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """What happens inside is committed, and everybody is told."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def index(db):
    return lambda: rebuild(Progress(), "")


@pytest.fixture
def titles(db):
    """Search for a text; the titles of the results in their order."""

    def titles(text, language="de", **narrowing):
        answer = find(Question(text, language, **narrowing), 0, 50)
        return [hit.title for hit in answer.hits]

    return titles
