"""Links to drafts, with the secret in their addresses."""

import secrets
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Page

__all__ = ["DraftLink", "Scope", "digest_of", "end_of", "new_secret"]

RECENT = timedelta(days=30)


def new_secret() -> str:
    """Return 128 random bits, in signs that survive mail programs and telephones."""
    return secrets.token_hex(16)


def digest_of(secret: str) -> str:
    """Return what links are found by: how long that takes says nothing of secrets."""
    return sha256(secret.encode()).hexdigest()


def end_of(day: date) -> datetime:
    """Return the moment at which a day is over on the clocks of the site."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


class Scope(models.TextChoices):
    PAGE = "page", _("this page")
    BUNDLE = "bundle", _("this page in all languages")


class DraftLinkQuerySet(models.QuerySet["DraftLink"]):
    def valid(self) -> "DraftLinkQuerySet":
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def over(self, *, since: timedelta = RECENT) -> "DraftLinkQuerySet":
        """Leave what ended or was revoked longer ago than ``since``."""
        limit = timezone.now() - since
        return self.filter(
            models.Q(expires_at__lt=limit) | models.Q(revoked_at__lt=limit)
        )


class DraftLink(models.Model):
    """Shows the newest draft of a page, or of the page in all its languages.

    The secret is kept as it is, so that editors can copy the address again: the drafts
    that it opens lie in the same database. It goes with its page.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="draft_links")
    scope = models.CharField(max_length=6, choices=Scope)
    secret = models.CharField(max_length=32, default=new_secret, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    recipient = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    opened_at = models.DateTimeField(null=True)
    """The last time. Nothing is kept of who it was."""
    openings = models.PositiveIntegerField(default=0)

    objects = DraftLinkQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # It is no place where the page is used.

    class Meta:
        verbose_name = _("draft link")
        verbose_name_plural = _("draft links")

    def __str__(self) -> str:
        return self.recipient or str(self.pk)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.digest = digest_of(self.secret)
        super().save(*args, **kwargs)

    @property
    def is_bundle(self) -> bool:
        return self.scope == Scope.BUNDLE

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()

    @property
    def last_day(self) -> date:
        """The last day on which it is valid, on the clocks of the site."""
        return timezone.localdate(self.expires_at - timedelta.resolution)

    def path(self, language: str) -> str:
        """Return its address without the host: "/entwurf/…/", "/en/draft/…/"."""
        with override(language):
            return reverse("draft_link", args=[self.secret])
