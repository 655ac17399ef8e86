"""Begins the translations of a page and of all pages below it, page by page."""

import logging
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import Locale, Page

from cms.languages import language_codes
from pages.progress import Progress
from pages.translation.failures import Failure, reason
from pages.translation.starting import (
    start_translation,
    wait_for_others,
)

__all__ = [
    "CannotBeginError",
    "Plan",
    "Report",
    "make_plan",
    "translate_subtree",
    "translate_subtree_task",
]

logger = logging.getLogger(__name__)


class CannotBeginError(Exception):
    """These pages cannot be translated into that language. Its text says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do below a page, as its subtree is right now."""

    missing: list[Page]
    """Live pages without a translation, those above before those below."""
    existing: int
    drafts: int
    """Pages that are not public, and therefore not translated."""
    hidden: int
    """Pages that are private or stand below drafts, if who asks may not edit them."""


@dataclass(slots=True)
class Report:
    begun: int = 0
    failures: list[Failure] = field(default_factory=list)


def make_plan(page: Page, language: str, user: Any = None) -> Plan:
    """Return what translating a page and all pages below it would do.

    Private pages are part of it, but not if there is a user who may not edit them.
    Raises CannotBeginError.
    """
    check(page, language)
    below = with_state(page.get_descendants(inclusive=True), language)
    rows = list(below.filter(locale=page.locale_id).order_by("path"))
    missing = [row for row in rows if row.live and not row.is_begun]
    drafts = [row for row in rows if not row.live and not row.is_begun]
    readable = missing if user is None else readable_by(user, missing, drafts)
    return Plan(
        missing=readable,
        existing=sum(row.is_begun for row in rows),
        drafts=len(drafts),
        hidden=len(missing) - len(readable),
    )


def check(page: Page, language: str) -> None:
    if language not in language_codes():
        raise CannotBeginError(
            _("“%(code)s” is no language of this site. It has: %(codes)s.")
            % {"code": language, "codes": ", ".join(language_codes())}
        )
    if language == settings.LANGUAGE_CODE:
        raise CannotBeginError(
            _("“%(code)s” is the language of the originals. Name another one.")
            % {"code": language}
        )
    values = {"title": page.get_admin_display_title()}
    if page.locale.language_code != settings.LANGUAGE_CODE:
        raise CannotBeginError(
            _("“%(title)s” is a translation itself. Name its original.") % values
        )
    if not page.live:
        raise CannotBeginError(
            _("“%(title)s” is not public. Publish it first.") % values
        )


def with_state(pages: Any, language: str) -> Any:
    """Say of each page whether there is one in the language, within the same query."""
    targets = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=language
    )
    return pages.annotate(is_begun=Exists(targets))


def readable_by(user: Any, pages: list[Page], drafts: list[Page]) -> list[Page]:
    """Return the pages that everybody may read, or that a person may edit.

    A page below a draft brings the draft along, for a place in the tree.
    """
    closed = {page.path for page in drafts}
    closed.update(Page.objects.private().values_list("path", flat=True))
    return [
        page
        for page in pages
        if not any(page.path.startswith(path) for path in closed)
        or page.permissions_for_user(user).can_edit()
    ]


def translate_subtree(
    page: Page, language: str, user: Any = None, progress: Progress | None = None
) -> Report:
    """Begin what is missing of the translations of a page and of the pages below it.

    Each page is a transaction of its own. What was begun before is left alone, so this
    can be stopped at any time and called again. Raises CannotBeginError.
    """
    plan = make_plan(page, language, user)
    locale, _created = Locale.objects.get_or_create(language_code=language)
    report = Report()
    for missing in (progress or Progress()).over(plan.missing, _("Page")):
        if any(missing.path.startswith(f.path) for f in report.failures):
            continue  # There is no place for it.
        try:
            report.begun += begin(missing, locale, user)
        except Exception as error:
            logger.exception("“%s” could not be begun.", missing)
            report.failures.append(Failure(missing, reason(error)))
    return report


@transaction.atomic
def begin(page: Page, locale: Locale, user: Any) -> bool:
    """Begin a page, unless it is gone, offline or begun by somebody else by now."""
    wait_for_others(locale)
    pages = with_state(Page.objects.filter(pk=page.pk), locale.language_code)
    now = pages.first()
    if now is None or now.is_begun or not now.live:
        return False
    start_translation(now, locale, user)
    return True


@task(backend="background")
def translate_subtree_task(page_pk: int, language: str, user_pk: int | None) -> None:
    """Do what :func:`translate_subtree` does, in the background.

    What a person may not read is left out. Nobody waits, so refusals are logged.
    """
    page = Page.objects.filter(pk=page_pk).first()
    user = get_user_model().objects.filter(pk=user_pk).first() if user_pk else None
    if page is None or (user_pk and user is None):
        return
    try:
        translate_subtree(page, language, user)
    except CannotBeginError as refusal:
        logger.warning("No translations of “%s” were begun: %s", page, refusal)
