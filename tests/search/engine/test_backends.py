"""Which class answers."""

import pytest
from django.db import connection
from django.utils.translation import override

from search.checks import check_backend
from search.engine.backends import backend
from search.engine.postgresql import PostgreSQL
from search.engine.sqlite import SQLite
from tests import factories


class Elsewhere(SQLite):
    """A class of somebody else."""


def test_database_decides(db):
    expected = {"postgresql": PostgreSQL, "sqlite": SQLite}[connection.vendor]

    assert type(backend()) is expected


def test_setting_names_another_class(db, settings):
    settings.SEARCH_BACKEND = "tests.search.engine.test_backends.Elsewhere"

    assert type(backend()) is Elsewhere


@pytest.mark.parametrize(
    "path", ["nowhere.Elsewhere", "search.engine.backends.Match", "nonsense"]
)
def test_setting_that_names_no_class_is_reported(settings, path):
    settings.SEARCH_BACKEND = path

    with override("en"):
        [error] = check_backend()

    assert error.id == "search.E001"
    assert error.msg.startswith(f"SEARCH_BACKEND is “{path}”, which is no class")


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
