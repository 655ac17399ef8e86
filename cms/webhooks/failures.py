"""Why there is no answer of a receiver."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

__all__ = ["Failure"]


class Failure(TextChoices):
    LATE = "late", _("no answer in time")
    FORBIDDEN = "forbidden", _("refused: the address leads into an internal network")
    DNS = "dns", _("there is no such host")
    TLS = "tls", _("no secure connection: the certificate is not valid")
    CONNECTION = "connection", _("no connection, or it was closed early")
    FAULT = "fault", _("an error on our side; the server's log says more")
