"""Writes types of values as people read them in TypeScript: ``Image | null``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

__all__ = ["Field", "Type", "paragraphs", "shape_of", "types"]


@dataclass(frozen=True, slots=True)
class Field:
    """A value inside of another one, or a parameter."""

    name: str
    shape: SafeString
    description: str
    is_required: bool
    default: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Type:
    """A named type of the description."""

    name: str
    paragraphs: list[str]
    fields: list[Field]


def types(described: dict[str, Any]) -> list[Type]:
    """Return all types of an OpenAPI document, by their names."""
    schemas = described["components"]["schemas"]
    return [
        Type(name, paragraphs(schema.get("description", "")), list(fields_of(schema)))
        for name, schema in sorted(schemas.items())
    ]


def fields_of(schema: dict[str, Any]) -> Iterable[Field]:
    required = schema.get("required", ())
    for name, each in schema.get("properties", {}).items():
        words = each.get("description", "")
        yield Field(name, shape_of(each), words, is_required=name in required)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a docstring, whose lines end where code does."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def shape_of(schema: dict[str, Any]) -> SafeString:
    """Return the type of a value as HTML, with links to the types it names."""
    if reference := schema.get("$ref", ""):
        name = reference.rpartition("/")[2]
        return format_html('<a href="#type-{}">{}</a>', name, name)
    if "const" in schema:
        return format_html("“{}”", schema["const"])
    if values := schema.get("enum"):
        return joined(format_html("“{}”", value) for value in values)
    if members := schema.get("oneOf") or schema.get("anyOf"):
        return joined(map(shape_of, members))
    if schema.get("type") == "array":
        return list_of(schema.get("items", {}))
    kind = schema.get("format") or schema.get("type") or "any"
    return format_html("{}", kind)


def list_of(schema: dict[str, Any]) -> SafeString:
    has_members = any(name in schema for name in ("anyOf", "oneOf", "enum"))
    return format_html("({})[]" if has_members else "{}[]", shape_of(schema))


def joined(shapes: Iterable[SafeString]) -> SafeString:
    return format_html_join(mark_safe(" | "), "{}", ((shape,) for shape in shapes))
