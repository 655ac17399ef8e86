"""What is no page: which kind of event it is, and what of it may be named."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Site,
)

from cms.outbox.models import EventType
from cms.outbox.pages import all_public_pages, pages_below, public_pages
from cms.plugins import ContentChange
from cms.references import pages_naming, referred_by
from cms.visibility import is_below, restricted_paths

__all__ = ["pages_showing", "public_addresses", "type_of_object"]

Pair = list[str | None]


def type_of_object(model: type[Model]) -> EventType:
    if issubclass(model, get_image_model() | get_document_model()):
        return EventType.ASSET_CHANGED
    if issubclass(model, Redirect):
        return EventType.REDIRECT_CHANGED
    if issubclass(model, Collection):
        return EventType.ACCESS_CHANGED
    if issubclass(model, BaseSiteSetting | BaseGenericSetting | Site | Locale):
        return EventType.SETTINGS_CHANGED
    return EventType.SNIPPET_CHANGED


def public_addresses(model: type[Model], change: ContentChange) -> list[Pair]:
    """Return the addresses of an object before and after, as far as all may know them.

    Whether a document that is gone was in a closed collection is not known any more:
    where there are such, its address is not named.
    """
    if issubclass(model, Redirect):
        return addresses_of_redirect(change)
    closed = restricted_paths(Collection)
    if issubclass(model, get_document_model()):
        if closed and is_in_closed_collection(model, change.pk, closed):
            return []
    elif issubclass(model, Collection) and closed:
        return []
    before, after = change.addresses_before, change.addresses_after
    longest = max(len(before), len(after))
    return [[at(before, number), at(after, number)] for number in range(longest)]


def at(addresses: tuple[str, ...], number: int) -> str | None:
    return addresses[number] if number < len(addresses) else None


def is_in_closed_collection(model: type[Any], pk: str, closed: frozenset[str]) -> bool:
    paths = model.objects.filter(pk=pk).values_list("collection__path", flat=True)
    path = paths.first()
    return path is None or is_below(path, closed)


def addresses_of_redirect(change: ContentChange) -> list[Pair]:
    """Return what led on and what leads on, unless that is to a page not public."""
    before, after = at(change.addresses_before, 0), at(change.addresses_after, 0)
    target = Redirect.objects.filter(pk=change.pk).values_list("redirect_page_id")
    if any(pk and pk not in public_pages([pk]) for (pk,) in target):
        after = None  # It may have been hidden since.
    return [[before, after]] if before or after else []


def pages_showing(model: type[Model], pk: str, lost: Iterable[int]) -> set[int]:
    """Return the pages that may show an object, and those below.

    A project's funding stands on all its pages. ``lost`` are those that showed what has
    been deleted.
    """
    found = set(lost)
    if issubclass(model, Site):
        return {
            page.pk for page in all_public_pages()
        }  # its host is in their addresses
    if issubclass(model, Collection):
        found |= showing_documents_in(pk)
    elif issubclass(model, CollectionViewRestriction | Redirect) or not pk.isdecimal():
        return found
    else:
        alike = referred_by(model, int(pk))
        found |= pages_naming(model, {int(pk), *alike})
    return {*found, *pages_below(found)}


def showing_documents_in(pk: str) -> set[int]:
    collection = Collection.objects.filter(pk=pk).first()
    if collection is None:
        return set()
    found: set[int] = set()
    for model in (get_document_model(), get_image_model()):
        inside = model.objects.filter(collection__path__startswith=collection.path)
        numbers = set(inside.values_list("pk", flat=True))
        for number in list(numbers):
            numbers |= referred_by(model, number)
        found |= pages_naming(model, numbers) if numbers else set()
    return found
