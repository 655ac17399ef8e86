"""Tells administrators that we have given up on a webhook."""

import logging

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from cms.webhooks.models import Webhook

__all__ = ["tell_of_stop"]

logger = logging.getLogger(__name__)


def tell_of_stop(webhook: Webhook) -> None:
    """Send each administrator a mail in their language; one that fails is logged."""
    people = get_user_model().objects.filter(is_superuser=True, is_active=True)
    for person in people.exclude(email=""):
        with override(UserProfile.get_for_user(person).get_preferred_language()):
            subject, text = words_for(webhook)
        try:
            send_mail(subject, text, None, [person.email])
        except (OSError, ValueError):
            logger.exception("The mail on a webhook to %s failed.", person.pk)


def words_for(webhook: Webhook) -> tuple[str, str]:
    subject = _("Webhook switched off: %(name)s") % {"name": webhook.name}
    address = settings.WAGTAILADMIN_BASE_URL + reverse("webhook_log")
    text = _(
        "The receiver of the webhook “%(name)s” has not accepted a message for a "
        "day, so we send it nothing more. Nothing is lost: what happens meanwhile is "
        "kept for %(days)s days.\n\n"
        "Its answers are in the log: %(address)s\n"
        "When the receiver works again, press “Switch on again” there. It then gets "
        "everything in its order."
    ) % {
        "name": webhook.name,
        "address": address,
        "days": settings.CHANGES_KEPT_DAYS,
    }
    return subject, text
