"""How much is left to translate, in numbers, for the dashboard and the weekly mail."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, IntegerField, Model, QuerySet, Value
from wagtail.models import Locale, Page

from pages.translation.states import State
from pages.translation.worklist import count_states, snippet_kinds, unknown_to

__all__ = ["TO_DO", "count_work", "left_to_do"]

TO_DO = tuple(state for state in State if state is not State.CURRENT)

Counts = dict[int, Counter[State]]


def count_work(source: Locale, targets: Iterable[Locale], user: Any = None) -> Counts:
    """Return by language how many pages and snippets are in each state. One query.

    For a ``user`` the pages are left out that their work list leaves out.
    """
    parts = [
        numbered(known_to(user, kind, count_states(kind, source, target)), target)
        for target in targets
        for kind in (Page, *snippet_kinds())
    ]
    counts: Counts = {}
    if parts:
        for language, state, number in parts[0].union(*parts[1:], all=True):
            counts.setdefault(language, Counter())[State(state)] += number
    return counts


def known_to(user: Any, kind: type[Model], rows: QuerySet) -> QuerySet:
    return rows.exclude(unknown_to(user)) if user and kind is Page else rows


def numbered(rows: QuerySet, target: Locale) -> QuerySet:
    language = Value(target.pk, output_field=IntegerField())
    grouped = rows.annotate(language=language).values("language", "state")
    return grouped.annotate(number=Count("pk")).values_list(
        "language", "state", "number"
    )


def left_to_do(counts: Counter[State]) -> int:
    return sum(counts[state] for state in TO_DO)
