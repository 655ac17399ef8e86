"""The values of an object and of its children, between a file and the database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from pages.exchange.descriptions import Children, Description
from pages.exchange.fields import KEEP
from pages.exchange.keys import derived_key
from pages.exchange.references import read_key

if TYPE_CHECKING:
    from pages.exchange.contexts import Reading, Writing
    from pages.exchange.given import Given

__all__ = [
    "Record",
    "apply_record",
    "keep_missing",
    "read_record",
    "record_of",
    "shown_record",
]


@dataclass(slots=True)
class Record:
    """The values of an object by field, and the records of its children by relation."""

    values: dict[str, Any] = field(default_factory=dict)
    children: dict[str, list["Record"]] = field(default_factory=dict)
    key: UUID | None = None


def read_record(
    given: "Given",
    description: Description,
    context: "Reading",
    marks: tuple[str, ...] = (),
) -> Record:
    """Return what a mapping says of an object; ``marks`` are names read elsewhere."""
    given.refuse_others((*marks, *description.names))
    record = Record()
    for name, part in description.parts.items():
        record.values[name] = part.read(given, context.below(name))
    for name, children in description.children.items():
        record.children[name] = list(read_children(given, children, context))
    return record


def read_children(
    given: "Given", children: Children, context: "Reading"
) -> Iterator[Record]:
    place = given.entry(children.name)
    seen: set[UUID] = set()
    for position, item in enumerate(place.items() if place else ()):
        if not item.is_mapping():
            continue
        marks = ("key",) if children.have_keys else ()
        below = context.below(children.name, str(position))
        record = read_record(item, children.description, below, marks)
        record.key = derived_key(context.owner, *context.steps, children.name, position)
        own = item.entry("key") if marks else None
        if own is not None:
            record.key = read_key(own) or record.key
        if record.key in seen:
            item.step("key").fail(_("This key is used twice in this list."))
        seen.add(record.key)
        yield record


def record_of(instance: models.Model, description: Description) -> Record:
    """Return the values that an object has now."""
    record = Record(key=getattr(instance, "translation_key", None))
    for name, part in description.parts.items():
        record.values[name] = part.get(instance)
    for name, children in description.children.items():
        record.children[name] = [
            record_of(child, children.description)
            for child in sorted_children(instance, name)
        ]
    return record


def sorted_children(instance: models.Model, name: str) -> list[Any]:
    """Return children in the order of the editor's form, whatever order lists have."""

    def place(child: Any) -> tuple[bool, int, int]:
        order = getattr(child, "sort_order", None)
        return order is None, order or 0, child.pk or 0

    return sorted(getattr(instance, name).all(), key=place)


def shown_record(
    record: Record, description: Description, context: "Writing"
) -> dict[str, Any]:
    """Return the values as a file shows them: only those that are not the default."""
    shown: dict[str, Any] = {}
    for part in description.in_order:
        if isinstance(part, Children):
            if children := record.children[part.name]:
                shown[part.name] = [
                    shown_child(child, part, context) for child in children
                ]
        else:
            value = record.values[part.name]
            if value is KEEP or part.is_default(value):
                continue
            written = part.write(value, context)
            if written is not None or value is None:
                shown[part.name] = written
    return shown


def shown_child(
    child: Record, children: Children, context: "Writing"
) -> dict[str, Any]:
    mark = {"key": str(child.key)} if children.have_keys else {}
    return {**mark, **shown_record(child, children.description, context)}


def apply_record(
    record: Record, instance: models.Model, description: Description
) -> None:
    """Give an object the values of a record, without saving it."""
    for name, part in description.parts.items():
        part.set(instance, record.values[name])
    for name, children in description.children.items():
        apply_children(record.children[name], instance, children)


def apply_children(records: list[Record], instance: Any, children: Children) -> None:
    existing = sorted_children(instance, children.name)
    by_key = {getattr(child, "translation_key", None): child for child in existing}
    final = []
    for position, record in enumerate(records):
        if children.have_keys:
            child: Any = by_key.get(record.key) or children.description.model()
            child.translation_key = record.key
            child.locale_id = instance.locale_id
        else:
            known = position < len(existing)
            child = existing[position] if known else children.description.model()
        if hasattr(child, "sort_order"):
            child.sort_order = position
        apply_record(record, child, children.description)
        final.append(child)
    getattr(instance, children.name).set(final)


def keep_missing(record: Record, present: Record) -> None:
    """Fill what a file is silent about with the values an object has now."""
    for name, value in record.values.items():
        if value is KEEP:
            record.values[name] = present.values[name]
    for name, children in record.children.items():
        known = {child.key: child for child in present.children[name]}
        for child in children:
            if child.key in known:
                keep_missing(child, known[child.key])
