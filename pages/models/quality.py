"""What was found to be wrong with the content, and what is known of links out of it."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

__all__ = ["CheckedObject", "ExternalAddress", "Finding"]


class ExternalAddress(models.Model):
    """An address of another website that our content links to, and how it answered."""

    class Outcome(models.TextChoices):
        UNKNOWN = "", _("not checked yet")
        FINE = "fine", _("answers")
        MOVED = "moved", _("has moved for good")
        GONE = "gone", _("does not exist any more")
        REFUSED = "refused", _("the website does not answer programs")
        TIMEOUT = "timeout", _("no answer in time")
        DNS = "dns", _("there is no such website")
        TLS = "tls", _("its certificate is not valid")
        CONNECTION = "connection", _("no connection")
        SERVER = "server", _("the website reports an error of its own")
        LOOP = "loop", _("redirects without an end")
        INTERNAL = "internal", _("leads into an internal network")
        INVALID = "invalid", _("is no address")

    digest = models.CharField(max_length=64, unique=True, editable=False)
    """SHA-256 of the address: addresses are longer than databases index."""
    url = models.TextField(_("address"))
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, default="")
    status = models.PositiveSmallIntegerField(null=True)
    moved_to = models.TextField(blank=True, default="")
    failed_since = models.DateTimeField(null=True)
    """When the first of the failures happened that nothing good has followed yet."""
    checked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("external address")
        verbose_name_plural = _("external addresses")

    def __str__(self) -> str:
        return self.url


class CheckedObject(models.Model):
    """A page, snippet, document or image of which there is something to know."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    page = models.ForeignKey(
        Page, null=True, on_delete=models.CASCADE, related_name="+"
    )
    locale = models.ForeignKey(
        Locale, null=True, on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(max_length=255)
    addresses = models.ManyToManyField(ExternalAddress, related_name="users")

    class Meta:
        verbose_name = _("checked object")
        verbose_name_plural = _("checked objects")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="checked_object_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Finding(models.Model):
    """One thing that is wrong, at one place. All of it can be found again."""

    subject = models.ForeignKey(
        CheckedObject, on_delete=models.CASCADE, related_name="findings"
    )
    kind = models.CharField(max_length=40, db_index=True)
    place = models.TextField(blank=True)
    """Content path as in Wagtail's reference index: "body.<id of a block>.image"."""
    data = models.JSONField(default=dict)
    """What the kind's sentence names."""
    found_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
