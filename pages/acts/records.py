"""What is remembered of an act in the log, so that it can be taken back exactly.

The log entry's ``data`` holds plain values only::

    {"days": 14,                  by which the programme was moved
     "key": "…",                  of the change note
     "live": {"status": ["planned", "cancelled"], …},   before and after, as public
     "draft": {…},                the same of the draft, if there was one, complete
     "dates": {"12": {"content_updated_at": [before, after], …}},   by page
     "origins": {"en": {"status_note": […]}},   where the former English text came from
     "untold": ["en"],            translations that could not be changed
     "waiting": {"en": {…}},      texts to tell once a moderator has approved
     "dates_waiting": {…}}        what visitors read before, until then
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from wagtail.models import PageLogEntry

from pages.acts.kinds import Kind
from pages.models import WorkshopPage
from pages.translation.privacy import translations_of

__all__ = [
    "ACTIONS",
    "UNDONE",
    "Changes",
    "changed_since",
    "compared",
    "dates_of",
    "last_act",
    "state_of",
    "versions_of",
]

ACTIONS = {f"pages.{kind.value}": kind for kind in Kind}
UNDONE = "pages.undo_act"
FIELDS = (
    "status",
    "status_note",
    "online_url",
    "starts_at",
    "ends_at",
    "registration_deadline",
)
DATES = ("content_updated_at", "text_version_at")
"""What visitors read of when a page was changed; its version is only ever counted."""

Changes = dict[str, list[Any]]
"""Values before and after, by field, as they are stored in versions of a page."""


def state_of(page: Any, names: Iterable[str] = FIELDS) -> dict[str, Any]:
    """Return fields of a page as plain values."""
    return {name: plain(page, name) for name in names}


def plain(page: Any, name: str) -> str | None:
    """Return one value as text that is the same whatever zone a moment was read in."""
    value = getattr(page, name)
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    text: str = page._meta.get_field(name).value_to_string(page)
    return text


def compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Changes:
    """Return what differs between two states."""
    return {
        name: [value, after[name]]
        for name, value in before.items()
        if value != after[name]
    }


def changed_since(page: Any, changes: Changes) -> list[str]:
    """Return the fields that do not say any more what the act made them say."""
    now = state_of(page, changes)
    return [name for name, (_before, after) in changes.items() if now[name] != after]


def last_act(workshop: WorkshopPage) -> PageLogEntry | None:
    """Return the act that was done last, unless it was taken back."""
    entry: PageLogEntry | None = (
        PageLogEntry.objects.filter(page=workshop.pk, action__in=[*ACTIONS, UNDONE])
        .order_by("-timestamp", "-pk")
        .first()
    )
    return entry if entry and entry.action != UNDONE else None


def versions_of(workshop: WorkshopPage) -> list[Any]:
    """Return a workshop and its translations as the database has them."""
    pages = [workshop, *translations_of(workshop).specific()]
    return [type(page).objects.get(pk=page.pk) for page in pages]


def dates_of(pages: Iterable[Any]) -> dict[str, dict[str, Any]]:
    """Return the dates that visitors read, by the number of the page."""
    return {str(page.pk): state_of(page, DATES) for page in pages}
