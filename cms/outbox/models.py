"""The outbox: events in the order in which programs learn of them."""

import secrets
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = [
    "Event",
    "EventType",
    "Feed",
    "ToldPage",
    "UntoldNote",
    "locked_feed",
    "new_epoch",
]


class EventType(models.TextChoices):
    PAGE_PUBLISHED = "page.published", _("page published")
    PAGE_UNPUBLISHED = "page.unpublished", _("page taken offline")
    PAGE_DELETED = "page.deleted", _("page deleted")
    PAGE_MOVED = "page.moved", _("page moved or renamed")
    PAGE_CHANGED = "page.changed", _("page changed otherwise, such as its order")
    ACCESS_CHANGED = "access.changed", _("privacy changed")
    SNIPPET_CHANGED = "snippet.changed", _("directory entry or menu changed")
    ASSET_CHANGED = "asset.changed", _("document or image changed")
    SETTINGS_CHANGED = "settings.changed", _("settings of the website changed")
    REDIRECT_CHANGED = "redirect.changed", _("redirect changed")


class UntoldNote(models.Model):
    """What a transaction touched, written within it and deleted when it was told.

    A process that dies between commit and telling leaves it behind, and
    ``cms.publishing.recovery`` tells it after all.
    """

    content = models.JSONField()
    noted_at = models.DateTimeField(auto_now_add=True)


class Feed(models.Model):
    """The one row that gives events their positions, and how far they were pruned.

    ``epoch`` is part of every cursor: a new one makes all clients begin anew.
    """

    epoch = models.CharField(max_length=16)
    position = models.BigIntegerField(default=0)
    pruned_to = models.BigIntegerField(default=0)


class ToldPage(models.Model):
    """A public page that programs know of, and the address they were told."""

    page_id = models.BigIntegerField(primary_key=True)
    address = models.TextField(blank=True)


class Event(models.Model):
    position = models.BigIntegerField(primary_key=True)
    """Without gaps, and in the order of the commits."""
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    type = models.CharField(max_length=20, choices=EventType)
    is_page = models.BooleanField(default=False)
    is_gone = models.BooleanField(default=False)
    """Whether the object is not there any more, or not public."""
    model = models.CharField(max_length=120)
    object_id = models.CharField(max_length=64)
    language = models.CharField(max_length=12, blank=True)
    pages = models.JSONField(default=list)
    """Of each page that it happened to: number, address before and after, or None."""
    addresses = models.JSONField(default=list)
    """Of what is no page and has an address: before and after, or None."""
    affected = models.JSONField(default=list)
    """Number and address of each public page that shows it."""
    occurred_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["occurred_at"], name="event_occurred_at")]

    def __str__(self) -> str:
        return f"{self.type} {self.model} {self.object_id}"


def locked_feed() -> Feed:
    """Return the row that one transaction at a time may write to.

    Whoever holds it writes the next events. So positions are given in the order of
    commits, and a reader who has seen one has seen all before it.
    """
    feed, _is_new = Feed.objects.select_for_update().get_or_create(
        pk=1, defaults={"epoch": new_epoch()}
    )
    return feed


def new_epoch() -> str:
    return secrets.token_hex(4)
