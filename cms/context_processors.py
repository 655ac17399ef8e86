"""What every template knows."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from cms.models import SiteSettings

__all__ = ["site"]


def site(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``site``: the settings of the site that was asked for."""
    return {"site": SimpleLazyObject(lambda: SiteSettings.for_request(request))}
