"""Short addresses that stay when everything else about a page or a file changes."""

import secrets

from django.db import models
from django.urls import reverse

from cms.addresses import absolute

__all__ = ["ShortLink", "new_code"]

# Without what is mistaken for something else on paper: 0 and o, 1, i and l.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 6


def new_code() -> str:
    """Return a code that nobody has guessed yet, out of 900 million."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


class ShortLink(models.Model):
    """The code of a workshop in all its languages, or of a document.

    It names its target by a key, not by a foreign key: it outlives the target, and then
    says since when that is gone.
    """

    class Kind(models.TextChoices):
        WORKSHOP = "w"
        DOCUMENT = "d"

    kind = models.CharField(max_length=1, choices=Kind)
    key = models.UUIDField()
    """The ``translation_key`` of a workshop, the ``key`` of a document."""
    code = models.CharField(max_length=12, unique=True, default=new_code)
    gone_at = models.DateTimeField(null=True)
    """When the target was deleted or taken offline; None while it is there."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"], name="one_short_link_per_target"
            )
        ]

    def __str__(self) -> str:
        return f"/{self.kind}/{self.code}"

    @property
    def path(self) -> str:
        """The short address in the active language: "/w/k7x2mp", "/en/w/k7x2mp"."""
        is_workshop = self.kind == self.Kind.WORKSHOP
        name = "short_workshop" if is_workshop else "short_document"
        return reverse(name, args=[self.code])

    @property
    def picture_path(self) -> str:
        """Where the QR code of that address is, as SVG."""
        return reverse("qr_code", args=[self.kind, self.code])

    @property
    def full_url(self) -> str:
        """The short address with scheme and host of the default site.

        The same on all hosts: what is printed must not name one that only editors use.
        """
        return absolute(self.path)
