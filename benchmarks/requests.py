"""Requests inside the process, as a WSGI server makes them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import re_path

__all__ = ["Answer", "bare_django", "empty_caches", "fetch", "queries"]

BODY = "werkstatt.benchmark.body"
"""Key of a WSGI environment: what the bare view shall answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    seconds: float
    """Until the last byte was there and the request was wound up."""


def fetch(application: WSGIHandler, address: str, **environ: Any) -> Answer:
    """Ask for an address. What a server does for the network is left out."""
    environ = {**RequestFactory().get(address).META, **environ}
    statuses: list[str] = []

    def start_response(status: str, *_rest: Any) -> Callable[[bytes], object]:
        statuses.append(status)
        return bytes  # WSGI wants a function here, which Django does not call

    began = time.perf_counter()
    response = application(environ, start_response)
    body = b"".join(response)
    response.close()
    return Answer(int(statuses[0][:3]), body, time.perf_counter() - began)


def answer_bytes(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.META[BODY])


class BareRequest(WSGIRequest):
    # Django takes a request's own addresses before those of the settings, not only by
    # the name of a module, as its types have it.
    urlconf = (re_path("", answer_bytes),)  # type: ignore[assignment]


def bare_django() -> WSGIHandler:
    """Return the floor: Django without middleware, and a view that has its bytes."""
    with override_settings(MIDDLEWARE=[]):
        handler = WSGIHandler()
    handler.request_class = BareRequest
    return handler


def empty_caches(*, new_process: bool) -> None:
    """Empty Django's caches; on demand also what a process keeps while it lives."""
    for name in settings.CACHES:
        caches[name].clear()
    if new_process:
        ContentType.objects.clear_cache()


@contextmanager
def queries() -> Iterator[list[str]]:
    """Give a list that fills with the statements sent to the database."""
    statements: list[str] = []

    def note(execute: Any, statement: str, *args: Any) -> Any:
        statements.append(statement)
        return execute(statement, *args)

    with connection.execute_wrapper(note):
        yield statements
