"""Tells what was committed and, because its process died, never told."""

from datetime import timedelta

from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone

from cms.outbox.models import UntoldNote
from cms.publishing.stored import read_note
from cms.publishing.transaction import tell_changes

__all__ = ["PATIENCE", "tell_what_was_lost"]

PATIENCE = timedelta(minutes=5)
"""How long after a note nobody is about to tell it any more."""


def tell_what_was_lost(
    patience: timedelta = PATIENCE, using: str = DEFAULT_DB_ALIAS
) -> int:
    """Send ``content_changed`` for notes that were left over; return their number."""
    old = UntoldNote.objects.using(using).filter(
        noted_at__lte=timezone.now() - patience
    )
    rows = dict(old.order_by("pk").values_list("pk", "content"))
    notes = [read_note(content, using) for content in rows.values()]
    if rows:
        tell_changes([note for note in notes if note], list(rows), using)
    return len(rows)
