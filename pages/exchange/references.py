"""References to other objects: always by key, in files and nowhere else."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.languages import language_codes
from pages.exchange.given import Given, did_you_mean, quoted
from pages.exchange.keys import Identity, family, is_translatable, key_of_word
from pages.exchange.kinds import Kind, read_text

if TYPE_CHECKING:
    from pages.exchange.contexts import Found, Reading, Writing
    from pages.exchange.schema import Definitions

__all__ = ["ReferenceKind", "ReferencesKind", "find_object", "read_key", "read_locale"]


class ReferenceKind(Kind):
    """A reference to an object of one of some models, stored as its primary key.

    A word alone means the object in the language of the place, or, if it was not
    translated, in the source language. ``{key: …, locale: …}`` names the language.
    """

    def __init__(self, *targets: type[models.Model]) -> None:
        self.targets = targets

    def read(self, given: Given, context: "Reading") -> int | None:
        key, locale = given, ""
        if isinstance(given.value, dict):
            given.refuse_others(("key", "locale"))
            inner = given.entry("key")
            if inner is None:
                given.fail(_("The key is missing here."))
                return None
            key, locale = inner, read_locale(given)
        uuid = read_key(key)
        if uuid is None:
            return None
        found = find_object(key, self.targets, uuid, locale, context)
        return found.pk if found else None

    def write(self, value: Any, context: "Writing") -> Any:
        target = context.key_of(self.targets[0], value)
        if target is None or target.locale in ("", context.locale):
            return target and str(target.key)
        return {"key": str(target.key), "locale": target.locale}

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return definitions.reference(has_language=is_translatable(self.targets[0]))


class ReferencesKind(Kind):
    """A list of references, as of a many-to-many field."""

    can_be_null = False

    def __init__(self, target: type[models.Model]) -> None:
        self.one = ReferenceKind(target)

    def read(self, given: Given, context: "Reading") -> list[int]:
        found = [self.one.read(item, context) for item in given.items()]
        return [pk for pk in found if pk is not None]

    def write(self, value: Any, context: "Writing") -> list[Any]:
        written = [self.one.write(pk, context) for pk in value]
        return sorted((one for one in written if one), key=str)

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "array", "items": self.one.schema(definitions)}


def read_key(given: Given) -> UUID | None:
    """Return the UUID of a key, or None with a mistake."""
    word = read_text(given)
    if word is None:
        return None
    key = key_of_word(word)
    if key is None:
        sentence = _(
            "“%(value)s” is not a key. A key is a UUID or a word of letters, digits, "
            "hyphens, dots and underscores."
        )
        given.fail(sentence % {"value": quoted(given.value)})
    return key


def read_locale(given: Given) -> str:
    """Return the language named in a mapping; "" if none is, or with a mistake."""
    place = given.entry("locale")
    if place is None:
        return ""
    if place.value in language_codes():
        return str(place.value)
    sentence = _(
        "“%(value)s” is not a language of this site. Its languages are: %(all)s."
    )
    values = {"value": quoted(place.value), "all": ", ".join(language_codes())}
    place.fail(sentence % values)
    return ""


def find_object(
    given: Given,
    targets: tuple[type[models.Model], ...],
    key: UUID,
    locale: str,
    context: "Reading",
) -> "Found | None":
    """Return what a key leads to, or None with a mistake."""
    found = None
    for identity in identities(targets, key, locale or context.locale):
        found = context.known.find(identity)
        if found or locale:
            break
    if found and issubclass(found.model, targets):
        return found
    values = {"value": quoted(given.value), "kinds": kinds_in_words(targets)}
    if found:
        values["kind"] = str(found.model._meta.verbose_name)
        given.fail(_("“%(value)s” is a %(kind)s. Expected here: %(kinds)s.") % values)
        return None
    sentence = _("There is no “%(value)s” here or on the site. Expected: %(kinds)s.")
    names = context.known.names(targets)
    given.fail(did_you_mean(sentence % values, str(given.value), names))
    return None


def identities(
    targets: tuple[type[models.Model], ...], key: UUID, locale: str
) -> list[Identity]:
    """Return who may be meant: in the language of the place, else in the source one."""
    root = family(targets[0])
    assert root is not None  # noqa: S101 (only models with keys have this kind)
    if not is_translatable(root):
        return [Identity(root, key)]
    source = settings.LANGUAGE_CODE
    return [
        Identity(root, key, language)
        for language in dict.fromkeys((locale or source, source))
    ]


def kinds_in_words(targets: tuple[type[models.Model], ...]) -> str:
    names = [
        _("page") if target is Page else str(target._meta.verbose_name)
        for target in targets
    ]
    return str(get_text_list(names, _("or")))
