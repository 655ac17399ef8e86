"""Families of type that need no request to another host."""

from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["STACKS", "Typeface"]


class Typeface(models.TextChoices):
    FIRA_SANS = "", _("Fira Sans (comes with this website)")
    SYSTEM = "system", _("Sans serif of the reader's device")
    SERIF = "serif", _("Serif, like a book (Charter, Cambria, Georgia)")


STACKS: dict[str, str] = {
    Typeface.SYSTEM: 'system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif',
    Typeface.SERIF: 'Charter,"Bitstream Charter","Sitka Text",Cambria,'
    'Georgia,"Noto Serif",serif',
}
"""What stands for each in CSS; Fira Sans is what the stylesheet says by itself."""
