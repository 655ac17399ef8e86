"""All addresses below ``/api/``."""

import json

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.api.manual import manual
from cms.api.problems import problem_response
from cms.api.rules import MISSING
from cms.api.shell import delivery_api

__all__ = ["addresses"]


def addresses() -> list[URLPattern | URLResolver]:
    """Return the addresses of the API; what it does not have is a problem, too.

    Without the last one, the pages would be asked, redirects and other languages.
    """
    operations, app, namespace = delivery_api().urls
    return [
        re_path(r"^v1/openapi\.json$", description, name="api-description"),
        re_path(r"^v1(?:/(?:docs)?)?$", manual, name="api-manual"),
        re_path(r"^v1/", include((operations, app), namespace=namespace)),
        re_path(r"", missing, name=MISSING),
    ]


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Answer with the OpenAPI document."""
    content = json.dumps(delivery_api().described, ensure_ascii=False)
    return HttpResponse(content, content_type="application/json")


@csrf_exempt
def missing(request: HttpRequest) -> HttpResponse:
    """Say that there is nothing here, whatever the method."""
    return problem_response(request, 404)
