"""What was measured, as a table, as JSON, and the verdict on it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import chain
from statistics import median
from typing import Any

__all__ = ["MOST_QUERIES", "Measurement", "complaints", "markdown", "table"]

MOST_QUERIES = 25


@dataclass(slots=True)
class Measurement:
    """One page on a site of one size."""

    page: str
    family: str
    size: int
    bytes: int
    first: dict[str, int]
    """Queries by language in the first request of a process."""
    cold: dict[str, int]
    """The same with empty caches in a process that knows the content types."""
    warm: dict[str, int]
    page_ms: list[list[float]] = field(default_factory=list)
    """One list per round. Sizes, and page and floor, are asked in turns in a round."""
    floor_ms: list[list[float]] = field(default_factory=list)
    growth: float = 1.0
    """Time as a multiple of the smallest site's."""

    def add(self, page_ms: list[float], floor_ms: list[float]) -> None:
        self.page_ms.append(page_ms)
        self.floor_ms.append(floor_ms)

    def compare(self, smallest: "Measurement") -> None:
        self.growth = ratio(self.page_ms, smallest.page_ms)

    @property
    def ms(self) -> float:
        return median(chain.from_iterable(self.page_ms))

    @property
    def to_floor(self) -> float:
        return ratio(self.page_ms, self.floor_ms)

    @property
    def most_queries(self) -> int:
        return max(*self.cold.values(), *self.warm.values())

    def as_dict(self) -> dict[str, Any]:
        derived = {"ms": self.ms, "to_floor": self.to_floor}
        return asdict(self) | derived


def ratio(rounds: list[list[float]], base: list[list[float]]) -> float:
    """Return the median of the rounds' ratios.

    Of each round the fastest request counts: other processes only ever slow one down.
    """
    pairs = zip(rounds, base, strict=True)
    return median(min(own) / min(other) for own, other in pairs)


def table(measurements: list[Measurement]) -> str:
    """Return a Markdown table, one row per page and size."""
    head = (
        "page", "workshops", "queries", "empty caches", "first of a process",
        "ms", "to smallest", "to floor", "kB",
    )  # fmt: skip
    return markdown([head, *map(cells, measurements)])


def markdown(rows: list[tuple[str, ...]]) -> str:
    """Return rows as a Markdown table, aligned for those who read it as text."""
    head = rows[0]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["| " + " | ".join(align(row, widths)) + " |" for row in rows]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (w - 1) + ":" for w in widths[1:])]
    lines.insert(1, "| " + " | ".join(rule) + " |")
    return "\n".join(lines)


def cells(found: Measurement) -> tuple[str, ...]:
    return (
        found.page,
        f"{found.size:,}",
        languages(found.warm),
        languages(found.cold),
        languages(found.first),
        f"{found.ms:.1f}",
        f"{found.growth:.2f}",
        f"{found.to_floor:.0f}",
        f"{found.bytes / 1000:.0f}",
    )


def languages(counts: dict[str, int]) -> str:
    """Return one number; one for each language where they differ."""
    distinct = dict.fromkeys(counts.values())
    return "/".join(map(str, distinct if len(distinct) == 1 else counts.values()))


def align(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    yield row[0].ljust(widths[0])
    yield from (
        cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)
    )


def complaints(measurements: list[Measurement]) -> Iterator[str]:
    """Yield a sentence for each page that asks too much, or more on a larger site."""
    for page, same in grouped(measurements, "page").items():
        most = max(found.most_queries for found in same)
        if most > MOST_QUERIES:
            yield f"{page}: {most} queries, of {MOST_QUERIES} that are allowed."
        if differ(same):
            yield f"{page}: {listed(same, 'size')}. The site's size must not matter."
    for family, same in grouped(measurements, "family").items():
        smallest = [found for found in same if found.size == same[0].size]
        if family and differ(smallest):
            told = listed(smallest, "page")
            yield f"Pages of type {family}: {told}. What they hold must not matter."


def grouped(found: list[Measurement], name: str) -> dict[str, list[Measurement]]:
    groups: dict[str, list[Measurement]] = {}
    for measurement in found:
        groups.setdefault(getattr(measurement, name), []).append(measurement)
    return groups


def differ(found: list[Measurement]) -> bool:
    return len({(str(one.first), str(one.cold), str(one.warm)) for one in found}) > 1


def listed(found: list[Measurement], name: str) -> str:
    return ", ".join(
        f"{languages(one.warm)} queries (with empty caches {languages(one.cold)}, at "
        f"first {languages(one.first)}) at {getattr(one, name)}"
        for one in found
    )
