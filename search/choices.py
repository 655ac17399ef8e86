"""What results can be narrowed to, and how many each choice would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

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
    left = Filters(question, projects)
    return Narrowed(
        left.passed(seen),
        kinds=kind_choices(left.kinds(seen)),
        projects=project_choices(left.counted(seen, "project"), projects),
        years=year_choices(left.counted(seen, "year")),
        periods=period_choices(left.counted(seen, "period")),
    )


class Projects:
    """The public projects of a language, by their place in the tree."""

    def __init__(self, pages: Iterable[ProjectPage]) -> None:
        self.by_path = {page.path: page for page in pages}
        self.names = {page.pk: str(page.short_title) for page in self.by_path.values()}
        self.lengths = sorted({len(path) for path in self.by_path}, reverse=True)

    def number_of(self, spot: Spot) -> int | None:
        """Return the project a page lies in, or that news are about."""
        return self.above(spot.path) or self.above(spot.subject)

    def above(self, path: str) -> int | None:
        for end in self.lengths:
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


class Filters:
    def __init__(self, question: Question, projects: Projects) -> None:
        self.kind = question.kind
        self.values: dict[str, Callable[[Spot], object]] = {
            "project": projects.number_of,
            "year": lambda spot: spot.date.year if spot.date else None,
            "period": lambda spot: spot.period,
        }
        asked = {name: getattr(question, name) for name in self.values}
        self.asked = {name: value for name, value in asked.items() if value}

    def left(self, seen: Iterable[Seen], but: str = "") -> list[Seen]:
        """Return what the filters but one leave, with the pages they leave."""
        tests = [
            (self.values[name], value)
            for name, value in self.asked.items()
            if name != but
        ]
        if not tests:
            return list(seen)
        narrowed = (
            replace(one, spots=[spot for spot in one.spots if passes(spot, tests)])
            for one in seen
        )
        return [one for one in narrowed if one.spots]

    def of_kind(self, seen: Iterable[Seen]) -> list[Seen]:
        return [one for one in seen if not self.kind or one.kind == self.kind]

    def passed(self, seen: Iterable[Seen]) -> list[Seen]:
        return self.left(self.of_kind(seen))

    def kinds(self, seen: Iterable[Seen]) -> Counter[str]:
        return Counter(one.kind for one in self.left(seen))

    def counted(self, seen: Iterable[Seen], name: str) -> Counter[object]:
        """Count the entries for each value that a filter could have."""
        left = self.left(self.of_kind(seen), but=name)
        pages = {spot.page: spot for one in left for spot in one.spots}
        values = {page: self.values[name](spot) for page, spot in pages.items()}
        # Most have one page, and there may be thousands.
        single = (one.spots[0].page for one in left if len(one.spots) == 1)
        counter = Counter(map(values.__getitem__, single))
        for one in left:
            if len(one.spots) > 1:
                counter.update({values[spot.page] for spot in one.spots})
        counter.pop(None, None)
        return counter


def passes(
    spot: Spot, tests: Iterable[tuple[Callable[[Spot], object], object]]
) -> bool:
    return all(value_of(spot) == value for value_of, value in tests)


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


def period_choices(counter: Counter[object]) -> tuple[Choice, ...]:
    return tuple(
        Choice(period.value, str(period.label), counter[period])
        for period in Period
        if counter[period]
    )


def year_choices(counter: Counter[object]) -> tuple[Choice, ...]:
    years = sorted((str(year) for year in counter), reverse=True)
    return tuple(Choice(year, year, counter[int(year)]) for year in years)
