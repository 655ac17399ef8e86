"""Into which languages somebody translates."""

from typing import Any

from wagtail.models import Locale

from pages.translation.permissions import locales_of

__all__ = ["target_locales"]


def target_locales(user: Any) -> list[Locale]:
    """Return the languages a person works on, without the source language."""
    source = Locale.get_default()
    own = Locale.objects.filter(pk__in=locales_of(user)).exclude(pk=source.pk)
    return list(own.order_by("language_code"))
