"""Examples of answers, made of the examples that each field has."""

from typing import Any

__all__ = ["example_of"]

BY_FORMAT = {
    "uuid": "8a49f1bb-6a0f-4d6e-9a5e-0c9f3f0a7a11",
    "date": "2027-03-05",
    "date-time": "2027-03-05T14:00:00+01:00",
}
BY_TYPE: dict[str, Any] = {
    "string": "…",
    "integer": 1,
    "number": 1.5,
    "boolean": False,
    "null": None,
}


def example_of(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    """Return a value that fits a schema; ``schemas`` are those it may refer to.

    Of a union it is the first member, of a list one item.
    """
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rpartition("/")[2]], schemas)
    given = [*schema.get("examples", ()), *schema.get("enum", ())]
    if "const" in schema or given:
        return schema.get("const", given[0] if given else None)
    if members := schema.get("oneOf") or schema.get("anyOf"):
        return example_of(members[0], schemas)
    if properties := schema.get("properties"):
        return {name: example_of(each, schemas) for name, each in properties.items()}
    if items := schema.get("items"):
        return [example_of(items, schemas)]
    return plain_example(schema)


def plain_example(schema: dict[str, Any]) -> Any:
    return BY_FORMAT.get(schema.get("format", ""), BY_TYPE.get(schema.get("type", "")))
