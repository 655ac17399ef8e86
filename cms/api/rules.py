"""What holds for every answer below ``/api/``, of the core and of plugins alike."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control, patch_vary_headers

from cms.api.parameters import faults_of_parameters, template_of
from cms.api.problems import MEDIA_TYPE, problem_response
from cms.api.shell import delivery_api

__all__ = ["MISSING", "PREFIX", "DeliveryRules"]

PREFIX = "/api/"
MISSING = "api-missing"
"""Name of the address that takes whatever nothing else below the prefix has."""
METHODS = "GET, HEAD, OPTIONS"
READABLE = "ETag, Link, Retry-After"
"""Headers that scripts of other sites may read, beside those that they always may."""
DAY = 86_400
OTHERS = {"api-description": frozenset[str](), "api-manual": frozenset({"language"})}
"""What may be asked at addresses that are no operations, by their names."""


class DeliveryRules:
    """Everybody is a visitor, every error is a problem, every answer can be kept.

    It stands above the middleware that reads cookies and that compares ETags.

    CORS takes a few lines because nothing here depends on who asks: there are no
    cookies, and by default every site may read. django-cors-headers adds
    ``Vary: Origin`` even then, so a shared cache would keep a copy for each site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        forget_visitor(request)
        if request.method == "OPTIONS" and exists(request):
            response = HttpResponse(status=204, headers={"Allow": METHODS})
            del response["Content-Type"]  # there is no content
        else:
            response = self.answer(request)
        add_cors(request, response)
        return response

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer HEAD as GET, without the body; replace pages that tell of errors."""
        asked, request.method = request.method, as_get(request.method)
        response = self.get_response(request)
        request.method = asked
        if response.status_code >= 400:
            response = as_problem(request, response)
        add_lifetime(response)
        if asked == "HEAD":
            response["Content-Length"] = str(len(response.content))
            response.content = b""
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Refuse parameters that the description of an operation does not name."""
        match = request.resolver_match
        if match is None or not request.path_info.startswith(PREFIX):
            return None
        if match.url_name == MISSING or request.method != "GET":
            return None
        known = OTHERS.get(match.url_name or "")
        if known is None:
            known = delivery_api().parameters_of(template_of(match))
        faults = faults_of_parameters(request, known)
        return problem_response(request, 400, "", faults) if faults else None


def as_get(method: str | None) -> str | None:
    return "GET" if method == "HEAD" else method


def forget_visitor(request: HttpRequest) -> None:
    """Let nobody be signed in: what a password opened is not for a shared cache."""
    request.META.pop("HTTP_COOKIE", None)
    request.META.pop("HTTP_AUTHORIZATION", None)


def exists(request: HttpRequest) -> bool:
    try:
        return resolve(request.path_info).url_name != MISSING
    except Resolver404:
        return False


def as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if response.headers.get("Content-Type") == MEDIA_TYPE:
        return response
    problem = problem_response(request, response.status_code)
    for name in ("Retry-After", "X-Robots-Tag"):
        if name in response.headers:
            problem[name] = response[name]
    if response.status_code == 405:
        problem["Allow"] = METHODS
    return problem


def add_lifetime(response: HttpResponse) -> None:
    """Say how long an answer may be kept; an operation may have said so itself."""
    if response.has_header("Cache-Control"):
        return
    if response.status_code in (200, 304):
        patch_cache_control(
            response,
            public=True,
            max_age=settings.API_MAX_AGE,
            s_maxage=settings.API_SHARED_MAX_AGE,
        )
    else:
        patch_cache_control(response, no_store=True)


def add_cors(request: HttpRequest, response: HttpResponse) -> None:
    allowed = settings.API_ORIGINS
    if not allowed:
        return
    origin = request.headers.get("Origin", "")
    if "*" in allowed:
        response["Access-Control-Allow-Origin"] = "*"
    else:
        patch_vary_headers(response, ["Origin"])
        if origin not in allowed:
            return
        response["Access-Control-Allow-Origin"] = origin
    response["Access-Control-Expose-Headers"] = READABLE
    if request.method == "OPTIONS":
        response["Access-Control-Allow-Methods"] = METHODS
        response["Access-Control-Allow-Headers"] = "If-None-Match"
        response["Access-Control-Max-Age"] = str(DAY)
