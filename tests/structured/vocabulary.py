"""Checks JSON-LD against an extract of the vocabulary of schema.org.

``vocabulary.json`` holds types, properties, their domains and their ranges, and says
where it comes from and under which licence.
"""

import json
import re
from datetime import date, datetime
from pathlib import Path

EXTRACT = json.loads((Path(__file__).parent / "vocabulary.json").read_text())
TYPES, MEMBERS = EXTRACT["types"], EXTRACT["members"]
PROPERTIES = EXTRACT["properties"]
SCHEMA = "https://schema.org/"
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def complaints(document):
    """What is wrong with a JSON-LD document, a sentence each."""
    if document.get("@context") != "https://schema.org":
        yield "the context is another one"
    nodes = document.get("@graph", [])
    known = {node["@id"]: node for node in nodes if "@id" in node}
    for node in nodes:
        yield from of_node(node, known, node.get("@type"))


def of_node(node, known, where):
    kind = node.get("@type")
    if kind not in TYPES:
        yield f"{where}: {kind} is no known type"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        place = f"{where}.{name}"
        if name not in PROPERTIES:
            yield f"{place} is no known property"
        elif not above(kind) & set(PROPERTIES[name]["domain"]):
            yield f"{place}: {kind} has no such property"
        else:
            for one in value if isinstance(value, list) else [value]:
                yield from of_value(one, PROPERTIES[name]["range"], known, place)


def of_value(value, allowed, known, place):
    if isinstance(value, dict) and set(value) == {"@id"}:
        if value["@id"] not in known:
            yield f"{place}: nothing is called {value['@id']}"
            return
        value = known[value["@id"]]
    elif isinstance(value, dict):
        yield from of_node(value, known, place)
    if not any(fits(value, kind) for kind in allowed):
        yield f"{place}: {value!r} is none of {', '.join(allowed)}"


def above(kind):
    """A type and all types above it."""
    found = {kind}
    for each in TYPES.get(kind, []):
        found |= above(each)
    return found


def fits(value, kind):
    if isinstance(value, dict):
        return kind in above(value.get("@type"))
    if kind in DATA:
        return DATA[kind](value)
    name = value.removeprefix(SCHEMA) if isinstance(value, str) else ""
    return f"{SCHEMA}{name}" == value and MEMBERS.get(name) == kind


def is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_date(value):
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def is_moment(value):
    """With its offset: without one, each reader takes it for a time of its own."""
    try:
        return "T" in value and datetime.fromisoformat(value).tzinfo is not None
    except (TypeError, ValueError):
        return False


DATA = {
    "Text": lambda value: isinstance(value, str) and bool(value.strip()),
    "URL": lambda value: isinstance(value, str) and bool(ADDRESS.fullmatch(value)),
    "Number": is_number,
    "Integer": lambda value: is_number(value) and value == int(value),
    "Date": is_date,
    "DateTime": is_moment,
}
