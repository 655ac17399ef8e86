"""The text inside a PDF file, apart from its document: lists of documents are long."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

__all__ = ["PdfText"]


class PdfText(models.Model):
    """What stands in a document's file, as far as it could be read, for the search."""

    document = models.OneToOneField(
        get_document_model_string(),
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="pdf_text",
    )
    text = models.TextField()
    """At most 200,000 signs of the first 500 pages, in one line."""

    class Meta:
        verbose_name = _("text of a PDF file")
        verbose_name_plural = _("texts of PDF files")

    def __str__(self) -> str:
        return self.text[:100]
