"""The OpenAPI document: valid, complete, committed, and true to its clients."""

import copy
import json

import pytest
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from cms.api import delivery_api
from cms.api.compatibility import complaints
from cms.management.commands import describe_api

DESCRIBED = delivery_api().described
OPERATIONS = [
    pytest.param(methods["get"], id=path)
    for path, methods in DESCRIBED["paths"].items()
]


def test_description_is_valid():
    validate(DESCRIBED)


def test_served_description_is_the_one_that_is_valid(client):
    response = client.get("/api/v1/openapi.json")

    assert response.json() == DESCRIBED
    assert response["ETag"]


def test_committed_description_is_that_of_the_core():
    """`manage.py describe_api` writes it again."""
    committed = json.loads(describe_api.CURRENT.read_text())

    assert committed == json.loads(json.dumps(describe_api.core_description()))


def test_plugins_are_in_what_is_served_and_not_in_what_is_committed():
    committed = describe_api.core_description()

    assert "/api/v1/notices/" in DESCRIBED["paths"]
    assert "/api/v1/notices/" not in committed["paths"]
    assert "notices_" not in json.dumps(committed)
    assert "notices." not in json.dumps(committed)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_tells_its_errors(operation):
    statuses = {"200", "304", "400", "404", "405", "500"}
    is_kept = "ETag" in operation["responses"]["200"]["headers"]
    needed = statuses if is_kept else statuses - {"304"}
    assert operation["responses"].keys() >= needed
    assert operation["summary"]
    assert all(one["description"] for one in operation.get("parameters", ()))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_example_fits(operation):
    for answer in operation["responses"].values():
        for content in answer.get("content", {}).values():
            if content["schema"]:
                schema = {**content["schema"], "components": DESCRIBED["components"]}
                Draft202012Validator(schema).validate(content["example"])


def test_examples_of_problems_fit():
    schema = {"$ref": "#/components/schemas/Problem"}
    components = DESCRIBED["components"]
    for answer in components["responses"].values():
        [content] = answer["content"].values()
        Draft202012Validator({**schema, "components": components}).validate(
            content["example"]
        )


def test_clients_of_the_released_version_go_on_working():
    """Otherwise VERSION in cms/api/shell.py has to rise: docs/api.md says how."""
    call_command("describe_api", compare=True)


# --- What breaks clients --------------------------------------------------------

PAGES = ("paths", "/api/v1/pages", "get")


def part(schema, *way):
    for name in way:
        schema = schema[name]
    return schema


def without_address(new):
    del new["paths"]["/api/v1/site"]


def without_parameter(new):
    part(new, *PAGES)["parameters"].pop(0)


def with_needed_parameter(new):
    added = {"in": "query", "name": "key", "schema": {}, "required": True}
    part(new, *PAGES)["parameters"].append(added)


def with_narrower_limit(new):
    limit = next(p for p in part(new, *PAGES)["parameters"] if p["name"] == "limit")
    limit["schema"]["maximum"] = 10


def with_fewer_orders(new):
    order = next(p for p in part(new, *PAGES)["parameters"] if p["name"] == "order")
    order["schema"]["enum"].remove("title")


def without_field(new):
    part(new, "components", "schemas", "Workshop", "properties").pop("starts_at")


def with_optional_field(new):
    part(new, "components", "schemas", "Venue", "required").remove("city")


def with_other_type(new):
    venue = part(new, "components", "schemas", "Venue", "properties")
    venue["city"] = {"type": "integer"}


def with_null(new):
    venue = part(new, "components", "schemas", "Venue", "properties")
    venue["city"] = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def without_block(new):
    agenda = part(new, "components", "schemas", "Workshop", "properties", "agenda")
    agenda["items"]["oneOf"].pop(0)


BREAKING = {
    without_address: "GET /api/v1/site is gone.",
    without_parameter: "the parameter limit is gone.",
    with_needed_parameter: "the new parameter key is needed.",
    with_narrower_limit: "has a narrower maximum.",
    with_fewer_orders: "takes no more: title.",
    without_field: "Workshop: the field starts_at is gone.",
    with_optional_field: "Venue: the field city may be missing now.",
    with_other_type: "Venue.city is of another type.",
    with_null: "Venue.city is of another type.",
    without_block: "Workshop.agenda: Session is gone.",
}


@pytest.mark.parametrize("change", BREAKING, ids=lambda change: change.__name__)
def test_change_that_breaks_clients_needs_another_major_version(change):
    old = json.loads(describe_api.CURRENT.read_text())
    new = copy.deepcopy(old)
    change(new)

    new["info"]["version"] = "1.1.0"
    assert any(BREAKING[change] in found for found in complaints(old, new))
    new["info"]["version"] = "2.0.0"
    assert complaints(old, new) == []


def test_addition_needs_a_minor_version():
    old = json.loads(describe_api.CURRENT.read_text())
    new = copy.deepcopy(old)
    venue = part(new, "components", "schemas", "Venue", "properties")
    venue["floor"] = {"type": "string"}

    assert complaints(old, new) == [
        "The description changed; its version is still (1, 0, 0)."
    ]
    new["info"]["version"] = "1.1.0"
    assert complaints(old, new) == []


def test_command_refuses_to_release_what_breaks_clients(monkeypatch, tmp_path):
    released = tmp_path / "released.json"
    old = json.loads(describe_api.CURRENT.read_text())
    old["paths"]["/api/v1/former"] = old["paths"]["/api/v1/site"]
    released.write_text(json.dumps(old))
    monkeypatch.setattr(describe_api, "RELEASED", released)

    with pytest.raises(CommandError, match=r"GET /api/v1/former is gone\."):
        call_command("describe_api", compare=True)
