"""How the results can be narrowed and sorted, as links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from search.asking import query_of
from search.question import Answer, Choice, Kind, Order, Period, Question

__all__ = ["Filter", "Link", "filters", "kinds", "orders", "without_filters"]


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    query: str
    """The part of its address behind "?"."""
    is_chosen: bool
    number: int | None = None
    """How many results it leads to, None if that is not said."""


@dataclass(frozen=True, slots=True)
class Filter:
    label: str
    links: Sequence[Link]

    @property
    def is_used(self) -> bool:
        """Whether something else is chosen than its first link, "all"."""
        return not self.links[0].is_chosen


def kinds(question: Question, answer: Answer) -> Filter | None:
    return filter_by(question, "kind", _("Kind"), _("All kinds"), answer.kinds)


def filters(question: Question, answer: Answer) -> list[Filter]:
    """Return the filters but that by kind, where there is something to choose."""
    offered: list[tuple[str, str, str, Sequence[Choice]]] = [
        ("project", _("Project"), _("All projects"), answer.projects),
        ("year", _("Year"), _("All years"), answer.years),
        ("period", _("When"), _("At any time"), answer.periods),
    ]
    found = (filter_by(question, *parts) for parts in offered)
    return [one for one in found if one]


def filter_by(
    question: Question,
    name: str,
    label: str,
    everything: str,
    choices: Sequence[Choice],
) -> Filter | None:
    """Return a filter unless all results have the same value."""
    if len(choices) < 2 and not getattr(question, name):
        return None
    return Filter(label, list(links(question, name, everything, choices)))


def links(
    question: Question, name: str, everything: str, choices: Sequence[Choice]
) -> Iterable[Link]:
    chosen = getattr(question, name)
    yield link(question, name, None, everything)
    if chosen and str(chosen) not in [one.value for one in choices]:
        yield link(question, name, chosen, label_of(name, chosen), 0)
    for one in choices:
        value = typed(name, one.value)
        yield link(question, name, value, one.label, one.number)


def link(
    question: Question, name: str, value: Any, label: str, number: int | None = None
) -> Link:
    query = query_of(replace(question, **{name: value}))
    return Link(label, query, getattr(question, name) == value, number)


def typed(name: str, value: str) -> Kind | Period | int:
    kinds: dict[str, type[Kind] | type[Period]] = {"kind": Kind, "period": Period}
    return kinds[name](value) if name in kinds else int(value)


def label_of(name: str, value: Any) -> str:
    """Return what to call a chosen value that leaves nothing."""
    if name == "project":
        return _("Another project")
    return str(getattr(value, "label", value))


def orders(question: Question) -> list[Link]:
    return [link(question, "order", order, str(order.label)) for order in Order]


def without_filters(question: Question) -> str:
    """Return the query of a question without its filters; "" if it has none."""
    bare = replace(question, kind=None, project=None, year=None, period=None)
    return query_of(bare) if bare != question else ""
