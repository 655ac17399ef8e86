"""A translation stands where its original stands."""

import logging
from typing import Any

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from pages.translation.following import waiting_draft
from pages.translation.hidden import close, hidden_above, is_closed_above, reopen
from pages.translation.privacy import translations_of
from pages.translation.saving import store_content, store_page
from pages.translation.starting import start_parents, wait_for_others

__all__ = ["place_safely", "place_translations"]

logger = logging.getLogger(__name__)


def place_safely(original: Page) -> None:
    """Move the translations of a page; a failure does not stop its own move.

    The failure is logged; ``manage.py follow_originals`` tries again.
    """
    try:
        place_translations(original)
    except Exception:
        logger.exception("The translations of “%s” did not move with it.", original)


@transaction.atomic
def place_translations(original: Page) -> None:
    """Move the translations of a page that was moved or sorted to the same place.

    Public pages above it that had no translation yet get one, a draft, so that there is
    such a place. Drafts and private pages do not: then the translation stays.
    """
    original = Page.objects.get(pk=original.pk)
    if original.depth <= 2:
        return
    for target in translations_of(original).select_related("locale"):
        wait_for_others(target.locale)
        if above := hidden_above(original, target.locale):
            leave(target, original, above)
            continue
        start_parents(original, target.locale, user=None)
        place(target, original)
        if original.live and not target.live:
            reopen(Page.objects.get(pk=target.pk))


def leave(target: Page, original: Page, above: Page) -> None:
    logger.warning(
        "The translation of “%s” stays where it is: “%s” above it is a draft or "
        "private, and is not translated.",
        original,
        above,
    )
    if is_closed_above(original, target.locale):
        close(target)


def place(target: Page, original: Page) -> None:
    parent = Page.objects.get(
        translation_key=original.get_parent().translation_key, locale=target.locale_id
    )
    left = left_neighbour(original, parent, target)
    now = target.get_prev_sibling()
    if target.get_parent() == parent and (now.pk if now else None) == (
        left.pk if left else None
    ):
        return
    free = find_available_slug(parent, target.slug, ignore_page_id=target.pk)
    if free != target.slug:
        rename(target.specific, free)
    if left:
        target.move(left, pos="right")
    elif parent.numchild:
        target.move(parent, pos="first-child")
    else:
        target.move(parent, pos="last-child")


def rename(page: Any, slug: str) -> None:
    """Give a page another address, in a version that waits, too."""
    page.slug = slug
    store_page(page)
    if draft := waiting_draft(page):
        draft.slug = slug
        store_content(page.latest_revision_id, draft)


def left_neighbour(original: Page, parent: Page, target: Page) -> Page | None:
    """Return the translation of the nearest page before the original, if any."""
    before = original.get_siblings().filter(path__lt=original.path)
    rows = before.order_by("-path").values_list("translation_key", flat=True)
    keys = list(rows)
    found = {
        page.translation_key: page
        for page in parent.get_children().filter(
            translation_key__in=keys, locale=target.locale_id
        )
    }
    return next((found[key] for key in keys if key in found), None)
