"""People in a programme: named, or only by their institution."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.agenda import Person
from pages.blocks.names import NameBlock

__all__ = ["PeopleBlock", "PersonBlock", "people_in"]


class PersonBlock(blocks.StructBlock):
    name = NameBlock(label=_("Name"), required=False, max_length=255)
    institution = NameBlock(label=_("Institution"), required=False, max_length=255)

    class Meta:
        icon = "user"
        label = _("Person")
        label_format = "{name} {institution}"
        form_classname = "struct-block"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        nobody = not any((cleaned[key] or "").strip() for key in cleaned)
        if nobody and not self.is_deferred_validation:
            message = _("Enter a name, an institution, or both.")
            raise blocks.StructBlockValidationError(
                block_errors={"name": ValidationError(message)}
            )
        return cleaned


class PeopleBlock(blocks.StreamBlock):
    person = PersonBlock()

    def bulk_to_python(self, values: Iterable[Any]) -> list[blocks.StreamValue]:
        """Leave people as they are stored until somebody asks for their values.

        A programme has hundreds of them, and ``people_in`` needs no more. Nothing in
        them refers to anything that would be fetched together.
        """
        return [self.to_python(value) for value in values]

    class Meta:
        required = False
        label = _("People")


def people_in(stream: blocks.StreamValue | None) -> tuple[Person, ...]:
    """Return the people of a stream, leaving out the ones still without any word."""
    found = []
    for child in stream.raw_data if stream else ():
        stored = child["value"]
        name, place = clean(stored.get("name")), clean(stored.get("institution"))
        if name or place:
            found.append(Person(name, place))
    return tuple(found)


def clean(text: str | None) -> str:
    return (text or "").strip()
