"""What is measured and what was counted, as processes tell it to each other.

This module imports nothing of Django: the process that asks has none set up.
"""

from dataclasses import dataclass

__all__ = ["Counted", "Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """One kind of page: where it is in each language, and what proves that it is it."""

    label: str
    addresses: dict[str, str]
    marker: str
    """Words that stand on the page in every language."""
    status: int = 200
    family: str = ""
    """Pages of one family differ only in how much they hold: equal queries, then."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The statements that a page sends to the database, by language, and its bytes."""

    first: dict[str, list[str]]
    """In the first request of a process, with empty caches."""
    cold: dict[str, list[str]]
    """With empty caches, in a process that knows the content types."""
    warm: dict[str, list[str]]
    bytes: int
