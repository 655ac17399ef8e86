"""Contacts and documents: those that public pages show, and no others.

What only lies in the admin, or on drafts, is nobody's business yet.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex, Site

from pages.delivery.guarding import Guard
from pages.delivery.selection import all_codes, pages_of_site
from pages.models import Contact, PageContact

__all__ = ["shown_contacts", "shown_documents"]


def shown_contacts(site: Site, guard: Guard, language: str) -> QuerySet[Any]:
    """Return the contacts of public pages in a language."""
    pages = pages_of_site(site, guard, language).order_by()
    links = PageContact.objects.filter(
        contact=OuterRef("pk"), page__in=pages.values("pk")
    )
    return Contact.objects.filter(Exists(links)).select_related(
        "locale", "organisation__locale", "organisation__logo"
    )


def shown_documents(site: Site, guard: Guard) -> QuerySet[Any]:
    """Return the documents that public pages refer to, and their variants.

    Pages refer to them in fields, streams and texts; Wagtail's index knows all of that
    as it is published.
    """
    model = get_document_model()
    pages = pages_of_site(site, guard, *all_codes()).order_by()
    keys = pages.annotate(key=Cast("pk", CharField())).values("key")
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        object_id__in=Subquery(keys),
    )
    shown = references.order_by().values("to_object_id")
    found = model.objects.annotate(key_in_index=Cast("pk", CharField())).annotate(
        key_of_original=Cast("variant_of", CharField())
    )
    is_shown = Q(key_in_index__in=shown) | Q(key_of_original__in=shown)
    documents: QuerySet[Any] = found.filter(is_shown).exclude(
        collection__in=guard.collections
    )
    return documents.select_related("variant_of")
