"""When short links are made, and when they note that their target is gone."""

from typing import Any
from uuid import UUID

from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from pages.models import ShortLink, SiteDocument, WorkshopPage

__all__ = ["connect"]

Kind = ShortLink.Kind


def connect() -> None:
    signals = {
        "made": (post_save, WorkshopPage, workshop_saved),
        "published": (page_published, WorkshopPage, workshop_published),
        "unpublished": (page_unpublished, WorkshopPage, workshop_hidden),
        "deleted": (post_delete, WorkshopPage, workshop_hidden),
        "uploaded": (post_save, SiteDocument, document_saved),
        "removed": (post_delete, SiteDocument, document_deleted),
    }
    for name, (signal, sender, receiver) in signals.items():
        signal.connect(receiver, sender, dispatch_uid=f"pages.short_links.{name}")


def workshop_saved(
    instance: WorkshopPage, *, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if created and not raw:
        link_to(Kind.WORKSHOP, instance.translation_key)


def document_saved(
    instance: SiteDocument, *, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if created and not raw:
        link_to(Kind.DOCUMENT, instance.key)


def link_to(kind: str, key: UUID) -> None:
    """Make a link, or take back that its target is gone."""
    link, is_new = ShortLink.objects.get_or_create(kind=kind, key=key)
    if not is_new and kind == Kind.DOCUMENT:
        ShortLink.objects.filter(pk=link.pk).update(gone_at=None)


def workshop_published(instance: WorkshopPage, **kwargs: Any) -> None:
    links = ShortLink.objects.filter(kind=Kind.WORKSHOP, key=instance.translation_key)
    links.filter(gone_at__isnull=False).update(gone_at=None)


def workshop_hidden(instance: WorkshopPage, **kwargs: Any) -> None:
    """Note the moment once no language has a public version any more.

    What nobody outside has ever seen is not remembered.
    """
    versions = WorkshopPage.objects.filter(translation_key=instance.translation_key)
    if versions.filter(live=True).exists():
        return
    links = ShortLink.objects.filter(kind=Kind.WORKSHOP, key=instance.translation_key)
    if instance.first_published_at:
        links.filter(gone_at__isnull=True).update(gone_at=timezone.now())
    elif not versions.exists():
        links.filter(gone_at__isnull=True).delete()


def document_deleted(instance: SiteDocument, **kwargs: Any) -> None:
    links = ShortLink.objects.filter(kind=Kind.DOCUMENT, key=instance.key)
    links.update(gone_at=timezone.now())
