"""Texts short enough for a line in a list."""

from django.utils.html import strip_tags
from django.utils.text import Truncator

__all__ = ["shortened"]


def shortened(html: str) -> str:
    return Truncator(" ".join(strip_tags(html).split())).chars(80)
