import pytest
from django.core.cache import cache
from jsonschema import Draft202012Validator

from cms.api import delivery_api
from tests import factories


@pytest.fixture(autouse=True)
def empty_cache():
    """Root pages of other tests' sites are not ours."""
    cache.clear()


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def english(home):
    return factories.translated(home, title="Home")


def validator_of(template, status, media_type):
    described = delivery_api().described
    answers = described["paths"][template]["get"]["responses"]
    found = answers[str(status)]
    if "$ref" in found:
        found = described["components"]["responses"][found["$ref"].rpartition("/")[2]]
    schema = found["content"][media_type]["schema"]
    return Draft202012Validator({**schema, "components": described["components"]})


def template_of(response):
    route = response.resolver_match.route
    places = {
        "<int:page_id>": "{page_id}",
        "<int:workshop_id>": "{workshop_id}",
        "<token>": "{token}",
    }
    for place, name in places.items():
        route = route.replace(place, name)
    return f"/{route}"


@pytest.fixture
def ask(client):
    """Ask an address of the API; the answer has to be the one that is described."""

    def ask(address, status=200, **headers):
        response = client.get(f"/api/v1{address}", headers=headers)
        assert response.status_code == status, response.content
        media_type = response["Content-Type"].partition(";")[0]
        validator = validator_of(template_of(response), status, media_type)
        data = response.json()
        errors = [error.message for error in validator.iter_errors(data)]
        assert errors == []
        return data

    return ask


@pytest.fixture
def titles(ask):
    """The titles that a question about pages finds, in their order."""

    def titles(query=""):
        return [item["title"] for item in ask(f"/pages?{query}")["items"]]

    return titles
