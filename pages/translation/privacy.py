"""Who may read a page is the same in every language."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction

__all__ = ["connect", "mirror_privacy", "translations_of"]


def connect() -> None:
    """Follow every change of an original's privacy."""
    name = "pages.translation.privacy"
    post_save.connect(follow, sender=PageViewRestriction, dispatch_uid=name)
    post_delete.connect(follow, sender=PageViewRestriction, dispatch_uid=name)
    m2m_changed.connect(
        follow, sender=PageViewRestriction.groups.through, dispatch_uid=name
    )


def follow(instance: Any, **kwargs: Any) -> None:
    # Seen from a group, nothing of Wagtail changes restrictions.
    if not isinstance(instance, PageViewRestriction):
        return
    original = Page.objects.filter(pk=instance.page_id).first()
    if original is None:
        return
    for target in translations_of(original):
        mirror_privacy(original, target)


def translations_of(original: Any) -> Any:
    """Return the pages in other languages that follow an original; none of others."""
    from wagtail_localize.models import Translation  # loads after Wagtail's models

    locales = Translation.objects.filter(
        source__object_id=original.translation_key,
        source__locale_id=original.locale_id,
    )
    return Page.objects.filter(
        translation_key=original.translation_key,
        locale__in=locales.values("target_locale"),
    )


def mirror_privacy(original: Page, target: Page) -> None:
    """Give a translation its original's restriction, or take away the one it has."""
    wanted = restriction_of(original)
    stored = restriction_of(target)
    if stored and (wanted is None or state(stored) != state(wanted)):
        stored.delete()
        stored = None
    if wanted and stored is None:
        mirrored = PageViewRestriction.objects.create(
            page=target,
            restriction_type=wanted.restriction_type,
            password=wanted.password,
        )
        mirrored.groups.set(wanted.groups.all())


def restriction_of(page: Page) -> Any:
    return PageViewRestriction.objects.filter(page_id=page.pk).first()


def state(restriction: Any) -> tuple[Any, ...]:
    groups = sorted(restriction.groups.values_list("pk", flat=True))
    return restriction.restriction_type, restriction.password, groups
