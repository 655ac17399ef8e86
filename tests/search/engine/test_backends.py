"""Which class answers."""

import pytest
from django.db import connection
from django.utils.translation import override

from search.checks import check_backend
from search.engine.backends import Backend, backend
from search.engine.postgresql import PostgreSQL
from search.engine.sqlite import SQLite
from tests import factories


class Elsewhere(SQLite):
    """A class of somebody else."""


class Unfinished(Backend):
    """A class that somebody has begun to write."""

    def write(self, entries):
        """Keep nothing."""

    def remove(self, pks):
        """Have nothing to forget."""


def test_database_decides(db):
    expected = {"postgresql": PostgreSQL, "sqlite": SQLite}[connection.vendor]

    assert type(backend()) is expected


def test_setting_names_another_class(db, settings):
    settings.SEARCH_BACKEND = "tests.search.engine.test_backends.Elsewhere"

    assert type(backend()) is Elsewhere


@pytest.mark.parametrize(
    ("path", "number", "sentence"),
    [
        ("nowhere.Engine", 1, "cannot be imported: No module named 'nowhere'"),
        ("search.engine.sqlite.Engine", 1, "cannot be imported: Module"),
        ("nonsense", 1, "cannot be imported: nonsense"),
        ("search.engine.backends.Match", 2, "is no class derived from"),
        ("search.engine.backends.backend", 2, "is no class derived from"),
        (f"{__name__}.Unfinished", 3, "lacks: clean, match."),
    ],
)
def test_setting_that_names_no_engine_is_reported(settings, path, number, sentence):
    settings.SEARCH_BACKEND = path

    with override("en"):
        [error] = check_backend()

    assert error.id == f"search.E00{number}"
    assert error.msg.startswith(f"SEARCH_BACKEND is “{path}”, which {sentence}")
    assert "docs/search.md" in error.hint


@pytest.mark.parametrize("path", ["", f"{__name__}.Elsewhere"])
def test_setting_that_names_an_engine_is_fine(settings, path):
    settings.SEARCH_BACKEND = path

    assert check_backend() == []


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_nothing_is_left_in_the_index_of_what_is_gone(home, index):
    page = factories.standard(home, "Linde")
    index()
    type(page).objects.filter(pk=page.pk).update(live=False)
    index()

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM search_stems WHERE search_stems MATCH 'lind'"
        )
        [left] = cursor.fetchone()

    assert left == 0
