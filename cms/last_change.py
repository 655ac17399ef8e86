"""When the site last changed, and what has to be made anew only then.

One row says it to all processes: caches of their own are not told of what others do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from cms.models import LastChange
from cms.plugins import content_changed

__all__ = ["Made", "connect", "last_change", "made_once", "note_change"]

AN_HOUR = 60 * 60
"""For so many seconds at most something is kept: programs and wordings change, too."""


@dataclass(frozen=True, slots=True)
class Made:
    """Something that was made of public content."""

    content: bytes
    changed_at: datetime | None = None
    """Since when it looks like that; None if nobody knows."""
    until: datetime | None = None
    """When it will look otherwise although nothing has changed."""


def connect() -> None:
    content_changed.connect(after_change, dispatch_uid="cms.last_change")


def after_change(**kwargs: object) -> None:
    note_change()


def note_change() -> None:
    """Note that something has changed now. Until the commit, others have to wait."""
    LastChange.objects.bulk_create(
        [LastChange(pk=1, at=timezone.now())],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["at"],
    )


def last_change() -> datetime | None:
    """Return when public content last changed; None if it never has. One query."""
    moment: datetime | None = LastChange.objects.values_list("at", flat=True).first()
    return moment


def made_once(
    about: object, make: Callable[[datetime | None], Made | None]
) -> Made | None:
    """Return what ``make`` makes in the active language, once after each change.

    ``about`` says what it is, by its ``repr``. ``make`` is told when content last
    changed; of None, which it returns for what does not exist, nothing is kept.
    """
    noted = last_change()
    if noted is None:
        return make(noted)
    seen = (about, get_language(), noted, Site.get_site_root_paths())
    key = f"cms.made.{sha256(repr(seen).encode()).hexdigest()}"
    found: Made | None = cache.get(key)
    if found is None:
        found = make(noted)
        if found is not None:
            cache.set(key, found, seconds_left(found.until))
    return found


def seconds_left(until: datetime | None) -> float:
    if until is None:
        return AN_HOUR
    return max(0, min(AN_HOUR, (until - timezone.now()).total_seconds()))
