"""Brings the index up to date with some pages, or with all."""

import logging
from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import override
from wagtail.models import Page

from pages.progress import Progress
from search.indexing.drafts import drafts_of
from search.indexing.storing import forget_all_but, store
from search.models import Entry, Word

__all__ = ["PORTION", "rebuild", "refresh"]

logger = logging.getLogger(__name__)

PORTION = 50


def refresh(pages: Sequence[int]) -> None:
    """Index some pages anew; forget those that visitors may not see any more.

    One that cannot be read is logged and left as it was, the others are indexed.
    """
    try:
        with override(settings.LANGUAGE_CODE):
            store(pages, drafts_of(pages))
    except Exception:
        if len(pages) == 1:
            logger.exception("Page %s was not indexed for the search.", pages[0])
            return
        for page in pages:
            refresh([page])


def rebuild(progress: Progress, task: str) -> int:
    """Index everything; return how many entries there are. Can be run again."""
    Word.objects.all().delete()
    live = Page.objects.filter(live=True, depth__gt=1).order_by("pk")
    pages = list(live.values_list("pk", flat=True))
    portions = [pages[at : at + PORTION] for at in range(0, len(pages), PORTION)]
    for portion in progress.over(portions, task):
        refresh(portion)
    forget_all_but(pages)
    return Entry.objects.count()
