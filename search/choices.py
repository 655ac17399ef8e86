"""What results can be narrowed to, and how many each choice would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from cms.visibility import hidden_paths, is_below
from pages.models import ProjectPage
from pages.translation.marking import mark_texts
from search.question import Choice, Kind, Period, Question
from search.seeing import Seen, Spot

__all__ = ["Narrowed", "narrow"]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the filters leave, and what each would leave with another choice."""

    seen: list[Seen]
    kinds: tuple[Choice, ...] = ()
    projects: tuple[Choice, ...] = ()
    years: tuple[Choice, ...] = ()
    periods: tuple[Choice, ...] = ()


def narrow(seen: Sequence[Seen], question: Question) -> Narrowed:
    """Leave what a question's filters let through.

    A person or document is left if one of its pages is, with those pages only. The
    numbers of a filter's choices take the other filters into account, not itself.
    """
    if not seen:
        return Narrowed([])
    projects = projects_of(question.language)
    now = timezone.now()
    left = Filters(question, projects, now)
    periods = left.counted(seen, "period", lambda spot: period_of(spot, now))
    return Narrowed(
        left.passed(seen),
        kinds=kind_choices(left.kinds(seen)),
        projects=project_choices(
            left.counted(seen, "project", projects.number_of), projects
        ),
        years=year_choices(left.counted(seen, "year", year_of)),
        periods=tuple(
            Choice(period.value, str(period.label), periods[period])
            for period in Period
            if periods[period]
        ),
    )


class Projects:
    """The public projects of a language, by their place in the tree."""

    def __init__(self, pages: Iterable[ProjectPage]) -> None:
        self.by_path = {page.path: page for page in pages}
        self.names = {page.pk: str(page.short_title) for page in self.by_path.values()}

    def number_of(self, spot: Spot) -> int | None:
        """Return the project a page lies in, or that news are about."""
        return self.above(spot.path) or self.above(spot.subject)

    def above(self, path: str) -> int | None:
        step = ProjectPage.steplen
        for end in range(len(path), 0, -step):
            if page := self.by_path.get(path[:end]):
                number: int = page.pk
                return number
        return None


def projects_of(language: str) -> Projects:
    pages = ProjectPage.objects.filter(locale__language_code=language, live=True)
    hidden = hidden_paths()
    return Projects(
        mark_texts(page)
        for page in pages.defer_streamfields()
        if not is_below(page.path, hidden)
    )


def period_of(spot: Spot, now: datetime) -> Period | None:
    if spot.over_at is None:
        return None
    return Period.UPCOMING if spot.over_at >= now else Period.PAST


def year_of(spot: Spot) -> int | None:
    return spot.date.year if spot.date else None


class Filters:
    def __init__(self, question: Question, projects: Projects, now: datetime) -> None:
        self.question = question
        self.tests: dict[str, Callable[[Spot], bool]] = {}
        if question.project:
            self.tests["project"] = lambda spot: (
                projects.number_of(spot) == question.project
            )
        if question.year:
            self.tests["year"] = lambda spot: year_of(spot) == question.year
        if question.period:
            self.tests["period"] = lambda spot: period_of(spot, now) == question.period

    def spots(self, one: Seen, but: str = "") -> list[Spot]:
        tests = [test for name, test in self.tests.items() if name != but]
        if not tests:
            return one.spots
        return [spot for spot in one.spots if all(test(spot) for test in tests)]

    def is_of_kind(self, one: Seen) -> bool:
        return not self.question.kind or one.kind == self.question.kind

    def passed(self, seen: Iterable[Seen]) -> list[Seen]:
        narrowed = ((one, self.spots(one)) for one in seen if self.is_of_kind(one))
        return [
            one if spots is one.spots else replace(one, spots=spots)
            for one, spots in narrowed
            if spots
        ]

    def kinds(self, seen: Iterable[Seen]) -> Counter[str]:
        return Counter(one.kind for one in seen if self.spots(one))

    def counted(
        self, seen: Iterable[Seen], name: str, value_of: Callable[[Spot], object]
    ) -> Counter[object]:
        """Count the entries for each value that a filter could have."""
        counter: Counter[object] = Counter()
        for one in seen:
            if not self.is_of_kind(one):
                continue
            spots = self.spots(one, but=name)
            if len(spots) == 1:  # as most have, and there may be thousands
                counter[value_of(spots[0])] += 1
            else:
                counter.update({value_of(spot) for spot in spots})
        counter.pop(None, None)
        return counter


def kind_choices(counter: Counter[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(kind.value, str(kind.label), counter[kind.value])
        for kind in Kind
        if counter[kind.value]
    )


def project_choices(counter: Counter[object], projects: Projects) -> tuple[Choice, ...]:
    found = [
        Choice(str(pk), projects.names[pk], number)
        for pk, number in counter.items()
        if isinstance(pk, int)
    ]
    return tuple(sorted(found, key=lambda choice: choice.label.casefold()))


def year_choices(counter: Counter[object]) -> tuple[Choice, ...]:
    years = sorted((str(year) for year in counter), reverse=True)
    return tuple(Choice(year, year, counter[int(year)]) for year in years)
