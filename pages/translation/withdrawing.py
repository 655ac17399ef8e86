"""A translation is public only as long as its original is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail.signals import page_published
from wagtail_localize.models import Translation

from pages.translation.privacy import translations_of
from pages.translation.progress import count_progress

__all__ = ["is_writing", "restore", "withdraw", "withdraw_translations", "writing"]

WRITING: ContextVar[bool] = ContextVar("writing_translation", default=False)


@contextmanager
def writing() -> Iterator[None]:
    """Say that this package publishes a translation, which is then up to date."""
    token = WRITING.set(True)
    try:
        yield
    finally:
        WRITING.reset(token)


def is_writing() -> bool:
    """Whether this package is publishing a translation right now."""
    return WRITING.get()


def withdraw_translations(original: Page) -> None:
    """Take all translations of a page offline; their texts are kept."""
    for target in translations_of(original).filter(live=True):
        withdraw(target.specific)


def withdraw(target: Any) -> None:
    """Take a translation offline until its original is public again."""
    target.is_withdrawn = True
    target.unpublish()
    translation = Translation.objects.filter(
        source__object_id=target.translation_key, target_locale=target.locale_id
    ).first()
    if translation:
        count_progress(translation)


def restore(target: Any) -> None:
    """Publish a translation again that was offline only because its original was.

    It says what it said then. A draft that waits remains the newest version, and its
    moderation goes on, which Wagtail's publishing would cancel.
    """
    waiting = is_ahead(target)
    target.is_withdrawn = target.expired = False
    target.live, target.has_unpublished_changes = True, waiting
    revision = Revision.objects.create(
        content_object=target,
        base_content_type=target.get_base_content_type(),
        content=target.serializable_data(),
        object_str=str(target),
    )
    target.live_revision = revision
    target.last_published_at = timezone.now()
    if not waiting:
        target.latest_revision = revision
    with writing():
        target.save(clean=False)
        log(instance=target, action="wagtail.publish", revision=revision)
        page_published.send(sender=type(target), instance=target, revision=revision)


def is_ahead(target: Any) -> bool:
    """Whether its newest version says something else than what was public."""
    newest = target.latest_revision
    if newest is None:
        return False
    said = {name: newest.content.get(name) for name in ("text_origins", "own_forms")}
    shown = {"text_origins": target.text_origins, "own_forms": target.own_forms}
    return said != shown or bool(target.workflow_in_progress)
