"""What editors look at before it is saved."""

import secrets

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from wagtail.models import Site

__all__ = ["UnsavedDraft"]


def new_key() -> str:
    """Return 24 random bytes, fit for an address."""
    return secrets.token_urlsafe(24)


class UnsavedDraft(models.Model):
    """What an editor saw last in the preview of a form, until it is too old.

    There is one row for each editor, object and site, whatever is typed. ``object_id``
    is empty for what was never saved; ``place`` then says where it would be: the path
    in the tree of the page above, or the language. ``version`` is empty for a form, and
    tells versions apart that were looked at without one.
    """

    key = models.CharField(max_length=32, unique=True, default=new_key)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=255, blank=True)
    version = models.CharField(max_length=64, blank=True)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "user",
                    "site",
                    "content_type",
                    "object_id",
                    "place",
                    "version",
                ],
                name="unsaved_draft_once_per_form",
            )
        ]
