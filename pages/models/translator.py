"""What people who translate have chosen for themselves."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["WorkMail"]


class WorkMail(models.Model):
    """Whether somebody wants the work list by mail, and when they got it last."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="translation_mail",
    )
    is_wanted = models.BooleanField(
        _("Tell me once a week what is left to translate"),
        default=False,
        help_text=_("By e-mail, and only if there is something to do."),
    )
    last_sent_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = _("mail about translations")
        verbose_name_plural = _("mails about translations")
