"""The same document in several languages: which file a page should link."""

from collections.abc import Collection, Iterable
from typing import Any

from django.conf import settings
from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)
from django.utils.translation import get_language
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

__all__ = ["documents_in_active_language"]


def documents_in_active_language(
    pks: Collection[int], known: Iterable[Any] = ()
) -> dict[int, Any]:
    """Return documents by the ids they were chosen under.

    One that is in another language is replaced by its variant in the active one. That
    costs a query more, if there is such a document. ``known`` were fetched already,
    with what they are a variant of.
    """
    chosen = {document.pk: document for document in known}
    if missing := set(pks) - chosen.keys():
        documents = get_document_model().objects.select_related("variant_of")
        chosen.update(documents.in_bulk(list(missing)))
    foreign = [document for document in chosen.values() if is_foreign(document)]
    variants = list(variants_of(foreign)) if foreign else []
    for document in foreign:
        # The newest comes first: it takes the place of an older one.
        fitting = (other for other in variants if fits(other, document))
        chosen[document.pk] = next(fitting, document)
    return chosen


def is_foreign(document: Any) -> bool:
    """Whether it may have a better variant. One without a language is an original."""
    return (document.language or settings.LANGUAGE_CODE) != get_language()


def relatives(document: Any) -> set[int]:
    """Return the ids of a document, of what it is a variant of, and of that one's."""
    above = document.variant_of
    ids = (document.pk, document.variant_of_id, above and above.variant_of_id)
    return {pk for pk in ids if pk}


def fits(other: Any, document: Any) -> bool:
    """Whether a variant may stand in: a hidden file never does for a public one."""
    is_readable = not other.is_hidden or other.collection_id == document.collection_id
    return is_readable and not relatives(other).isdisjoint(relatives(document))


def variants_of(documents: Iterable[Any]) -> QuerySet:
    """Return the variants in the active language, the newest first.

    Each document may be the variant or have one; a variant's variant counts as well.
    They know whether visitors need a permission for them (``is_hidden``).
    """
    family = {pk for document in documents for pk in relatives(document)}
    found = get_document_model().objects.filter(
        Q(pk__in=family)
        | Q(variant_of__in=family)
        | Q(variant_of__variant_of__in=family),
        language=get_language(),
    )
    path = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    hiding = CollectionViewRestriction.objects.annotate(hidden=path).filter(
        hidden__startswith=F("collection__path")
    )
    return (
        found.annotate(is_hidden=Exists(hiding))
        .select_related("variant_of")
        .order_by("-created_at", "-pk")
    )
