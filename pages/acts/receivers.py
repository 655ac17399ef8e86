"""Listens to approvals: an act that was submitted is public only now."""

import logging
from typing import Any

from wagtail.signals import page_published

from pages.acts.acting import tell_what_waited
from pages.models import WorkshopPage

__all__ = ["connect"]

logger = logging.getLogger(__name__)


def connect() -> None:
    page_published.connect(
        after_publication, sender=WorkshopPage, dispatch_uid="pages.acts"
    )


def after_publication(instance: WorkshopPage, **kwargs: Any) -> None:
    """A failure stops no publication; the texts can be translated as any other."""
    if not (instance.live and instance.is_original):
        return
    try:
        tell_what_waited(instance)
    except Exception:
        logger.exception("The act on “%s” was not told in translations.", instance)
