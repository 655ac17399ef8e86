"""Model fields, mapped by what they are; a plugin's field needs nothing more."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from taggit.managers import TaggableManager
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichTextMaxLengthValidator

from cms.fields import LanguageTextField
from cms.languages import language_codes
from pages.exchange.blocks import as_json
from pages.exchange.complaints import complain
from pages.exchange.given import Given
from pages.exchange.keys import is_keyed
from pages.exchange.kinds import (
    BooleanKind,
    ChoiceKind,
    DateKind,
    DecimalKind,
    IntegerKind,
    Kind,
    LanguageTextsKind,
    MomentKind,
    NumberKind,
    RawKind,
    TextKind,
    TimeKind,
    WordsKind,
)
from pages.exchange.references import ReferenceKind, ReferencesKind
from pages.exchange.streams import block_kind
from pages.exchange.texts import RichTextKind

if TYPE_CHECKING:
    from pages.exchange.contexts import Reading, Writing

__all__ = ["KEEP", "FieldPart", "field_kind"]


class Keep:
    """Stands for a value that a file does not give and an import does not touch."""


KEEP = Keep()

SIMPLE: tuple[tuple[type[models.Field], type[Kind]], ...] = (
    (RichTextField, RichTextKind),
    (LanguageTextField, LanguageTextsKind),
    (models.JSONField, RawKind),
    (models.BooleanField, BooleanKind),
    (models.IntegerField, IntegerKind),
    (models.FloatField, NumberKind),
    (models.DecimalField, DecimalKind),
    (models.DateTimeField, MomentKind),
    (models.DateField, DateKind),
    (models.TimeField, TimeKind),
)


def field_kind(field: Any) -> Kind | None:
    """Return the kind of values of a model field; None if files cannot carry it.

    They cannot carry files (but of images and documents) and references to objects
    without a key.
    """
    if isinstance(field, StreamField):
        return block_kind(field.stream_block)
    if isinstance(field, TaggableManager):
        return WordsKind()
    if isinstance(field, models.FileField):
        return None
    if isinstance(field, models.ManyToManyField | models.ForeignKey):
        many = isinstance(field, models.ManyToManyField)
        kind = ReferencesKind if many else ReferenceKind
        return kind(field.related_model) if is_keyed(field.related_model) else None
    if field.choices:
        return ChoiceKind(lambda: [value for value, _label in field.flatchoices])
    simple = (kind() for base, kind in SIMPLE if isinstance(field, base))
    return next(simple, TextKind(field.max_length))


class FieldPart:
    """A field of a model, under its name in a file.

    ``keeps`` says that a missing value leaves the object's own as it is. All others
    are set back to their default, because a file describes an object completely.
    """

    def __init__(self, field: Any, kind: Kind, *, keeps: bool = False) -> None:
        self.field = field
        self.name: str = field.name
        self.kind = kind
        self.is_stream = isinstance(field, StreamField)
        self.is_multiple = isinstance(field, models.ManyToManyField | TaggableManager)
        self.keeps = keeps or self.has_computed_default

    @property
    def has_computed_default(self) -> bool:
        """Whether the default is another one tomorrow or elsewhere."""
        if self.is_multiple or not self.field.has_default():
            return False
        return callable(self.field.default) and self.field.default not in (dict, list)

    @property
    def is_reference(self) -> bool:
        return isinstance(self.field, models.ForeignKey)

    @property
    def needs_value(self) -> bool:
        """Whether the database refuses an object without a value, even as a draft."""
        field = self.field
        if self.is_multiple or self.is_stream or field.null or field.has_default():
            return False
        return self.is_reference or not field.empty_strings_allowed

    @property
    def is_required(self) -> bool:
        """Whether it has to be given for what is published."""
        if self.keeps or self.field.blank:
            return False
        return self.default() in (None, "", [], {})

    def default(self) -> Any:
        if self.is_multiple:
            return []
        if self.is_stream:
            return self.stream_as_json(self.field.get_default())
        return self.field.get_default()

    def is_default(self, value: Any) -> bool:
        if self.keeps:
            return value is None and not self.has_computed_default
        default = self.default()
        same_type = isinstance(value, bool) == isinstance(default, bool)
        return bool(value == default and same_type)

    # --- Between a file and a value

    def read(self, mapping: Given, context: "Reading") -> Any:
        """Return the value a mapping gives for this field, its default or KEEP."""
        if self.is_null(mapping):
            return None
        place = mapping.entry(self.name)
        if place is None:
            return self.read_absent(mapping.step(self.name), context)
        before = len(place.mistakes)
        value = self.kind.read(place, context)
        if len(place.mistakes) == before:
            self.check(place, value, context)
        return value

    def is_null(self, mapping: Given) -> bool:
        is_nullable = getattr(self.field, "null", False) and not self.is_multiple
        return is_nullable and not self.keeps and mapping.says_null(self.name)

    def read_absent(self, place: Given, context: "Reading") -> Any:
        if self.keeps:
            return KEEP
        if self.needs_value or (self.is_required and not context.is_draft):
            place.fail(_("This is required."))
        if self.is_stream and self.default():
            return self.kind.read_absent(place, context)  # type: ignore[attr-defined]
        return self.default()

    def check(self, place: Given, value: Any, context: "Reading") -> None:
        """Add what the model field has against a value that could be read."""
        is_empty = value in (None, "", [], {})
        if self.is_reference or self.is_multiple or (context.is_draft and is_empty):
            return
        if self.is_stream:
            if is_empty and not self.field.blank:
                place.fail(_("This is required."))
            return
        try:
            self.field.clean(value, None)
            self.check_length(value)
            if isinstance(self.field, LanguageTextField):
                self.check_languages(value)
        except ValidationError as error:
            complain(place, error)

    def check_length(self, value: Any) -> None:
        """Ask what only forms ask: Django lets a long text field be longer."""
        limit = getattr(self.field, "max_length", None)
        if limit and isinstance(self.field, RichTextField):
            RichTextMaxLengthValidator(limit)(value)
        elif limit and isinstance(self.field, models.TextField):
            MaxLengthValidator(limit)(value)

    def check_languages(self, texts: dict[str, str]) -> None:
        form_field = self.field.formfield(required=False)
        form_field.clean([texts.get(code, "") for code in language_codes()])

    def write(self, value: Any, context: "Writing") -> Any:
        return None if value is None else self.kind.write(value, context)

    # --- Between a value and an object

    def get(self, instance: models.Model) -> Any:
        """Return the value of an object."""
        if isinstance(self.field, TaggableManager):
            return sorted(getattr(instance, self.name).names()) if instance.pk else []
        if self.is_multiple:
            related = getattr(instance, self.name).all() if instance.pk else []
            return sorted(other.pk for other in related)
        value = getattr(instance, self.field.attname)
        return self.stream_as_json(value) if self.is_stream else value

    def set(self, instance: models.Model, value: Any) -> None:
        """Set the value of an object, before it is saved."""
        if value is KEEP or (self.is_multiple and not self.is_clustered):
            return
        if self.is_multiple:
            getattr(instance, self.name).set(value)
        else:
            setattr(instance, self.field.attname, value)

    def set_after_save(self, instance: models.Model, value: Any) -> None:
        """Set a value that only a saved object can have."""
        if self.is_multiple and not self.is_clustered and value is not KEEP:
            getattr(instance, self.name).set(value)

    @property
    def is_clustered(self) -> bool:
        """Whether the object itself keeps its many values until it is saved."""
        return isinstance(self.field, ParentalManyToManyField | ClusterTaggableManager)

    def stream_as_json(self, value: Any) -> list[Any]:
        return as_json(self.field.get_prep_value(value)) or []
