"""The JSON Schema of content files, for editors of text and for other programs.

It says what every file of this site can look like, with its plugins. What depends on
other objects or on the site (keys, slugs, times that contradict each other), only the
import itself can find out.
"""

from typing import TYPE_CHECKING, Any

from django.db import models

from cms.languages import language_codes
from cms.models import SiteSettings
from pages.exchange.counting import schema_of
from pages.exchange.descriptions import (
    Children,
    Description,
    describe,
    page_models,
    snippet_models,
)
from pages.exchange.keys import WORD
from pages.exchange.reader import FIXED, VERSION
from pages.exchange.settings import other_settings

if TYPE_CHECKING:
    from pages.exchange.blocks import BlockKind, StructKind
    from pages.exchange.fields import FieldPart
    from pages.exchange.streams import ListKind, StreamKind

__all__ = ["Definitions", "content_schema"]

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KEY: Schema = {"$ref": "#/$defs/key"}
LOCALE: Schema = {"$ref": "#/$defs/locale"}
BLOCK_ID: Schema = {"type": ["string", "null"], "minLength": 1, "maxLength": 100}


def content_schema() -> Schema:
    """Return the schema of content files, in JSON Schema draft 2020-12."""
    definitions = Definitions()
    properties = {
        "version": {"const": VERSION},
        "settings": or_null(settings_schema(definitions)),
        **{section: rows([media(section, definitions)]) for section in FIXED},
        "snippets": rows(
            [definitions.entry(model, SNIPPET) for model in snippet_models().values()]
        ),
        "pages": rows(
            [
                definitions.entry(model, {**PAGE, **schema_of(model)})
                for model in page_models().values()
            ]
        ),
    }
    return {
        "$schema": DIALECT,
        "title": "Content of a Werkstatt site",
        **mapping(properties, ["version"]),
        "$defs": definitions.all,
    }


def mapping(properties: Schema, required: list[str] | None = None) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return {**schema, "required": required} if required else schema


def or_null(schema: Schema) -> Schema:
    """Return a schema that accepts null too, which means: not given."""
    return {"anyOf": [schema, {"type": "null"}]}


def rows(kinds: list[Schema]) -> Schema:
    items = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    return or_null({"type": "array", "items": items})


SNIPPET: Schema = {"key": KEY, "locale": LOCALE}
PAGE: Schema = {
    **SNIPPET,
    "parent": or_null(KEY),
    "live": {"type": ["boolean", "null"]},
}


def media(section: str, definitions: "Definitions") -> Schema:
    properties = {"key": KEY, "file": {"type": "string", "minLength": 1}}
    described = definitions.properties(describe(FIXED[section]()))
    required = ["key", "file", *definitions.required(describe(FIXED[section]()))]
    return mapping({**properties, **described}, required)


def settings_schema(definitions: "Definitions") -> Schema:
    others = {
        name: or_null(mapping(definitions.properties(describe(model))))
        for name, model in other_settings().items()
    }
    return mapping({**definitions.properties(describe(SiteSettings)), **others})


class Definitions:
    """Parts of the schema that others refer to by name."""

    def __init__(self) -> None:
        self.all: dict[str, Schema] = {
            "key": {"type": "string", "pattern": f"^{WORD.pattern}$"},
            "locale": {"enum": language_codes()},
        }

    def add(self, name: str, schema: Schema) -> Schema:
        """Return a reference to a schema; the same schema is kept once."""
        number, wanted = 1, name
        while self.all.setdefault(wanted, schema) != schema:
            number += 1
            wanted = f"{name}-{number}"
        return {"$ref": f"#/$defs/{wanted}"}

    # --- Models

    def entry(self, model: type[models.Model], marks: Schema) -> Schema:
        """Return the schema of a page or snippet. Drafts may lack what others need."""
        description = describe(model)
        properties = {
            "type": {"const": model._meta.label},
            **marks,
            **self.properties(description),
        }
        always = ("type", "key", "locale", "slug", "title")
        schema = mapping(properties, [name for name in always if name in properties])
        is_draft = {"properties": {"live": {"const": False}}, "required": ["live"]}
        if required := self.required(description):
            schema.update({"if": is_draft, "else": {"required": required}})
        return self.add(model._meta.label, schema)

    def properties(self, description: Description) -> Schema:
        return {
            part.name: self.children(part)
            if isinstance(part, Children)
            else self.field(part)
            for part in description.in_order
        }

    def required(self, description: Description) -> list[str]:
        return [part.name for part in description.parts.values() if part.is_required]

    def field(self, part: "FieldPart") -> Schema:
        schema = part.kind.schema(self)
        shown = schema if part.is_required else or_null(schema)
        help_text = str(part.field.help_text)
        return {
            "title": str(part.field.verbose_name),
            **({"description": help_text} if help_text else {}),
            **shown,
        }

    def children(self, children: Children) -> Schema:
        key = {"key": or_null(KEY)} if children.have_keys else {}
        properties = {**key, **self.properties(children.description)}
        label = children.description.model._meta.label
        return rows([self.add(label, mapping(properties))])

    # --- Values

    def reference(self, *, has_language: bool) -> Schema:
        if not has_language:
            return KEY
        properties = {"key": KEY, "locale": LOCALE}
        return self.add("reference", {"anyOf": [KEY, mapping(properties, ["key"])]})

    def struct(self, kind: "StructKind") -> Schema:
        schema = mapping(self.struct_properties(kind))
        return self.add(type(kind.block).__name__, schema)

    def struct_properties(self, kind: "StructKind") -> Schema:
        return {
            name: or_null(child.schema(self)) for name, child in kind.children.items()
        }

    def item(self, kind: "BlockKind", marks: Schema) -> Schema:
        """Return the schema of one block in a row."""
        inline = getattr(kind, "is_inline", False)
        if inline:
            properties = self.struct_properties(kind)  # type: ignore[arg-type]
        else:
            properties = {"value": or_null(kind.schema(self))}
        return mapping({**marks, **properties}, ["type"] if "type" in marks else None)

    def list_items(self, kind: "ListKind") -> Schema:
        item = self.item(kind.child, {"id": BLOCK_ID})
        return {"type": "array", "items": item}

    def stream(self, kind: "StreamKind") -> Schema:
        items = [
            self.item(child, {"type": {"const": name}, "id": BLOCK_ID})
            for name, child in kind.kinds().items()
        ]
        if kind.is_open:
            properties: Schema = {
                "type": {"type": "string"},
                "id": BLOCK_ID,
                "stored": {"title": "Kept for a plugin that is not installed"},
            }
            items.append(mapping(properties, ["type", "stored"]))
        schema = {"type": "array", "items": {"anyOf": items}}
        return self.add(type(kind.block).__name__, schema)
