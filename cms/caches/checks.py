"""The system check for lifetimes that nobody shortens."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning  # noqa: A004 (Django's own name)

__all__ = ["check_lifetimes"]

AN_HOUR = 60 * 60


def check_lifetimes(**kwargs: Any) -> list[CheckMessage]:
    """Return a warning (cms.W001) where caches keep for long what nobody purges."""
    if settings.SHARED_CACHES:
        return []
    return [
        Warning(
            f"{name} lets shared caches keep answers for more than an hour, and none "
            "is told when something is published.",
            hint="Name the caches in SHARED_CACHES, or choose a shorter time.",
            id="cms.W001",
        )
        for name in ("API_SHARED_MAX_AGE", "PAGE_SHARED_MAX_AGE")
        if getattr(settings, name) > AN_HOUR
    ]
