"""Whether a client written for one description of the API works with another one.

What may come without a new version: addresses, optional parameters, values of a
parameter, fields of an answer, members of a union. ``docs/api.md`` tells clients so.
"""

from collections.abc import Iterator
from typing import Any

__all__ = ["breaking_changes", "complaints"]

Schema = dict[str, Any]


def complaints(released: Schema, current: Schema) -> list[str]:
    """Return what forbids to publish a description after the one that was released.

    A change that breaks clients needs another major version; any other a minor one.
    """
    before, after = (
        read_version(one["info"]["version"]) for one in (released, current)
    )
    if before == after and same_but_version(released, current):
        return []
    if after <= before:
        found = list(breaking_changes(released, current))
        return [*found, f"The description changed; its version is still {after}."]
    if after[0] > before[0]:
        return []
    return list(breaking_changes(released, current))


def read_version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def same_but_version(released: Schema, current: Schema) -> bool:
    return without_info(released) == without_info(current)


def without_info(schema: Schema) -> Schema:
    return {name: part for name, part in schema.items() if name != "info"}


def breaking_changes(released: Schema, current: Schema) -> Iterator[str]:
    """Yield a sentence for each change that a client would notice."""
    for path, methods in released["paths"].items():
        for method, before in methods.items():
            where = f"{method.upper()} {path}"
            after = current["paths"].get(path, {}).get(method)
            if after is None:
                yield f"{where} is gone."
                continue
            yield from changes_of_parameters(where, before, after)
            yield from changes_of_answers(where, before, after, released, current)


def changes_of_parameters(where: str, before: Schema, after: Schema) -> Iterator[str]:
    old, new = (
        {(one["in"], one["name"]): one for one in operation.get("parameters", ())}
        for operation in (before, after)
    )
    for key, parameter in old.items():
        name = f"{where}: the parameter {key[1]}"
        if key not in new:
            yield f"{name} is gone."
            continue
        yield from narrowed(name, parameter["schema"], new[key]["schema"])
        if new[key].get("required") and not parameter.get("required"):
            yield f"{name} is needed now."
    for key, parameter in new.items():
        if key not in old and parameter.get("required"):
            yield f"{where}: the new parameter {key[1]} is needed."


def narrowed(name: str, before: Schema, after: Schema) -> Iterator[str]:
    """Yield what a parameter takes no more."""
    if before.get("type") != after.get("type"):
        yield f"{name} is of another type."
    before_values: list[Any] = before.get("enum", [])
    gone = set(before_values) - set(after.get("enum", before_values))
    if gone:
        yield f"{name} takes no more: {', '.join(sorted(map(str, gone)))}."
    if "items" in before and "items" in after:
        yield from narrowed(name, before["items"], after["items"])
    for bound, sign in (("maximum", 1), ("maxLength", 1), ("minimum", -1)):
        if bound in after and sign * after[bound] < sign * before.get(
            bound, sign * 2**64
        ):
            yield f"{name} has a narrower {bound}."


def changes_of_answers(
    where: str, before: Schema, after: Schema, released: Schema, current: Schema
) -> Iterator[str]:
    compare = Comparison(released["components"], current["components"])
    for status, answer in before["responses"].items():
        if status not in after["responses"]:
            yield f"{where}: the answer {status} is gone."
            continue
        for kind, content in answer.get("content", {}).items():
            other = after["responses"][status].get("content", {}).get(kind)
            if other is None:
                yield f"{where}: the answer {status} is no {kind} any more."
            else:
                yield from compare.changes(where, content["schema"], other["schema"])


class Comparison:
    """Compares what answers say, each named type once."""

    def __init__(self, before: Schema, after: Schema) -> None:
        self.before = before["schemas"]
        self.after = after["schemas"]
        self.compared: set[str] = set()

    def changes(self, where: str, before: Schema, after: Schema) -> Iterator[str]:
        if name := name_of(before):
            if name in self.compared:
                return
            self.compared.add(name)
            where = name
        before, after = resolved(before, self.before), resolved(after, self.after)
        yield from self.changes_of_fields(where, before, after)
        yield from self.changes_of_members(where, before, after)
        if "items" in before and "items" in after:
            yield from self.changes(where, before["items"], after["items"])
        if kinds(before) and not kinds(after) <= kinds(before):
            yield f"{where} is of another type."

    def changes_of_fields(
        self, where: str, before: Schema, after: Schema
    ) -> Iterator[str]:
        required = set(after.get("required", ()))
        for name, field in before.get("properties", {}).items():
            there = after.get("properties", {}).get(name)
            if there is None:
                yield f"{where}: the field {name} is gone."
                continue
            if name in before.get("required", ()) and name not in required:
                yield f"{where}: the field {name} may be missing now."
            yield from self.changes(f"{where}.{name}", field, there)

    def changes_of_members(
        self, where: str, before: Schema, after: Schema
    ) -> Iterator[str]:
        for union in ("oneOf", "anyOf"):
            there = {name_of(member): member for member in after.get(union, ())}
            for member in before.get(union, ()):
                name = name_of(member)
                if name and name not in there:
                    yield f"{where}: {name} is gone."
                elif name:
                    yield from self.changes(where, member, there[name])


def name_of(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def resolved(schema: Schema, schemas: Schema) -> Schema:
    name = name_of(schema)
    found: Schema = schemas[name] if name else schema
    return found


def kinds(schema: Schema) -> set[str]:
    """Return the simple types a value may have, null included."""
    own = {schema["type"]} if "type" in schema else set()
    return own.union(*(kinds(member) for member in schema.get("anyOf", ())))
