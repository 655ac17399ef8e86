"""Plain pages that know which of their words are still in the source language."""

from django.conf import settings
from django.db.models import JSONField
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from wagtail.query import PageQuerySet

from cms.page_types import field_of_any_type

__all__ = ["origins", "with_origins"]


def with_origins(pages: PageQuerySet) -> PageQuerySet:
    """Give plain pages their ``text_origins``, in the query that fetches them.

    For lists of titles of several page types. Originals have none, so nothing is added
    while the source language is the active one.
    """
    if get_language() == settings.LANGUAGE_CODE:
        return pages
    return pages.annotate(text_origins=origins())


def origins(page: str = "") -> Coalesce:
    """Return what gives the ``text_origins`` of a plain page, or of one behind a field.

    ``page`` is the prefix of that field: "page__".
    """
    return field_of_any_type("text_origins", JSONField(), page)
