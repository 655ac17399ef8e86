"""The delivery API's shell. What it answers comes from plugins."""

from ninja import NinjaAPI, Router

from cms.outbox.endpoint import router as changes
from cms.plugins import plugins

__all__ = ["create_api"]


def create_api() -> NinjaAPI:
    """Return the read-only API with the routers of all active plugins.

    Of a prefix that two plugins want, the first one serves it; ``manage.py check``
    names the clash.
    """
    api = NinjaAPI(
        title="Werkstatt",
        version="1",
        urls_namespace="api-1",
        docs_url=None,
        openapi_url="openapi.json",
    )
    routers: dict[str, Router] = {"changes": changes}
    for plugin in plugins():
        for prefix, router in plugin.endpoints().items():
            if isinstance(router, Router):
                routers.setdefault(prefix.strip("/"), router)
    for prefix, router in routers.items():
        api.add_router(prefix, router)
    return api
