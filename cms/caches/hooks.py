"""Shared caches in Wagtail: pages note that they answer, and a notice for operators."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from cms.caches.answers import note_page_served
from cms.caches.queueing import caches_behind

__all__: list[str] = []

# Behind Wagtail's own, which asks who may read the page.
hooks.register("on_serve_page", note_page_served, order=100)


class CachesBehindPanel(Component):
    """Says which shared caches may show what is not true any more."""

    name = "caches_behind"
    template_name = "cms/caches/behind_panel.html"
    order = 25

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"caches": caches_behind()}


@hooks.register("construct_homepage_panels")
def add_notice(request: HttpRequest, panels: list[Any]) -> None:
    if settings.SHARED_CACHES and request.user.is_superuser and caches_behind():
        panels.append(CachesBehindPanel())
