"""When a postponed workshop was to begin, from the log of acts."""

from datetime import datetime

from wagtail.models import PageLogEntry

from pages.acts.kinds import Kind
from pages.acts.records import ACTIONS, UNDONE
from pages.models import WorkshopPage

__all__ = ["former_starts"]

Status = WorkshopPage.Status
POSTPONED = f"pages.{Kind.POSTPONE.value}"


def former_starts(workshop: WorkshopPage) -> list[datetime]:
    """Return the former beginnings of a workshop, the first one first.

    Acts that were taken back, or that nobody has approved, do not count. One query, and
    none for a workshop that is where it was planned.
    """
    if workshop.status not in {Status.POSTPONED, Status.RESCHEDULED}:
        return []
    entries = PageLogEntry.objects.filter(
        page__translation_key=workshop.translation_key, action__in=[*ACTIONS, UNDONE]
    )
    done: list[PageLogEntry] = []
    for entry in entries.order_by("timestamp", "pk"):
        if entry.action != UNDONE:
            done.append(entry)
        elif done:
            done.pop()
    moved = [entry for entry in done if "waiting" not in entry.data]
    return [start for entry in moved for start in former_start(entry)]


def former_start(entry: PageLogEntry) -> list[datetime]:
    changes = entry.data.get("live", {}).get("starts_at")
    if entry.action != POSTPONED or not changes or not changes[0]:
        return []
    return [datetime.fromisoformat(changes[0])]
