"""Tasks for later, which look after something that has a row of its own."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task_backends
from django_tasks.base import Task

__all__ = ["note_woken", "plan"]

SLACK = timedelta(seconds=1)


def plan(
    row: QuerySet[Any], when: datetime, task: Task[Any, Any], argument: Any
) -> None:
    """Let a task look after a row then, unless one does so before.

    ``row`` is a query for it; its ``wake_at`` is for when a task is planned. A plan
    whose time has passed without a trace has been lost with its worker.
    """
    if not task_backends["background"].supports_defer:
        return  # Then `manage.py deliver_webhooks` does, whenever it is called.
    when += SLACK
    none_planned = Q(wake_at=None) | Q(wake_at__gt=when)
    none_planned |= Q(wake_at__lt=timezone.now() - 30 * SLACK)
    if row.filter(none_planned).update(wake_at=when):
        task.using(run_after=when).enqueue(argument)


def note_woken(row: QuerySet[Any]) -> None:
    """Note that a task looks after a row now, perhaps the one that was planned."""
    row.filter(wake_at__lte=timezone.now()).update(wake_at=None)
