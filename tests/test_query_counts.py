"""Queries of lists and of addresses without a page: one number, however long the list.

``tests/rendering/test_queries.py`` counts every page type with one and with ten of
everything on it. Here stands what surrounds a page and is not on it.
"""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests import factories

pytestmark = pytest.mark.django_db

HOME = 15
PROJECT = 17
SEARCH = 3
STANDARD = 12
MISSING = {"/gibt-es-nicht/": 7, "/en/does-not-exist/": 9}


@pytest.fixture(autouse=True)
def home():
    cache.clear()
    home = factories.home()
    factories.translated(home)
    return home


def count(client, address, status=200):
    """Count at the second visit, as on a site that has been visited before."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == status
    return len(asked)


@pytest.mark.parametrize("amount", [1, 12])
def test_home_page_asks_as_much_for_any_number_of_projects(client, home, amount):
    for number in range(amount):
        factories.project(home, f"Projekt {number}", lead="Worum es geht.")

    assert count(client, "/") == HOME


@pytest.mark.parametrize("amount", [1, 12])
def test_project_page_asks_as_much_for_any_number_of_series(client, home, amount):
    project = factories.project(home)
    for number in range(amount):
        series = factories.series(project, f"Reihe {number}")
        factories.workshop(series, f"Werkstatt {number}")

    assert count(client, project.url) == PROJECT


@pytest.mark.parametrize("amount", [0, 1, 12])
def test_home_page_asks_as_much_for_any_number_of_private_pages(client, home, amount):
    factories.project(home, "Für alle")
    for number in range(amount):
        PageViewRestriction.objects.create(
            page=factories.project(home, f"Intern {number}"),
            restriction_type=PageViewRestriction.LOGIN,
        )

    assert count(client, "/") == HOME


@pytest.mark.parametrize("depth", [1, 2, 6])
def test_page_asks_as_much_at_any_depth(client, home, depth):
    page = home
    for number in range(depth):
        page = factories.standard(page, f"Ebene {number}")

    assert count(client, page.url) == STANDARD


def test_search_without_words_asks_only_what_surrounds_it(client):
    assert count(client, "/suche/") == SEARCH


@pytest.mark.parametrize(("address", "number"), MISSING.items())
def test_missing_page_asks_little(client, address, number):
    assert count(client, address, status=404) == number
