"""Drafts and private pages, above one that is translated, that are not translated.

Nobody begins their translation unasked, since translators would read them. A
translation below them has no place in the tree until they are public or somebody who
may edit them begins theirs. It stays where it was; if its original is private now, it
is taken offline with all that is below it.
"""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import Translation

from pages.translation.privacy import translations_of
from pages.translation.progress import original_of
from pages.translation.withdrawing import restore, withdraw

__all__ = ["close", "connect", "hidden_above", "is_closed_above", "reopen"]


def connect() -> None:
    """Take offline what becomes private without a private place of its own."""
    name = "pages.translation.hidden"
    post_save.connect(after_restriction, sender=PageViewRestriction, dispatch_uid=name)


def untranslated_above(original: Page, locale: Locale) -> Any:
    above = original.get_ancestors().filter(depth__gt=1)
    translated = Page.objects.filter(
        locale=locale, translation_key__in=above.values("translation_key")
    )
    return above.exclude(translation_key__in=translated.values("translation_key"))


def hidden_above(original: Page, locale: Locale) -> Page | None:
    """Return an untranslated page above one that is a draft or private, if any."""
    above = untranslated_above(original, locale)
    return (above.not_live() | above.private()).first()


def is_closed_above(original: Page, locale: Locale) -> bool:
    """Whether an untranslated page above one is private, and with it the page."""
    return bool(untranslated_above(original, locale).private().exists())


def close(target: Page) -> None:
    """Take a translation offline, and all that is below it."""
    for page in target.get_descendants(inclusive=True).live().specific():
        withdraw(page)


def reopen(target: Page) -> None:
    """Publish again what :func:`close` took offline and what has its place again."""
    for page in target.get_descendants(inclusive=True).not_live().specific():
        original = original_page_of(page)
        if (
            getattr(page, "is_withdrawn", False)
            and original
            and original.live
            and not is_closed_above(original, page.locale)
        ):
            restore(page)


def original_page_of(target: Page) -> Any:
    translation = Translation.objects.filter(
        source__object_id=target.translation_key, target_locale=target.locale_id
    ).first()
    return original_of(translation) if translation else None


def after_restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Close translations below a private page that has no translation itself."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is None:
        return
    known = Page.objects.filter(translation_key=page.translation_key)
    missing = set(Locale.objects.exclude(pk__in=known.values("locale")))
    if not missing:
        return
    for below in page.get_descendants():
        for target in translations_of(below).filter(locale__in=missing, live=True):
            close(target)
