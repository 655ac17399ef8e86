"""Puts the API together: the routers of all active plugins under common rules."""

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from ninja import NinjaAPI, Router
from ninja.errors import ValidationError, ValidationErrorContext

from cms.api.active import describing
from cms.api.description import completed
from cms.api.problems import handle_problems
from cms.outbox.endpoint import router as changes
from cms.plugins import Plugin, plugins

__all__ = ["PREFIX", "VERSION", "DeliveryAPI", "create_api", "delivery_api"]

VERSION = "1.0.0"
"""Of the description: it rises with it, as docs/api.md says."""
PREFIX = "/api/v1/"


class DeliveryAPI(NinjaAPI):
    """As django-ninja's, but problems are problems and the description is complete."""

    def __init__(self, active: Sequence[Plugin], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.active = active
        handle_problems(self)

    def validation_error_from_error_contexts(
        self, error_contexts: list[ValidationErrorContext]
    ) -> ValidationError:
        """Keep what was sent: sentences name it, and django-ninja leaves it out."""
        found = super().validation_error_from_error_contexts(error_contexts)
        sent = [
            error["input"]
            for context in error_contexts
            for error in context.pydantic_validation_error.errors(include_url=False)
        ]
        for error, value in zip(found.errors, sent, strict=True):
            error["input"] = value
        return found

    @cached_property
    def described(self) -> dict[str, Any]:
        """The OpenAPI document, made once: routers cannot be added afterwards."""
        with describing(self.active):
            return completed(dict(self.get_openapi_schema(path_prefix=PREFIX)))

    def parameters_of(self, template: str) -> frozenset[str]:
        """Return which parameters the operation at an address knows."""
        operation = self.described["paths"].get(template, {}).get("get", {})
        return frozenset(
            parameter["name"]
            for parameter in operation.get("parameters", ())
            if parameter["in"] == "query"
        )


def create_api(active: Sequence[Plugin]) -> DeliveryAPI:
    """Return the read-only API with the routers of some plugins.

    Of a prefix that two plugins want, the first one serves it; ``manage.py check``
    names the clash.
    """
    api = DeliveryAPI(
        active,
        title="Werkstatt",
        version=VERSION,
        description=ABOUT,
        urls_namespace="api-1",
        docs_url=None,
        openapi_url=None,
    )
    routers: dict[str, Router] = {"changes": changes}
    for plugin in active:
        for prefix, router in plugin.endpoints().items():
            if isinstance(router, Router):
                routers.setdefault(prefix.strip("/"), router)
    for prefix, router in routers.items():
        # One router stands in one API only; another may describe it without others.
        api.add_router(prefix, router)
    return api


ABOUT = (
    "The public content of this site for programs. It only reads, knows no cookies and "
    "no keys, and answers every error with application/problem+json."
)


@cache
def delivery_api() -> DeliveryAPI:
    """Return the one API of this process."""
    return create_api(plugins())
