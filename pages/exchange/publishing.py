"""Saves imported pages through Wagtail's publishing, with the dates they came with."""

from typing import Any

from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from pages.exchange.descriptions import DATES

__all__ = ["current_content", "is_published", "save_page"]


def is_published(page: Page) -> bool:
    """Whether visitors can read a page, or will when its time has come."""
    return page.live or page.revisions.exclude(approved_go_live_at=None).exists()


def current_content(page: Page) -> Page:
    """Return what a page says: the published text, or the newest draft if none is.

    Its dates are those of the page itself; versions keep them less precisely.
    """
    if page.live:
        return page
    draft = page.get_latest_revision_as_object()
    for name in dates_of(page):
        setattr(draft, name, getattr(page, name))
    return draft


def dates_of(page: Page) -> list[str]:
    return [name for name in DATES if hasattr(page, name)]


def save_page(page: Any, *, live: bool, is_new: bool) -> None:
    """Save a page, and publish it or make it a draft.

    Its own dates do not move: publishing keeps what the row has, so they are there
    first. A new page without dates is dated today, as if an editor had published it.
    """
    dates = {name: getattr(page, name) for name in dates_of(page)}
    if is_new and "content_updated_at" in dates and not dates["content_updated_at"]:
        dates["content_updated_at"] = dates["first_published_at"]
    for name, moment in dates.items():
        setattr(page, name, moment)
    if hasattr(page, "update_pending"):
        page.update_pending = False
    # Once it is in a file, an alias is a page of its own.
    page.alias_of = None
    # No date moves, but translations of what it said before are behind now.
    version = {} if is_new or not hasattr(page, "text_version") else next_version(page)
    type(page).objects.filter(pk=page.pk).update(alias_of=None, **dates, **version)
    if live:
        publish(page, is_new=is_new)
    else:
        save_draft(page)


def next_version(page: Any) -> dict[str, Any]:
    if not page.is_original:
        return {}
    return {
        "text_version": page.text_version + 1,
        "text_version_at": page.content_updated_at,
    }


def publish(page: Any, *, is_new: bool) -> None:
    is_scheduled = page.go_live_at and page.go_live_at > timezone.now()
    if is_new and is_scheduled:
        page.save()
    # The revision knows its children by their primary keys.
    for relation in get_all_child_relations(type(page)):
        getattr(page, relation.get_accessor_name()).commit()
    page.save_revision(clean=False).publish()
    published = getattr(page, "content_updated_at", None) or page.first_published_at
    if is_new and published and not is_scheduled:
        rows = Page.objects.filter(pk=page.pk)
        rows.update(last_published_at=published)


def save_draft(page: Any) -> None:
    if page.live:
        page.live, page.has_unpublished_changes = False, True
        type(page).objects.get(pk=page.pk).unpublish()
    page.has_unpublished_changes = True
    page.live_revision = None
    page.save()
    page.save_revision(clean=False)
