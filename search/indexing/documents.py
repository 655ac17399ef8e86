"""The documents that pages show: which file in which language, and what is in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
)
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from pages.models import PdfText
from pages.pdf.checking import is_checked
from pages.variants import documents_in_active_language
from search.indexing.texts import one_line

__all__ = ["Documents", "names_of_file", "readable"]


def readable(rows: QuerySet, *, document: str = "") -> QuerySet:
    """Leave out what is in a collection that is not for everybody.

    ``rows`` are documents, or rows with a document behind the field ``document``, which
    may be empty.
    """
    prefix = f"{document}__" if document else ""
    path = ExpressionWrapper(
        OuterRef(f"{prefix}collection__path"), output_field=CharField()
    )
    hiding = CollectionViewRestriction.objects.annotate(hidden=path).filter(
        hidden__startswith=F("collection__path")
    )
    return rows.exclude(Exists(hiding))


def names_of_file(document: Any) -> list[str]:
    return [PurePath(document.filename).stem, document.file_extension]


class Documents:
    """The documents of some pages, looked up together."""

    def __init__(
        self, chosen: Mapping[int, Sequence[int]], pages: Iterable[Any]
    ) -> None:
        by_language: dict[str, set[int]] = defaultdict(set)
        self.languages = {one.page.pk: one.language for one in pages}
        for page, pks in chosen.items():
            by_language[self.languages[page]].update(pks)
        self.chosen = chosen
        self.found: dict[tuple[str, int], Any] = {}
        for language, numbers in by_language.items():
            with override(language):
                shown = documents_in_active_language(numbers) if numbers else {}
            self.found |= {(language, pk): one for pk, one in shown.items()}
        self.look_up()

    def look_up(self) -> None:
        """Ask which may be read by everybody, and what is in them."""
        numbers = {document.pk for document in self.found.values()}
        allowed = readable(get_document_model().objects.filter(pk__in=numbers))
        self.allowed = set(allowed.values_list("pk", flat=True)) if numbers else set()
        texts = PdfText.objects.filter(document__in=self.allowed)
        self.texts = dict(texts.values_list("document", "text")) if numbers else {}

    def on(self, page: int) -> list[tuple[Any, int]]:
        """Return the documents of a page that everybody may read, each once.

        Beside each stands the number under which it was chosen, of which it may be a
        variant.
        """
        language = self.languages[page]
        found: dict[int, tuple[Any, int]] = {}
        for pk in self.chosen[page]:
            document = self.found.get((language, pk))
            if document is not None and document.pk in self.allowed:
                found[document.pk] = (document, pk)
        return list(found.values())

    def summary(self, document: Any) -> list[str]:
        """Return what the file calls itself."""
        return (
            [(document.pdf_check or {}).get("title", "")]
            if is_checked(document)
            else []
        )

    def text(self, document: Any) -> str:
        """Return what is written in a PDF; "" if its present file was not read yet."""
        is_known = is_checked(document)
        return one_line([self.texts.get(document.pk, "")]) if is_known else ""
