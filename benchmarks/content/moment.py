"""The moment around which the generated workshops and news lie."""

from django.utils import timezone

__all__ = ["NOW"]

NOW = timezone.now().replace(minute=0, second=0, microsecond=0)
