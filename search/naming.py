"""What somebody is called who is called differently on different pages."""

from collections.abc import Iterable

__all__ = ["fullest"]


def fullest(names: Iterable[str]) -> str:
    """Return the longest, as "Dr. Ada Lorenz" of that and "Ada Lorenz"; "" of none."""
    return max(names, key=lambda name: (len(name), name), default="")
