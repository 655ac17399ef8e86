"""What visitors ask the search and what they are answered, as values."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

__all__ = [
    "LONGEST_QUESTION",
    "Answer",
    "Choice",
    "Hit",
    "Kind",
    "Order",
    "Period",
    "Question",
    "Suggestion",
]


LONGEST_QUESTION = 200
"""How many characters of a question are answered."""


class Kind(models.TextChoices):
    PAGE = "page", _("Pages")
    WORKSHOP = "workshop", _("Workshops")
    NEWS = "news", _("News")
    PERSON = "person", _("People")
    DOCUMENT = "document", _("Documents")


class Period(models.TextChoices):
    UPCOMING = "upcoming", _("upcoming")
    PAST = "past", _("past")


class Order(models.TextChoices):
    BEST = "best", _("best matches first")
    NEWEST = "newest", _("newest first")


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody looks for, in one language. ``project`` is a page's number."""

    text: str
    language: str
    kind: Kind | None = None
    project: int | None = None
    year: int | None = None
    period: Period | None = None
    order: Order = Order.BEST


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. ``excerpt`` is safe HTML in which ``<mark>`` stands around matches.

    ``details`` says in a few words what else helps to choose, as when and where a
    workshop takes place. ``language`` is that of the words shown.
    """

    kind: Kind
    title: str
    url: str
    excerpt: SafeString
    details: str = ""
    date: datetime.date | None = None
    status: str = ""
    language: str = ""
    is_promoted: bool = False
    is_external: bool = False
    """It leads to another website."""
    page: int | None = None
    document: int | None = None
    """The number of the page or file it leads to, if it leads to one of ours."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter and how many results it would leave."""

    value: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A part of the results, and what the filters could narrow them to.

    ``corrected`` is what was searched instead, where nothing was found for what was
    typed; else "". With ``only_some_words`` no result has all of them. With
    ``only_little_words`` none of them says anything, and only titles were searched.
    """

    hits: Sequence[Hit]
    total: int
    kinds: tuple[Choice, ...] = ()
    projects: tuple[Choice, ...] = ()
    years: tuple[Choice, ...] = ()
    periods: tuple[Choice, ...] = ()
    corrected: str = ""
    only_some_words: bool = False
    only_little_words: bool = False
    has_words: bool = True
    """There is a letter or digit in what was typed."""

    @property
    def number_found(self) -> int:
        """How many results there are for what was asked, not for something like it."""
        return 0 if self.corrected or self.only_some_words else self.total


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is offered while somebody types."""

    title: str
    url: str
    kind: Kind
