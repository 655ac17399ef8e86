"""Checks at once what has changed, and what refers to it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q
from django.db.models.signals import pre_delete
from django_tasks import task
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from cms.plugins import ContentChange, content_changed
from pages.quality.refreshing import PORTION, refresh
from pages.quality.subjects import Key, base_of, kinds

__all__ = ["connect"]

NAME = "pages.quality"


def connect() -> None:
    content_changed.connect(after_change, dispatch_uid=NAME)
    for model in (Page, get_document_model(), get_image_model()):
        pre_delete.connect(before_deletion, sender=model, dispatch_uid=NAME)


@task(backend="background")
def check_again(keys: list[list[Any]]) -> None:
    found = [(label, pk) for label, pk in keys]
    for at in range(0, len(found), PORTION):
        refresh(found[at : at + PORTION])


def check_soon(keys: Iterable[Key]) -> None:
    if unique := sorted(set(keys)):
        check_again.enqueue([list(key) for key in unique])


def after_change(changes: tuple[ContentChange, ...], **kwargs: Any) -> None:
    """Check what has changed, and what refers to it if that can matter there."""
    known = {base_of(model) for model in kinds()}
    changed = [(key_of_change(change), change) for change in changes]
    changed = [(key, change) for key, change in changed if key and key[0] in known]
    concerned = [key for key, change in changed if key and matters_elsewhere(change)]
    own = [key for key, _change in changed if key]
    check_soon([*own, *referring_to(concerned)])


def key_of_change(change: ContentChange) -> Key | None:
    try:
        model = apps.get_model(change.model)
    except LookupError:  # a page type whose plugin is gone
        return None
    return (base_of(model), int(change.pk)) if change.pk.isdecimal() else None


def matters_elsewhere(change: ContentChange) -> bool:
    """A page that comes or goes, and a picture: its alternative text is shown there."""
    if change.model == get_image_model()._meta.label:
        return True
    return bool(change.addresses_before) != bool(change.addresses_after)


def before_deletion(instance: Model, **kwargs: Any) -> None:
    """Remember what refers to an object: Wagtail forgets it with the object."""
    keys = referring_to([(base_of(type(instance)), int(instance.pk))])
    if keys:
        transaction.on_commit(partial(check_soon, keys))


def referring_to(keys: Iterable[Key]) -> list[Key]:
    """Return what refers to objects, from Wagtail's index of references."""
    wanted = Q()
    for label, pk in keys:
        kind = ContentType.objects.get_for_model(apps.get_model(label))
        wanted |= Q(to_content_type=kind, to_object_id=str(pk))
    if not wanted:
        return []
    rows = ReferenceIndex.objects.filter(wanted).values_list(
        "base_content_type", "object_id"
    )
    known, found = kinds(), []
    for kind_pk, number in set(rows):
        model = ContentType.objects.get_for_id(kind_pk).model_class()
        if model is None or not number.isdecimal():
            continue
        if issubclass(model, tuple(known)):
            found.append((base_of(model), int(number)))
    return found
