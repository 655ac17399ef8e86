"""When somebody looks at a page next, and who."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

__all__ = ["PageReview"]


class PageReview(models.Model):
    """The next look at a page in the source language, for all its languages.

    It stands beside the page and not in it: planning a look is no change of what
    visitors read, makes no version and waits for no moderator.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="review")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="page_reviews",
        verbose_name=_("person"),
    )
    due_on = models.DateField(_("next look on"), null=True, blank=True)
    reviewed_on = models.DateField(_("last look on"), null=True, editable=False)
    reminded_on = models.DateField(null=True, editable=False)
    """When the person got the last mail that this look is due; None if never."""

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        indexes = [models.Index(fields=["due_on"], name="review_due_on")]
