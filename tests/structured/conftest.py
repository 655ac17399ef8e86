import json

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

from tests import factories
from tests.structured.vocabulary import complaints


@pytest.fixture
def home(db):
    cache.clear()
    return factories.home(lead="Hier gestalten alle mit.")


@pytest.fixture
def told(client):
    """What a page tells programs, by type, after it was checked."""

    def told(page):
        html = BeautifulSoup(client.get(page.url).content, "html.parser")
        (script,) = html.select("script")
        document = json.loads(script.string)
        assert list(complaints(document)) == []
        return {node["@type"]: node for node in document["@graph"]}

    return told
