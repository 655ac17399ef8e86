"""Puts our panels on the admin's first page."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel

from pages.dashboard.panels import (
    DraftsPanel,
    ProgrammesPanel,
    WorkerPanel,
    WorkshopsPanel,
)

__all__: list[str] = []


@hooks.register("construct_homepage_panels")
def show_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Wagtail's list of one's own drafts in review is a part of ours."""
    panels[:] = [
        panel
        for panel in panels
        if not isinstance(panel, UserObjectsInWorkflowModerationPanel)
    ]
    panels += [WorkerPanel(), WorkshopsPanel(), ProgrammesPanel(), DraftsPanel()]
