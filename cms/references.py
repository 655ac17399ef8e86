"""Which pages show an object, from Wagtail's index of references."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from wagtail.models import Page, ReferenceIndex

__all__ = ["kin_of", "pages_naming", "referred_by"]

MOST_STEPS = 2
"""From an organisation over a contact to the pages that name it."""


def pages_naming(model: type[Model], pks: Iterable[int]) -> set[int]:
    """Return the pages that refer to objects, or to what refers to them."""
    found: set[int] = set()
    targets: dict[type[Model], set[int]] = {model: set(pks)}
    for _step in range(MOST_STEPS):
        sources = referring_to(targets)
        found |= {
            pk for kind, own in sources.items() if issubclass(kind, Page) for pk in own
        }
        targets = {
            kind: own for kind, own in sources.items() if not issubclass(kind, Page)
        }
    return found


def referred_by(model: type[Model], pk: int) -> set[int]:
    """Return the objects of its own kind that an object refers to."""
    kind = ContentType.objects.get_for_model(model)
    rows = ReferenceIndex.objects.filter(
        base_content_type=kind, object_id=str(pk), to_content_type=kind
    )
    return set(map(int, rows.values_list("to_object_id", flat=True)))


def kin_of(instance: Model) -> set[int]:
    """Return the objects of its own kind that an object refers to as it is in memory.

    The index follows a change only after it; this knows them at once.
    """
    own = instance._meta.concrete_model
    keys = {
        getattr(instance, field.attname)
        for field in instance._meta.concrete_fields
        if field.is_relation and field.related_model is own
    }
    return {key for key in keys if isinstance(key, int)}


def referring_to(targets: dict[type[Model], set[int]]) -> dict[type[Model], set[int]]:
    """Return what refers to objects."""
    wanted = Q()
    for model, pks in targets.items():
        kind = ContentType.objects.get_for_model(model)
        wanted |= Q(to_content_type=kind, to_object_id__in=[str(pk) for pk in pks])
    if not wanted:
        return {}
    rows = ReferenceIndex.objects.filter(wanted)
    found: dict[type[Model], set[int]] = {}
    for number, pk in set(rows.values_list("base_content_type", "object_id")):
        source = ContentType.objects.get_for_id(number).model_class()
        if source is not None and pk.isdecimal():
            found.setdefault(source, set()).add(int(pk))
    return found
