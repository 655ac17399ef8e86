"""What a whole module of tests may begin with, made once and not for each test.

Publishing and translating a handful of pages takes thousands of queries. A fixture that
does so for a module asks for ``lasting_db``; each test of the module then asks for
``db`` as well, inside of which its own changes are undone, and works on a copy of the
objects::

    @pytest.fixture(scope="module")
    def published(lasting_db):
        return Scenario()

    @pytest.fixture
    def scenario(published, db):
        return deepcopy(published)

All tests of such a module see what was made, whether they ask for it or not.
"""

from collections.abc import Iterator
from unittest import mock

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def lasting_db(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The database until the last test of the module, which undoes everything.

    Django closes the connection after each test case, and with it this transaction
    would be gone, so that has to wait.
    """
    with django_db_blocker.unblock():
        with mock.patch.object(connection, "close"), transaction.atomic():
            yield
            transaction.set_rollback(True)
        connection.close()
