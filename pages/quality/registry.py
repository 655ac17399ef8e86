"""The kinds of findings, and the functions that find them.

A kind is added by registering a function, in a module that is imported when the app is
ready::

    SCAN = Kind("scan", _("PDF without text"), _("“%(title)s” cannot be read aloud."))

    @register(SCAN)
    def scans(subject: Subject) -> Iterator[Problem]:
        if isinstance(subject.instance, SiteDocument) and ...:
            yield Problem(SCAN.code, "file", {"title": subject.instance.title})

The code is stored, so it is never changed. The sentence is completed with the data of
the problem when somebody reads it, in the reader's language.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from pages.quality.content import Content
from pages.quality.known import Known

__all__ = ["KINDS", "Kind", "Problem", "Subject", "problems_of", "register"]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    code: str
    label: Any
    """What the filter calls it; lazy."""
    sentence: Any
    """With places for the data, as ``%(title)s``; lazy."""
    hint: Any = ""
    """What can be done about it; lazy."""
    complete: Callable[[dict[str, Any]], dict[str, Any]] = dict
    """Adds to the data what depends on the reader's language."""

    def say(self, data: dict[str, Any]) -> str:
        """Return the sentence in the active language."""
        return str(self.sentence) % self.complete(data)


@dataclass(frozen=True, slots=True)
class Problem:
    kind: str
    place: str = ""
    """Content path: "body.<id of a block>.image"; empty for the whole object."""
    data: dict[str, Any] = field(default_factory=dict)
    """Strings and numbers for the sentence. ``image`` and ``document`` are keys of
    objects that have to be changed, to which the report leads."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An object that visitors can see, with all that a check needs to know of it."""

    instance: Model
    language: str
    """Code of its language; empty if it has none."""
    content: Content
    known: Known


Check = Callable[[Subject], Iterable[Problem]]

KINDS: dict[str, Kind] = {}
CHECKS: list[Check] = []


def register(*kinds: Kind) -> Callable[[Check], Check]:
    """Make a check known together with the kinds of problems that it finds."""

    for kind in kinds:
        if kind.code in KINDS:
            raise ValueError(f"There is a kind {kind.code!r} already.")
        KINDS[kind.code] = kind

    def add(check: Check) -> Check:
        CHECKS.append(check)
        return check

    return add


def problems_of(subject: Subject) -> Iterator[Problem]:
    """Ask every check. One that fails is logged and finds nothing."""
    for check in CHECKS:
        try:
            found = list(check(subject))
        except Exception:
            logger.exception("%r failed on %r.", check, subject.instance)
        else:
            yield from found
