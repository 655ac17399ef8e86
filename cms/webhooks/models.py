"""Webhooks, and what was sent to each with its answers."""

import base64
import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.outbox.models import Event
from cms.webhooks.failures import Failure
from cms.webhooks.guard import ForbiddenTargetError, read_target

__all__ = ["Attempt", "Delivery", "Webhook", "new_secret"]


def new_secret() -> str:
    """Return 32 random bytes, written as the Standard Webhooks specification has it."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


class Webhook(models.Model):
    """An address that is told of events, and how it stands with it.

    ``stopped_at`` is when we gave up on it. Events are still collected then, and sent
    when it is switched on again. One that is switched off collects nothing.
    """

    name = models.CharField(
        max_length=80,
        verbose_name=_("name"),
        help_text=_("For you, such as “Partner's website”."),
    )
    url = models.CharField(
        max_length=500,
        verbose_name=_("address"),
        help_text=_("Where we send to, with https://."),
    )
    events = models.JSONField(default=list, verbose_name=_("events"))
    secret = models.CharField(
        max_length=200,
        default=new_secret,
        verbose_name=_("secret"),
        help_text=_(
            "The receiver checks with it that a message is from us. Give it to nobody "
            "else. It begins with whsec_."
        ),
    )
    is_on = models.BooleanField(
        default=True,
        verbose_name=_("switched on"),
        help_text=_("While it is off, nothing is sent and nothing is kept for it."),
    )
    stopped_at = models.DateTimeField(null=True, editable=False)
    failing_since = models.DateTimeField(null=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    """In a row, whatever was sent."""
    paused_until = models.DateTimeField(null=True, editable=False)
    leased_until = models.DateTimeField(null=True, editable=False)
    """Until when one worker has it for itself."""
    lease = models.CharField(max_length=16, blank=True, editable=False)
    wake_at = models.DateTimeField(null=True, editable=False)
    """For when a task is planned that looks after it."""

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse addresses that are never asked, with the reason."""
        super().clean()
        try:
            read_target(self.url, internal=settings.WEBHOOKS_INTERNAL)
        except ForbiddenTargetError as error:
            raise ValidationError({"url": error.sentence}) from None
        if not is_secret(self.secret):
            raise ValidationError(
                {
                    "secret": _(
                        "A secret is whsec_ and then at least 24 bytes in Base64. "
                        "Empty the field, and you get a new one."
                    )
                }
            )

    @property
    def state(self) -> str:
        """In words whether it is sent to, and if not, who switched it off."""
        if not self.is_on:
            return str(_("switched off"))
        return str(_("given up after a day") if self.stopped_at else _("switched on"))

    def resume(self) -> None:
        """Forget that it failed, so that what waits is sent at once."""
        self.stopped_at = self.failing_since = self.paused_until = None
        self.failures = 0
        self.save()
        self.deliveries.filter(delivered_at=None).update(
            next_try_at=timezone.now(), first_tried_at=None
        )


def is_secret(text: str) -> bool:
    try:
        key = base64.b64decode(text.removeprefix("whsec_"), validate=True)
    except ValueError:
        return False
    return text.startswith("whsec_") and len(key) >= 24


class Delivery(models.Model):
    """One event for one webhook: waiting until the receiver has said that it has it."""

    webhook = models.ForeignKey(
        Webhook, on_delete=models.CASCADE, related_name="deliveries"
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=190)
    """Model and number of the object, whose events stay in their order."""
    attempts = models.PositiveIntegerField(default=0)
    first_tried_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "event"], name="one_delivery_of_an_event"
            )
        ]
        indexes = [
            models.Index(
                fields=["webhook", "next_try_at"],
                condition=models.Q(delivered_at=None),
                name="waiting_deliveries",
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.webhook_id}"


class Attempt(models.Model):
    """One request and what came back."""

    delivery = models.ForeignKey(
        Delivery, on_delete=models.CASCADE, related_name="tries"
    )
    at = models.DateTimeField(default=timezone.now)
    status = models.PositiveSmallIntegerField(null=True)
    error = models.CharField(max_length=16, blank=True, choices=Failure)
    answer = models.TextField(blank=True)
    """What the receiver said, its beginning."""
    milliseconds = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.status or self.error}"
