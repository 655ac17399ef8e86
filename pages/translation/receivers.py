"""Listens to what happens to originals and to translations."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import Translation

from pages.models import Contact, Funding, Menu, Organisation, Venue
from pages.translation import hidden, privacy, progress
from pages.translation.following import follow_safely, refresh_safely
from pages.translation.placing import place_safely
from pages.translation.withdrawing import is_writing, withdraw_translations

__all__ = ["connect"]

NAME = "pages.translation"
SNIPPETS = (Contact, Organisation, Venue, Funding, Menu)


def connect() -> None:
    """Let translations follow, from now on."""
    page_published.connect(after_publication, dispatch_uid=NAME)
    page_unpublished.connect(after_withdrawal, dispatch_uid=NAME)
    post_page_move.connect(after_move, dispatch_uid=NAME)
    for model in SNIPPETS:
        post_save.connect(after_snippet_save, sender=model, dispatch_uid=NAME)
        post_delete.connect(after_snippet_deletion, sender=model, dispatch_uid=NAME)
    privacy.connect()
    hidden.connect()
    progress.connect()


def after_publication(instance: Page, **kwargs: Any) -> None:
    if not instance.live:  # It is only scheduled.
        return
    follow_safely(instance)
    if not is_writing():
        refresh_safely(instance)


def after_withdrawal(instance: Page, **kwargs: Any) -> None:
    """Also called for a public page that is about to be deleted."""
    withdraw_translations(instance)
    for translation in Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale=instance.locale_id
    ):
        progress.count_progress(translation)


def after_move(instance: Page, **kwargs: Any) -> None:
    place_safely(instance)


def after_snippet_save(instance: Any, **kwargs: Any) -> None:
    # The entries of a menu are saved after it.
    transaction.on_commit(partial(follow_safely, instance))


def after_snippet_deletion(instance: Any, **kwargs: Any) -> None:
    """Delete the translations of an entry with it, but for one that is in use."""
    from pages.protection import users_of  # which loads after these receivers

    locales = Translation.objects.filter(
        source__object_id=instance.translation_key,
        source__locale_id=instance.locale_id,
    )
    for target in type(instance).objects.filter(
        translation_key=instance.translation_key,
        locale__in=locales.values("target_locale"),
    ):
        if not users_of(target):
            target.delete()
