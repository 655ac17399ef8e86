"""The documents of a draft, which are read through the link that shows it.

A document may be for those with an account only, or not be found before the page is
public. Templates, rich text and blocks all ask a document for its ``url``; while a
draft is written, that is an address below the link.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import FileResponse
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from cms.visibility import hidden_collections

__all__ = [
    "address_of_file",
    "as_file",
    "documents_of",
    "files_through",
    "is_read_through_link",
]


@dataclass(frozen=True, slots=True)
class Way:
    secret: str
    documents: frozenset[int]


CURRENT: ContextVar[Way | None] = ContextVar("way", default=None)


@contextmanager
def files_through(secret: str, documents: frozenset[int]) -> Iterator[None]:
    """Let these documents have addresses below a link, in the active language."""
    token = CURRENT.set(Way(secret, documents))
    try:
        yield
    finally:
        CURRENT.reset(token)


def address_of_file(pk: int) -> str:
    """Return where a document is read below the link shown now; "" if it is not."""
    way = CURRENT.get()
    if way is None or pk not in way.documents:
        return ""
    return reverse("draft_link_file", args=[way.secret, pk])


def is_read_through_link(file: Any) -> bool:
    """Whether a file is a document that has an address below the link shown now."""
    is_document = isinstance(file, get_document_model())
    return is_document and bool(address_of_file(file.pk))


def documents_of(page: Page) -> frozenset[int]:
    """Return the documents that a link to a page opens.

    Those with a password, or for certain groups, are not among them: who edits a page
    can name any document in it, also one that they may not read themselves.
    """
    shown = {one.pk: one.collection_id for one in shown_documents(page)}
    closed = hidden_collections(from_accounts=True) if shown else ()
    return frozenset(pk for pk, collection in shown.items() if collection not in closed)


def shown_documents(page: Page) -> Iterable[Any]:
    """Return the documents that a page refers to, or that it shows in their place.

    A page type that shows other files than it refers to, such as those in its own
    language, names them in ``shown_documents``.
    """
    own: Iterable[Any] | None = getattr(page, "shown_documents", None)
    if own is not None:
        return own
    documents = get_document_model().objects
    kind = ContentType.objects.get_for_model(documents.model).pk
    # Wagtail has no public way to ask for the references of an unsaved object.
    found = ReferenceIndex._extract_references_from_object(page)  # noqa: SLF001
    return documents.filter(pk__in=[pk for base, pk, *_path in found if base == kind])


def as_file(document: Any) -> FileResponse:
    """Answer with a document, which its browser shows only where that is safe."""
    response = FileResponse(
        document.file.open("rb"),
        as_attachment=document.content_disposition != "inline",
        filename=document.filename,
        content_type=document.content_type,
    )
    # As Wagtail's own view does.
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
