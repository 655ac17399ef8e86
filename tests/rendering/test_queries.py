"""How much a page asks the database: a literal number, however much there is on it.

Every query of an uncached page is counted, those for site, routing and privacy
included. Only where the sites' root pages lie is known from the request before, as it
is on a running site for an hour at a time (Wagtail keeps it in the cache).
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.rendering.content import Content

QUERIES = {
    "de": {
        "HomePage": 18,
        "ProjectPage": 20,
        "SeriesPage": 19,
        "WorkshopPage": 22,
        "NewsIndexPage": 21,
        "NewsPage": 20,
        "StandardPage": 17,
    },
    "en": {
        "HomePage": 21,
        "ProjectPage": 23,
        "SeriesPage": 22,
        "WorkshopPage": 25,
        "NewsIndexPage": 24,
        "NewsPage": 23,
        "StandardPage": 20,
    },
}


def queries(client, page):
    """Count at the second visit: the first one makes the renditions of pictures."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(page.url)
    assert response.status_code == 200
    return len(asked)


@pytest.mark.django_db
@pytest.mark.parametrize("amount", [1, 10])
def test_page_asks_as_much_for_one_as_for_ten(client, amount):
    content = Content(amount)
    pages = {"de": content.pages, "en": content.translate()}

    counted = {
        language: {kind: queries(client, page) for kind, page in by_kind.items()}
        for language, by_kind in pages.items()
    }

    assert counted == QUERIES


def test_no_page_asks_more_than_agreed():
    highest = max(max(by_kind.values()) for by_kind in QUERIES.values())

    assert highest <= 25
