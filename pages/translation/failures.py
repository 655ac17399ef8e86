"""What to say of a page that work on many pages had to leave out."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

__all__ = ["Failure", "reason"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An object, and in words why it was left out."""

    subject: Any
    reason: str

    @property
    def path(self) -> str:
        """Its place in the tree of pages."""
        path: str = getattr(self.subject, "path", "")
        return path

    def __str__(self) -> str:
        kind = self.subject._meta.verbose_name
        values = {
            "kind": kind[:1].upper() + kind[1:],
            "title": self.subject,
            "pk": self.subject.pk,
            "reason": self.reason,
        }
        return _("%(kind)s “%(title)s” (number %(pk)s): %(reason)s") % values


def reason(error: Exception) -> str:
    """Return why something failed, for people who cannot read tracebacks."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return _("An error that nobody foresaw (%(error)s). The log has more of it.") % {
        "error": f"{type(error).__name__}: {error}"
    }
