"""The panels. Each is empty, and takes no room, if there is nothing to say."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from pages.dashboard.moderation import waiting_drafts
from pages.dashboard.worker import waiting_since
from pages.dashboard.workshops import odd_programmes, own_workshops, when

__all__ = ["DraftsPanel", "ProgrammesPanel", "WorkerPanel", "WorkshopsPanel"]

MOST = 8


class WorkerPanel(Component):
    """For those who can do something about it."""

    name = "idle_worker"
    template_name = "pages/admin/idle_worker.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"since": waiting_since() if user.is_superuser else None}


class WorkshopsPanel(Component):
    name = "next_workshops"
    template_name = "pages/admin/next_workshops.html"
    order = 110

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        found = list(own_workshops(parent_context["request"].user)[:MOST])
        return {"workshops": [(workshop, when(workshop)) for workshop in found]}


class ProgrammesPanel(Component):
    name = "odd_programmes"
    template_name = "pages/admin/odd_programmes.html"
    order = 120

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"programmes": odd_programmes(parent_context["request"].user)}


class DraftsPanel(Component):
    name = "drafts_in_review"
    template_name = "pages/admin/drafts_in_review.html"
    order = 225

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        found = waiting_drafts(parent_context["request"].user, MOST + 1)
        return {"drafts": found[:MOST], "has_more": len(found) > MOST}
