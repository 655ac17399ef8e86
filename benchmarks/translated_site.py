"""A site whose pages are translated, one by one and a whole subtree."""

import time
from dataclasses import dataclass
from types import TracebackType

from django.db import connections
from wagtail.models import Locale, Page

from benchmarks.content.translated import Workshops, make_home
from benchmarks.progress import Progress
from benchmarks.requests import queries
from benchmarks.translating import Measured, Measurements
from pages.models import ProjectPage
from pages.translation.subtree import translate_subtree

__all__ = ["Subtree", "TranslatedSite"]

ROUNDS = 9
FEWEST_ROUNDS = 3
SECONDS_OF_ROUNDS = 120
"""After these no further round begins; there are three at least."""


@dataclass(frozen=True, slots=True)
class Subtree:
    """What it took to begin all pages below one."""

    what: str
    pages: int
    queries: int
    seconds: float


class TranslatedSite:
    def __init__(self, strings: int, progress: Progress) -> None:
        Locale.objects.get_or_create(language_code="en")
        self.progress = progress
        self.strings = strings
        self.home = make_home()

    def __enter__(self) -> "TranslatedSite":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        connections.close_all()

    def measure_pages(self) -> list[Measured]:
        measurements = Measurements(Workshops(self.home, self.strings))
        measurements.round(0)
        # That compiled, and asked for every content type.
        measurements.forget()
        began = time.monotonic()
        for number in range(1, ROUNDS + 1):
            elapsed = time.monotonic() - began
            if number > FEWEST_ROUNDS and elapsed > SECONDS_OF_ROUNDS:
                break
            measurements.round(number * 10)
            self.progress.count("rounds", number, ROUNDS)
        return list(measurements.measured.values())

    def measure_subtree(self, pages: int) -> list[Subtree]:
        """Return how long it takes, and how long to find that nothing is missing."""
        new = ProjectPage(title="Projekt", locale=self.home.locale)
        project = self.home.add_child(instance=new)
        workshops = Workshops(project, self.strings)
        for number in range(2, pages + 1):
            workshops.add()
            self.progress.count("pages made", number, pages)
        return [
            self.run("all missing", project, pages),
            self.run("all there", project, pages),
        ]

    def run(self, what: str, page: Page, pages: int) -> Subtree:
        self.progress.say(f"beginning {pages} pages, {what}")
        began = time.perf_counter()
        with queries() as statements:
            report = translate_subtree(page, "en")
        seconds = time.perf_counter() - began
        if report.failures:
            raise SystemExit(f"A page was not begun: {report.failures[0]}")
        return Subtree(what, pages, len(statements), seconds)

    def problems(self) -> list[object]:
        return [found for found in Page.find_problems() if found]
