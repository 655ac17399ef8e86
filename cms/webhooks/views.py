"""For administrators: what was sent, how it was answered, and sending it again."""

from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView

from cms.outbox.models import EventType
from cms.webhooks.models import Attempt, Delivery, Webhook
from cms.webhooks.queueing import deliver_soon

__all__ = [
    "WebhookLog",
    "may_manage_webhooks",
    "redeliver",
    "resume",
    "stopped_webhooks",
]

WAITING, DELIVERED = "waiting", "delivered"


def may_manage_webhooks(user: Any) -> bool:
    return bool(user.has_perm("cms.change_webhook"))


def stopped_webhooks() -> QuerySet[Webhook]:
    """Return the webhooks we have given up on, with the number of what waits."""
    waiting = Count("deliveries", filter=Q(deliveries__delivered_at=None))
    stopped = Webhook.objects.filter(is_on=True, stopped_at__isnull=False)
    return stopped.annotate(waiting=waiting).order_by("name")


class LogFilterSet(WagtailFilterSet):
    webhook = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Webhook"),
        queryset=Webhook.objects.order_by("name"),
        empty_label=gettext_lazy("All webhooks"),
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[
            (WAITING, gettext_lazy("waiting")),
            (DELIVERED, gettext_lazy("delivered")),
        ],
        method="in_state",
        empty_label=gettext_lazy("All states"),
    )
    type = django_filters.ChoiceFilter(
        label=gettext_lazy("Event"),
        field_name="event__type",
        choices=EventType.choices,
        empty_label=gettext_lazy("All events"),
    )

    class Meta:
        model = Delivery
        fields: list[str] = []

    def in_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(delivered_at__isnull=value == WAITING)


class WebhookLog(ReportView):
    """Every event for every webhook, the newest first, with the answers."""

    page_title = gettext_lazy("Webhook log")
    header_icon = "history"
    results_template_name = "cms/webhooks/log_results.html"
    index_url_name = "webhook_log"
    index_results_url_name = "webhook_log_results"
    filterset_class = LogFilterSet
    is_searchable = False

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not may_manage_webhooks(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> QuerySet:
        rows = Delivery.objects.select_related("event", "webhook")
        tries = Prefetch("tries", queryset=Attempt.objects.order_by("-pk"))
        return rows.prefetch_related(tries).order_by("-event", "webhook")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {**context, "stopped": stopped_webhooks()}


def require_manager(request: HttpRequest) -> None:
    if not may_manage_webhooks(request.user):
        raise PermissionDenied


@require_POST
def redeliver(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an event again, before what waits of the same object."""
    require_manager(request)
    delivery = get_object_or_404(Delivery.objects.select_related("webhook"), pk=pk)
    webhook = delivery.webhook
    if not webhook.is_on or webhook.stopped_at:
        messages.error(
            request,
            _("“%(name)s” is switched off. Switch it on first, then send again.")
            % {"name": webhook.name},
        )
        return redirect("webhook_log")
    Delivery.objects.filter(pk=pk).update(
        delivered_at=None, first_tried_at=None, next_try_at=timezone.now()
    )
    Webhook.objects.filter(pk=webhook.pk).update(paused_until=None)
    deliver_soon([webhook.pk])
    messages.success(request, _("It is sent again. The answer is here in a moment."))
    return redirect("webhook_log")


@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch on again what we have given up on, and send what waits."""
    require_manager(request)
    webhook = get_object_or_404(Webhook, pk=pk)
    webhook.resume()
    deliver_soon([webhook.pk])
    messages.success(
        request,
        _("“%(name)s” is switched on again and gets what waited.")
        % {"name": webhook.name},
    )
    return redirect("webhook_log")
