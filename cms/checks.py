"""System checks of plugin contributions: what clashes or is misspelt is an error."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.urls import URLPattern, URLResolver
from django.utils.translation import override
from ninja import Router
from wagtail.blocks import Block

from cms.languages import language_codes
from cms.plugins import Plugin, plugins
from cms.streams import UNAVAILABLE, open_streams

__all__ = ["check_plugins"]

CONTRACT = ("blocks", "endpoints", "urlpatterns")
RESERVED_ROUTES = (
    ".well-known/",
    "admin/",
    "api/",
    "documents/",
    "health/",
    "media/",
    "robots.txt",
    "sitemap",
    "static/",
)


def check_plugins(
    *, app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Return an error for each contribution that the core cannot use as it stands."""
    active = plugins()
    return [
        *(error for plugin in active for error in misspelt_methods(plugin)),
        *block_errors(active),
        *endpoint_errors(active),
        *url_errors(active),
    ]


def misspelt_methods(plugin: Plugin) -> Iterator[Error]:
    """Yield cms.E001 for a public name that looks like a method of the contract."""
    own = {name for name in vars(type(plugin)) if not name.startswith("_")}
    for name in sorted(own - set(dir(Plugin))):
        for meant in get_close_matches(name, CONTRACT, n=1, cutoff=0.75):
            yield Error(
                f"Plugin “{plugin.name}” defines {name}(), which nobody calls.",
                hint=f"Did you mean {meant}()?",
                obj=type(plugin),
                id="cms.E001",
            )


def block_errors(active: list[Plugin]) -> Iterator[Error]:
    """Yield cms.E002 for an unknown stream, cms.E003 for a clash or a wrong thing."""
    streams = {stream.stream_name: stream for stream in open_streams()}
    owners: dict[tuple[str, str], str] = {
        (stream_name, block_name): "the core"
        for stream_name, stream in streams.items()
        for block_name in (*stream.base_blocks, UNAVAILABLE)
    }
    for plugin in active:
        for stream_name, offered in plugin.blocks().items():
            if stream_name not in streams:
                yield unknown_stream(plugin, stream_name, sorted(streams))
                continue
            for block_name, block in offered.items():
                owner = owners.setdefault((stream_name, block_name), plugin.name)
                if not is_a(block, Block):
                    yield wrong(plugin, f"block “{block_name}”", "a Wagtail block", 3)
                elif owner != plugin.name:
                    yield clash(plugin, f"block “{block_name}”", owner, 3)


def unknown_stream(plugin: Plugin, name: str, known: list[str]) -> Error:
    return Error(
        f"Plugin “{plugin.name}” offers blocks in the unknown stream “{name}”.",
        hint=f"The streams are: {', '.join(known)}.",
        obj=type(plugin),
        id="cms.E002",
    )


def endpoint_errors(active: list[Plugin]) -> Iterator[Error]:
    """Yield cms.E004 for API prefixes that two plugins want, or that hold no router."""
    owners: dict[str, str] = {}
    for plugin in active:
        for prefix, router in plugin.endpoints().items():
            owner = owners.setdefault(prefix.strip("/"), plugin.name)
            if not is_a(router, Router):
                yield wrong(plugin, f"endpoint “{prefix}”", "a ninja Router", 4)
            elif owner != plugin.name:
                yield clash(plugin, f"endpoint “{prefix}”", owner, 4)


def url_errors(active: list[Plugin]) -> Iterator[Error]:
    """Yield cms.E005 for addresses or names that are taken, or are no URL pattern."""
    owners: dict[str, str] = dict.fromkeys(RESERVED_ROUTES, "the core")
    for plugin in active:
        for pattern in plugin.urlpatterns():
            if not (is_a(pattern, URLPattern) or is_a(pattern, URLResolver)):
                yield wrong(plugin, f"address {pattern!r}", "made with path()", 5)
                continue
            yield from taken_addresses(plugin, pattern, owners)


def taken_addresses(
    plugin: Plugin, pattern: URLPattern | URLResolver, owners: dict[str, str]
) -> Iterator[Error]:
    routes = dict.fromkeys(route_in(pattern, code) for code in language_codes())
    reserved = [taken for taken in RESERVED_ROUTES if any_begins(routes, taken)]
    name = getattr(pattern, "name", None)
    for key in [*reserved, *routes, *([f"name:{name}"] if name else [])]:
        owner = owners.setdefault(key, plugin.name)
        if owner != plugin.name:
            yield clash(plugin, f"address “{key}”", owner, 5)
            return


def any_begins(routes: Iterable[str], start: str) -> bool:
    return any(route.startswith(start) for route in routes)


def route_in(pattern: URLPattern | URLResolver, language: str) -> str:
    with override(language):
        return str(pattern.pattern)


def is_a(thing: object, wanted: type) -> bool:
    """As isinstance; type checkers trust the contract, this check does not."""
    return isinstance(thing, wanted)


def wrong(plugin: Plugin, what: str, wanted: str, number: int) -> Error:
    return Error(
        f"Plugin “{plugin.name}”: {what} is not {wanted}.",
        obj=type(plugin),
        id=f"cms.E{number:03}",
    )


def clash(plugin: Plugin, what: str, owner: str, number: int) -> Error:
    return Error(
        f"Plugin “{plugin.name}”: {what} is already taken by {owner}.",
        hint="Prefix it with the name of the plugin.",
        obj=type(plugin),
        id=f"cms.E{number:03}",
    )
