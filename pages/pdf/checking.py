"""Keeps with each PDF what a program can tell of it, whenever its file changes."""

import logging
from typing import Any

from django.db.models.signals import post_save
from django.db.transaction import atomic, on_commit
from django.utils import timezone
from django_tasks import task
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.documents import get_document_model

from cms.languages import language_codes
from pages.models.pdf_text import PdfText
from pages.pdf.child import Outcome, Reading, inspect_pdf
from pages.pdf.texts import readable

__all__ = ["check", "check_document", "connect", "is_checked", "is_pdf", "outcome_of"]

logger = logging.getLogger(__name__)


def connect() -> None:
    """Check every PDF that is uploaded or replaced."""
    post_save.connect(
        check_later,
        sender=get_document_model(),
        dispatch_uid="pages.pdf.checking.check_later",
    )


def is_pdf(document: Any) -> bool:
    return bool(document.file_extension.lower() == "pdf")


def is_checked(document: Any) -> bool:
    """Whether what is known of a PDF is known of the very file it has now."""
    known = document.pdf_check or {}
    return is_pdf(document) and known.get("hash") == document.file_hash


def check_later(instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    if update_fields is None and is_pdf(instance) and not is_checked(instance):
        on_commit(lambda: check_document.enqueue(instance.pk))


@task(backend="background")
def check_document(document_pk: int) -> None:
    document = get_document_model().objects.filter(pk=document_pk).first()
    if document is not None and is_pdf(document):
        check(document, somebody_waits=are_tasks_part_of_requests())


def are_tasks_part_of_requests() -> bool:
    return isinstance(check_document.get_backend(), ImmediateBackend)


def check(document: Any, *, somebody_waits: bool = False) -> Reading | None:
    """Write the number of pages and what else was found to a document; keep its text.

    It takes less time, and may find less, if somebody waits for it. Returns None if the
    file is not there, and leaves what is known of it.
    """
    try:
        digest = document.get_file_hash()
        with document.open_file() as file:
            reading = inspect_pdf(file, somebody_waits=somebody_waits)
    except OSError as error:
        logger.warning("Document %s was not checked: %s", document.pk, error)
        return None
    # A file that has been put in its place meanwhile has a task of its own.
    if type(document).objects.filter(pk=document.pk, file_hash=digest).exists():
        document.page_count = reading.facts.get("pages")
        document.language = document.language or language_in(reading)
        document.pdf_check = {
            "hash": digest,
            "outcome": reading.outcome.value,
            "checked_at": timezone.now().isoformat(timespec="seconds"),
            **reading.facts,
        }
        with atomic():
            keep_text(document, readable(reading.text))
            document.save(update_fields=["page_count", "language", "pdf_check"])
    return reading


def language_in(reading: Reading) -> str:
    """Return the language that a file says of itself, if the site has it: "de"."""
    code = str(reading.facts.get("language", "")).partition("-")[0].lower()
    return code if code in language_codes() else ""


def keep_text(document: Any, text: str) -> None:
    if text:
        PdfText.objects.update_or_create(document=document, defaults={"text": text})
    else:
        PdfText.objects.filter(document=document).delete()


def outcome_of(document: Any) -> Outcome | None:
    """Return how the check of the present file went; None if there was none yet."""
    return Outcome(document.pdf_check["outcome"]) if is_checked(document) else None
