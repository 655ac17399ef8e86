"""The list of documents in the admin, with what the check of each file found."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import IndexView

from pages.pdf.findings import short_summary_of

__all__ = ["CheckedDocuments"]


class CheckedDocuments(IndexView):
    @cached_property
    def columns(self) -> list[Any]:
        columns: list[Any] = [*super().columns]
        check = Column("pdf_check", label=_("PDF check"), accessor=short_summary_of)
        columns.insert(3, check)
        return columns


@hooks.register("register_admin_urls", order=-1)
def documents_with_checks() -> list[URLPattern]:
    """Answer at the addresses of Wagtail's list, in front of it."""
    results = CheckedDocuments.as_view(results_only=True)
    return [
        path("documents/", CheckedDocuments.as_view()),
        path("documents/results/", results),
    ]
