"""Keeps the index up to date: whenever something changes that pages show."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model, Q
from django.db.models.signals import pre_delete
from django_tasks import task
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page

from cms.plugins import ContentChange, content_changed
from cms.references import pages_naming
from search.indexing.refreshing import PORTION, refresh
from search.indexing.storing import renew
from search.models import Place

__all__ = ["connect"]

NAME = "search.indexing"
WITH_ALL_BELOW = {"access", "moved"}


def connect() -> None:
    content_changed.connect(after_change, dispatch_uid=NAME)
    document = get_document_model()
    pre_delete.connect(before_document_deletion, sender=document, dispatch_uid=NAME)
    pre_delete.connect(before_page_deletion, sender=Page, dispatch_uid=NAME)


@task(backend="background")
def index_again(pages: list[int]) -> None:
    for at in range(0, len(pages), PORTION):
        refresh(pages[at : at + PORTION])


@task(backend="background")
def renew_entries(entries: list[int]) -> None:
    renew(entries)


def index_soon(pages: Iterable[int]) -> None:
    if unique := sorted(set(pages)):
        index_again.enqueue(unique)


def after_change(changes: tuple[ContentChange, ...], **kwargs: Any) -> None:
    pages: set[int] = set()
    for change in changes:
        model = model_of(change)
        if model is None or not change.pk.isdecimal():
            continue
        pages.update(concerned(model, int(change.pk), change))
    index_soon(pages)


def model_of(change: ContentChange) -> type[Model] | None:
    try:
        return apps.get_model(change.model)
    except LookupError:  # a page type whose plugin is gone
        return None


def concerned(model: type[Model], pk: int, change: ContentChange) -> Iterable[int]:
    """Return the pages whose words may have changed with an object."""
    if issubclass(model, Page):
        return {pk, *pages_below(pk, change.action)}
    if issubclass(model, get_document_model()):
        return pages_with_documents([pk])
    if issubclass(model, Collection):
        return pages_with_documents(documents_in(pk))
    return pages_naming(model, [pk])


def pages_below(pk: int, action: str) -> Iterable[int]:
    """Return what has to be indexed again with a page.

    A restriction, and leaving one, matters to all that lies below. A move matters to
    what was not indexed where it was.
    """
    page = Page.objects.filter(pk=pk).first() if action in WITH_ALL_BELOW else None
    if page is None:
        return []
    below = Page.objects.descendant_of(page).live()
    if action == "moved":
        below = below.exclude(pk__in=Place.objects.values("page"))
    return below.values_list("pk", flat=True)


def documents_in(pk: int) -> list[int]:
    collection = Collection.objects.filter(pk=pk).first()
    if collection is None:
        return []
    documents = get_document_model().objects.filter(
        collection__path__startswith=collection.path
    )
    return list(documents.values_list("pk", flat=True))


def pages_with_documents(pks: Iterable[int]) -> set[int]:
    """Return the pages that show documents or what these are variants of."""
    model = get_document_model()
    numbers = set(pks)
    related = model.objects.filter(Q(pk__in=numbers) | Q(variant_of__in=numbers))
    for own, above, top in related.values_list(
        "pk", "variant_of", "variant_of__variant_of"
    ):
        numbers |= {number for number in (own, above, top) if number}
    shown = Place.objects.filter(entry__document__in=numbers)
    return {*shown.values_list("page", flat=True), *pages_naming(model, numbers)}


def before_page_deletion(instance: Model, **kwargs: Any) -> None:
    """Remember what a page shows: its places are deleted with it."""
    shown = Place.objects.filter(page=instance.pk)
    entries = list(shown.values_list("entry", flat=True))
    if entries:
        transaction.on_commit(partial(renew_entries.enqueue, entries))


def before_document_deletion(instance: Model, **kwargs: Any) -> None:
    """Remember which pages show a document: that is forgotten with it."""
    pages = pages_with_documents([int(instance.pk)])
    if pages:
        transaction.on_commit(partial(index_soon, pages))
