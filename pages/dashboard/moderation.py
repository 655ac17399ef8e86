"""Drafts that wait for somebody's approval."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import IntegerField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import (
    GroupApprovalTask,
    Page,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
)
from wagtail.permissions import page_permission_policy

from pages.people import name_of
from pages.translation.permissions import WORK

__all__ = ["Draft", "waiting_drafts"]


@dataclass(frozen=True, slots=True)
class Draft:
    page: Page
    asked_by: str
    since: datetime
    waits_for: str
    """The groups that can approve it, or the name of the task."""
    is_sent_back: bool


def waiting_drafts(user: Any, most: int) -> list[Draft]:
    """Return what is in review of the pages somebody may edit, the oldest first."""
    states = list(states_for(user)[:most])
    pages = Page.objects.select_related("locale").in_bulk(
        [int(state.object_id) for state in states]
    )
    groups = approving_groups(states)
    return [
        draft_of(state, page, groups)
        for state in states
        if (page := pages.get(int(state.object_id)))
    ]


def states_for(user: Any) -> QuerySet[WorkflowState]:
    editable = page_permission_policy.instances_user_has_any_permission_for(user, WORK)
    rows = WorkflowState.objects.active().filter(
        base_content_type=get_default_page_content_type()
    )
    keyed = rows.annotate(page_key=Cast("object_id", IntegerField()))
    return (
        keyed.filter(page_key__in=editable.order_by().values("pk"))
        .select_related("requested_by", "current_task_state__task")
        .order_by("created_at", "pk")
    )


def approving_groups(states: list[WorkflowState]) -> dict[int, list[str]]:
    tasks = {
        state.current_task_state.task_id for state in states if state.current_task_state
    }
    found = GroupApprovalTask.objects.filter(pk__in=tasks).prefetch_related("groups")
    return {
        task.pk: sorted(group.name for group in task.groups.all()) for task in found
    }


def draft_of(state: WorkflowState, page: Page, groups: dict[int, list[str]]) -> Draft:
    current: TaskState | None = state.current_task_state
    task = current.task if current else None
    is_sent_back = state.status == WorkflowState.STATUS_NEEDS_CHANGES
    names = groups.get(task.pk, []) if task else []
    return Draft(
        page=page,
        asked_by=name_of(state.requested_by) if state.requested_by else "–",
        since=current.started_at if current else state.created_at,
        waits_for=", ".join(names) or (task.name if task else "–"),
        is_sent_back=is_sent_back,
    )
