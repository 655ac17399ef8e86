"""Completes what django-ninja writes of an API: errors, examples, lists."""

import json
import re
from typing import Any

from pydantic import TypeAdapter

from cms.api.examples import example_of
from cms.api.problems import MEDIA_TYPE, ProblemData, problem_type

__all__ = ["completed"]

REFERENCE = "#/components/schemas/{model}"
PROBLEMS = {
    "400": "A parameter is wrong; the answer names it.",
    "404": "There is nothing at this address, or it is not public.",
    "405": "The API only reads.",
    "500": "The server has failed.",
}
SPECIAL = {
    "410": "What was asked for is not kept any more; the answer says how to go on.",
    "429": "Too many requests; Retry-After says how many seconds to wait.",
}
"""What an operation names itself: ``openapi_extra={"x-problems": ["410"]}``."""
# And ``"x-kept": False`` if nobody may keep its answers, so that they have no ETag.
UNCHANGED = "What you have is still true: its ETag was sent as If-None-Match."
TOO_LONG = "The web server reads no address that is so long; it says so by itself."
OLD_CURSOR = (
    "What came after this cursor is not kept any more. Begin again without “since”: "
    "you get all public pages, and may forget all others."
)
EXAMPLES: dict[str, ProblemData] = {
    "400": {
        "type": problem_type(400),
        "title": "The request cannot be understood",
        "status": 400,
        "detail": "This is not a day. Write it as 2027-03-05.",
        "parameter": "starts_from",
        "errors": [
            {
                "parameter": "starts_from",
                "detail": "This is not a day. Write it as 2027-03-05.",
            }
        ],
    },
    "404": {
        "type": problem_type(404),
        "title": "There is nothing at this address",
        "status": 404,
        "detail": "Look at the address, or at the manual at /api/v1/docs.",
    },
    "405": {
        "type": problem_type(405),
        "title": "This method is not allowed here",
        "status": 405,
        "detail": "The API only reads: use GET or HEAD.",
    },
    "410": {
        "type": problem_type(410),
        "title": "This is not kept any more",
        "status": 410,
        "detail": OLD_CURSOR,
        "parameter": "since",
        "errors": [
            {
                "parameter": "since",
                "detail": OLD_CURSOR,
            }
        ],
    },
    "429": {
        "type": problem_type(429),
        "title": "Too many requests",
        "status": 429,
        "detail": "Wait as long as the header Retry-After says.",
    },
    "500": {
        "type": problem_type(500),
        "title": "The server has failed",
        "status": 500,
        "detail": "The people who run this site find the cause in its log.",
    },
}


def completed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return an OpenAPI document with what holds for every operation in it."""
    schema["servers"] = [{"url": "/", "description": "This site"}]
    components = schema["components"]
    problem = TypeAdapter(ProblemData).json_schema(ref_template=REFERENCE)
    components["schemas"].update(problem.pop("$defs"), Problem=problem)
    components["responses"] = {
        f"Problem{status}": response_of(status, words)
        for status, words in (PROBLEMS | SPECIAL).items()
    }
    components["headers"] = HEADERS
    for operations in schema["paths"].values():
        for operation in operations.values():
            complete_operation(operation)
    found = renamed(without_noise(schema))
    add_examples(found)
    return found


def add_examples(schema: dict[str, Any]) -> None:
    schemas = schema["components"]["schemas"]
    for operations in schema["paths"].values():
        for operation in operations.values():
            content = operation["responses"]["200"].get("content", {})
            for each in content.values():
                each["example"] = example_of(each["schema"], schemas)


def without_noise(part: Any) -> Any:
    """Leave out the titles that pydantic makes of names, and what is not asked."""
    if isinstance(part, list):
        return [without_noise(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        name: value if name in {"info", "example", "examples"} else without_noise(value)
        for name, value in part.items()
        if not is_noise(name, value)
    }


def is_noise(name: str, value: Any) -> bool:
    is_title = name == "title" and isinstance(value, str)
    return is_title or (name == "default" and value is None)


def renamed(schema: dict[str, Any]) -> dict[str, Any]:
    """Call types what clients call them: "Workshop" in place of "WorkshopData"."""
    text = json.dumps(schema, ensure_ascii=False)
    text = re.sub(r'(#/components/schemas/\w+?)Data"', r'\1"', text)
    found: dict[str, Any] = json.loads(text)
    schemas = found["components"]["schemas"]
    found["components"]["schemas"] = {
        name.removesuffix("Data"): schemas[name]
        for name in sorted(schemas)
        # Parameters are written out where they belong.
        if f'"{REFERENCE.format(model=name.removesuffix("Data"))}"' in text
    }
    return found


HEADERS = {
    "ETag": {
        "description": "Changes with the answer.",
        "schema": {"type": "string"},
    },
    "Cache-Control": {
        "description": "How long browsers and shared caches may keep the answer.",
        "schema": {"type": "string"},
    },
}


def response_of(status: str, words: str) -> dict[str, Any]:
    content = {"schema": {"$ref": REFERENCE.format(model="Problem")}}
    return {
        "description": words,
        "content": {MEDIA_TYPE: {**content, "example": EXAMPLES[status]}},
    }


def complete_operation(operation: dict[str, Any]) -> None:
    responses = {str(code): answer for code, answer in operation["responses"].items()}
    is_kept = operation.pop("x-kept", True)
    for answer in responses.values():
        answer["headers"] = {
            name: {"$ref": f"#/components/headers/{name}"}
            for name in (HEADERS if is_kept else ("Cache-Control",))
        }
    if is_kept:
        responses["304"] = {"description": UNCHANGED}
    responses["414"] = {"description": TOO_LONG}
    for status in (*PROBLEMS, *operation.pop("x-problems", ())):
        responses[status] = {"$ref": f"#/components/responses/Problem{status}"}
    operation["responses"] = dict(sorted(responses.items()))
    for parameter in operation.get("parameters", ()):
        # django-ninja copies a list from the schema where OpenAPI has a map.
        for example in parameter.pop("examples", [])[:1]:
            parameter["example"] = example
        if parameter["schema"].get("type") == "array":
            parameter |= {"style": "form", "explode": False}
