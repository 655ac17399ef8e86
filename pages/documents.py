"""What is said of a file: its type, size and pages."""

import logging
from threading import Lock
from typing import Any

import pypdfium2
from django.db.models.signals import post_save
from django.db.transaction import on_commit
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task
from wagtail.documents import get_document_model

__all__ = ["connect", "count_pages", "describe", "size_in_words"]

logger = logging.getLogger(__name__)

# PDFium is not safe for threads: one file at a time.
PDFIUM = Lock()


def describe(document: Any) -> str:
    """Return type, size and pages in the active language: "PDF, 1,33 MB, 4 Seiten"."""
    parts = [document.file_extension.upper()]
    if document.file_size:
        parts.append(size_in_words(document.file_size))
    if document.page_count:
        parts.append(
            ngettext("%(count)d page", "%(count)d pages", document.page_count)
            % {"count": document.page_count}
        )
    return ", ".join(part for part in parts if part)


def size_in_words(size: int) -> str:
    """Return a size in bytes as people read it, in decimal units: "1,33 MB"."""
    if size < 1_000_000:
        return _("%(size)s kB") % {"size": number_format(max(1, round(size / 1000)))}
    return _("%(size)s MB") % {"size": number_format(size / 1_000_000, 2)}


def connect() -> None:
    """Count the pages of every PDF that is uploaded or replaced."""
    post_save.connect(
        count_pages_later,
        sender=get_document_model(),
        dispatch_uid="pages.documents.count_pages",
    )


def count_pages_later(instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    if instance.file_extension.lower() == "pdf" and update_fields is None:
        on_commit(lambda: count_pages.enqueue(instance.pk))


@task()
def count_pages(document_pk: int) -> None:
    """Write the number of pages of a PDF to its document; None if it is unreadable."""
    document = get_document_model().objects.filter(pk=document_pk).first()
    if document is None:
        return
    document.page_count = pages_in(document)
    document.save(update_fields=["page_count"])


def pages_in(document: Any) -> int | None:
    try:
        with document.open_file() as file, PDFIUM:
            pdf = pypdfium2.PdfDocument(file.read())
            try:
                return len(pdf)
            finally:
                pdf.close()
    except (OSError, pypdfium2.PdfiumError) as error:
        logger.warning("Pages of document %s not counted: %s", document.pk, error)
        return None
