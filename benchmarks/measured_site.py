"""A site of one size, and what can be measured on it."""

import cProfile
import io
import pstats

from django.core.wsgi import get_wsgi_application

from benchmarks.content.site import build_site
from benchmarks.progress import Progress
from benchmarks.requests import BODY, Answer, bare_django, empty_caches, fetch, queries
from benchmarks.subjects import Counted, Subject

__all__ = ["MeasuredSite", "WrongPageError"]

SECONDS_OF_A_LONG_REQUEST = 0.4
"""Of these, one per round is enough."""
PROFILED_REQUESTS = 20


class WrongPageError(Exception):
    """What was answered is not the page that shall be measured."""


class MeasuredSite:
    def __init__(self, size: int) -> None:
        built = build_site(size, Progress(f"{size:,} workshops"))
        self.subjects: dict[str, Subject] = {found.label: found for found in built}
        self.site = get_wsgi_application()
        self.floor = bare_django()

    def count(self, label: str) -> Counted:
        """Return the statements of a page with empty caches and with filled ones."""
        first, cold, warm = {}, {}, {}
        for code in self.subjects[label].addresses:
            self.ask(label, code)  # compiles templates, draws pictures
            empty_caches(new_process=True)
            first[code] = self.statements(label, code)
            empty_caches(new_process=False)
            cold[code] = self.statements(label, code)
            warm[code] = self.statements(label, code)
        return Counted(first, cold, warm, len(self.ask(label, "de").body))

    def time(self, label: str, requests: int) -> tuple[list[float], list[float]]:
        """Return milliseconds of requests for a page and for the floor, in turns."""
        page, floor = [], []
        for _ in range(requests):
            answer = self.ask(label, "de")
            bare = fetch(self.floor, "/", **{BODY: answer.body})
            page.append(answer.seconds * 1000)
            floor.append(bare.seconds * 1000)
            if answer.seconds > SECONDS_OF_A_LONG_REQUEST:
                break
        return page, floor

    def profile(self, label: str, order: str, lines: int) -> str:
        """Return where Python spends its time on a page, as the table of cProfile."""
        self.ask(label, "de")
        profiler = cProfile.Profile()
        for _ in range(PROFILED_REQUESTS):
            profiler.runcall(self.ask, label, "de")
        text = io.StringIO()
        pstats.Stats(profiler, stream=text).sort_stats(order).print_stats(lines)
        return f"{PROFILED_REQUESTS} requests\n{text.getvalue()}"

    def statements(self, label: str, code: str) -> list[str]:
        with queries() as statements:
            self.ask(label, code)
        return statements

    def ask(self, label: str, code: str) -> Answer:
        """Fetch a page; raises WrongPageError if it is not the one that was meant."""
        subject = self.subjects[label]
        answer = fetch(self.site, subject.addresses[code])
        expected = subject.marker.encode()
        if answer.status != subject.status or expected not in answer.body:
            has = "with" if expected in answer.body else "without"
            raise WrongPageError(
                f"{subject.addresses[code]} answered {answer.status}, "
                f"{has} {subject.marker!r}"
            )
        return answer
