"""The demo's file as the tests read it: plain values, without the importer."""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML

from home.demo.loading import CONTENT

FOLDER = CONTENT.parent


def content(text: str | None = None) -> dict[str, Any]:
    """The file's content, or that of a changed text of it; dates as texts."""
    yaml = YAML(typ="safe")
    yaml.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda _loader, node: node.value
    )
    return yaml.load(text or CONTENT.read_text("utf-8"))


def page(key: str, locale: str = "de", text: str | None = None) -> dict[str, Any]:
    found = [
        each
        for each in content(text)["pages"]
        if (each["key"], each["locale"]) == (key, locale)
    ]
    return found[0]


def values(node: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """All values of a tree that are not mappings or lists, with their field's name."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, name)
    else:
        yield name, node


def structure(node: Any) -> Any:
    """A tree without its words: names of fields, lengths of lists, types of blocks."""
    if isinstance(node, dict):
        return {
            key: value if key == "type" else structure(value)
            for key, value in node.items()
        }
    if isinstance(node, list):
        return [structure(value) for value in node]
    return None
