"""Which plugins a description is written for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from cms.plugins import Plugin, plugins

__all__ = ["described_plugins", "describing"]

DESCRIBED: ContextVar[Sequence[Plugin] | None] = ContextVar("described", default=None)


@contextmanager
def describing(active: Sequence[Plugin]) -> Iterator[None]:
    """Describe an API with these plugins and no others."""
    token = DESCRIBED.set(active)
    try:
        yield
    finally:
        DESCRIBED.reset(token)


def described_plugins() -> Sequence[Plugin]:
    """Return the plugins whose blocks and page types belong into a description."""
    found = DESCRIBED.get()
    return plugins() if found is None else found
