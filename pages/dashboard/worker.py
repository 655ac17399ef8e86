"""Whether anybody works on what was left for the background."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django_tasks import task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

__all__ = ["PATIENCE", "waiting_since"]

PATIENCE = timedelta(minutes=10)
"""How long a task may wait before something must be wrong."""


def waiting_since() -> datetime | None:
    """Return since when the oldest task waits; None if none has waited for long."""
    backend: Any = task_backends["background"]
    if not isinstance(backend, DatabaseBackend):
        return None
    overdue = DBTaskResult.objects.ready().filter(
        enqueued_at__lt=timezone.now() - PATIENCE
    )
    since: datetime | None = (
        overdue.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    )
    return since
