"""What the manual shows of each operation."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from cms.api.manual.types import Field, paragraphs, shape_of

__all__ = ["Operation", "operations"]

TAGS = ("pages", "search", "changes", "site", "directory")
"""Of the core, in the order in which somebody new would ask."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An address, what may be asked there, and what is answered."""

    id: str
    path: str
    summary: str
    paragraphs: list[str]
    parameters: list[Field]
    answer: SafeString | str
    example: str
    statuses: list[str]
    try_it: str
    """An address that can be opened; empty where a number has to be known."""


def operations(described: dict[str, Any]) -> list[Operation]:
    """Return all operations of an OpenAPI document: the core's, then the plugins'."""
    found = [
        (methods["get"], operation_of(path, methods["get"]))
        for path, methods in described["paths"].items()
    ]
    found.sort(key=lambda pair: rank(pair[0].get("tags", ())))
    return [operation for _described, operation in found]


def rank(tags: list[str]) -> int:
    return min((TAGS.index(tag) for tag in tags if tag in TAGS), default=len(TAGS))


def operation_of(path: str, described: dict[str, Any]) -> Operation:
    answers = described["responses"]
    content: dict[str, Any] = next(iter(answers["200"].get("content", {}).values()), {})
    example = content.get("example")
    parameters = described.get("parameters", ())
    return Operation(
        id=described["operationId"],
        path=path,
        summary=described["summary"],
        paragraphs=paragraphs(described.get("description", "")),
        parameters=[field_of(parameter) for parameter in parameters],
        answer=shape_of(content["schema"]) if "schema" in content else "",
        example=json.dumps(example, indent=2, ensure_ascii=False) if example else "",
        statuses=list(answers),
        try_it=address_to_try(path, parameters),
    )


def field_of(parameter: dict[str, Any]) -> Field:
    schema = parameter["schema"]
    default = schema.get("default")
    return Field(
        parameter["name"],
        shape_of(schema),
        parameter.get("description", ""),
        is_required=parameter.get("required", False),
        default="" if default in (None, "") else str(default),
        limits=limits_of(schema),
    )


def limits_of(schema: dict[str, Any]) -> str:
    """Return how large a number may be, as "1–50", unless that is self-evident."""
    least, most = schema.get("minimum"), schema.get("maximum")
    return f"{least}–{most}" if most is not None and most < LARGE else ""


LARGE = 10**6


def address_to_try(path: str, parameters: Any) -> str:
    needed = [one for one in parameters if one.get("required")]
    if any(one["in"] == "path" or "example" not in one for one in needed):
        return ""
    query = urlencode({one["name"]: one["example"] for one in needed})
    return f"{path}?{query}" if query else path
