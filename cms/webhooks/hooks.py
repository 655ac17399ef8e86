"""Webhooks in the admin: their list, the log, and a notice on the first page."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from cms.webhooks.forms import WebhookForm
from cms.webhooks.models import Webhook
from cms.webhooks.views import (
    WebhookLog,
    may_manage_webhooks,
    redeliver,
    resume,
    stopped_webhooks,
)

__all__: list[str] = []


class WebhookViewSet(ModelViewSet):
    model = Webhook
    name = "webhooks"
    icon = "link-external"
    menu_label = _("Webhooks")
    menu_order = 900
    add_to_settings_menu = True
    list_display = [
        "name",
        Column("url", label=_("Address"), sort_key="url", width="45%"),
        Column("state", label=_("State")),
    ]
    search_fields = ["name", "url"]
    copy_view_enabled = False
    panels = [
        FieldPanel("name"),
        FieldPanel("url"),
        FieldPanel("events"),
        FieldPanel("secret"),
        FieldPanel("is_on"),
    ]

    def get_edit_handler(self) -> Any:
        handler = super().get_edit_handler()
        handler.base_form_class = WebhookForm
        return handler.bind_to_model(self.model)


@hooks.register("register_admin_viewset")
def webhook_views() -> ModelViewSet:
    return WebhookViewSet()


@hooks.register("register_admin_urls")
def log_urls() -> list[URLPattern]:
    log = "webhooks/log/"
    return [
        path(log, WebhookLog.as_view(), name="webhook_log"),
        path(
            f"{log}results/",
            WebhookLog.as_view(results_only=True),
            name="webhook_log_results",
        ),
        path(f"{log}<int:pk>/again/", redeliver, name="webhook_redeliver"),
        path("webhooks/<int:pk>/resume/", resume, name="webhook_resume"),
    ]


class WebhookLogMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_manage_webhooks(request.user)


@hooks.register("register_reports_menu_item")
def log_menu_item() -> MenuItem:
    return WebhookLogMenuItem(
        _("Webhook log"),
        reverse("webhook_log"),
        name="webhook-log",
        icon_name="history",
        order=910,
    )


class StoppedWebhooksPanel(Component):
    """Says which webhooks we have given up on."""

    name = "stopped_webhooks"
    template_name = "cms/webhooks/stopped_panel.html"
    order = 20

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        # No context processor gives a component what its form needs.
        token = parent_context["csrf_token"]
        return {"stopped": stopped_webhooks(), "csrf_token": token}


@hooks.register("construct_homepage_panels")
def add_notice(request: HttpRequest, panels: list[Any]) -> None:
    if may_manage_webhooks(request.user) and stopped_webhooks().exists():
        panels.append(StoppedWebhooksPanel())
