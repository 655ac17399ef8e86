"""The whole site: what is measured, and around it as many pages as asked for.

The measured pages are the same at every size, but for two that hold a share of all
workshops: "the largest project" (30 %) and "the largest series" (10 %).
"""

from itertools import cycle, islice

from django.core.management import call_command
from django.db import connection, transaction
from django.urls import reverse
from django.utils.translation import override

from benchmarks.content.directory import LANGUAGES, Directory, build_directory
from benchmarks.content.forest import Forest, Pair
from benchmarks.content.programme import Load, Workshops
from benchmarks.content.streams import Streams
from benchmarks.content.surroundings import (
    add_news,
    add_overview,
    add_standard,
    close_to_visitors,
    make_home,
    make_menus,
)
from benchmarks.progress import Progress
from benchmarks.subjects import Subject

__all__ = ["build_site"]

PER_PROJECT = 20
LOADS = {
    "workshop, 6 entries": Load(entries=6, attached=1, pictures=3),
    "workshop, 50 entries": Load(entries=50, attached=8, pictures=3),
    "workshop, 300 entries": Load(entries=300, attached=40, pictures=3),
    "workshop, 36 pictures": Load(entries=6, attached=1, pictures=36),
}


class Builder:
    """Builds the site in the order in which its parts refer to each other."""

    def __init__(self, size: int, progress: Progress) -> None:
        self.size = size
        self.progress = progress
        self.directory: Directory = build_directory()
        self.forest = Forest(self.directory.locales, progress)
        self.home = make_home(self.directory)
        self.streams = Streams(self.directory, self.home)
        self.workshops = Workshops(self.forest, self.directory, self.streams)
        self.subjects: dict[str, tuple[Pair, str]] = {"home": (self.home, "")}

    def build(self) -> None:
        for code, page in self.home.items():
            page.body = self.streams.body(code, 0)
            page.save()
        self.plant_programme()
        overview = add_overview(self.forest, self.home, self.streams)
        standard = [
            add_standard(self.forest, self.home, title, self.streams)
            for title in ("Impressum", "Datenschutz", "Barrierefreiheit")
        ]
        inside = add_standard(self.forest, self.home, "Intern", self.streams)
        self.forest.write()
        close_to_visitors(inside)
        self.plant_news(overview)
        self.forest.write()
        self.workshops.attach()
        self.forest.check()
        make_menus(self.directory, [*self.workshops.projects[:2], overview], standard)
        self.subjects["news index"] = (overview, "")
        self.subjects["news index, last"] = (overview, f"?page={self.last_page}")
        self.subjects["standard"] = (standard[0], "")

    @property
    def last_page(self) -> int:
        return -(-self.size // 20)

    def plant_programme(self) -> None:
        project = self.workshops.add_project(self.home, "Gemessenes Projekt")
        series = self.workshops.add_series(project, "Gemessene Reihe")
        self.subjects["project"] = (project, "")
        self.subjects["series"] = (series, "")
        for label, load in LOADS.items():
            workshop = self.workshops.add_workshop(series, label.capitalize(), load)
            self.subjects[label] = (workshop, "")
        ahead = self.workshops.add_workshop(series, "Werkstatt im Mai", past=False)
        self.subjects["workshop to come"] = (ahead, "")
        self.plant_largest()
        self.plant_others()

    def plant_largest(self) -> None:
        project = self.workshops.add_project(self.home, "Das größte Projekt")
        series = self.workshops.add_series(project, "Die längste Reihe")
        self.subjects["project, largest"] = (project, "")
        self.subjects["series, largest"] = (series, "")
        in_series = max(2, self.size // 10)
        in_project = self.size * 3 // 10 - in_series
        first = self.workshops.add_workshop(series, "Werkstatt der längsten Reihe")
        self.subjects["workshop in it"] = (first, "")
        self.plant_many(series, in_series - 1)
        self.plant_many(project, in_project)

    def plant_others(self) -> None:
        """Plant the rest, twenty to a project, half of them in a series."""
        while missing := self.size - len(self.workshops.workshops):
            project = self.workshops.add_project(self.home, "Ein weiteres Projekt")
            series = self.workshops.add_series(project, "Eine weitere Reihe")
            here = min(missing, PER_PROJECT)
            self.plant_many(series, here // 2)
            self.plant_many(project, here - here // 2)

    def plant_many(self, parent: Pair, count: int) -> None:
        for number in range(count):
            past = number % 2 == 0
            self.workshops.add_workshop(parent, f"Treffen {number}", past=past)

    def plant_news(self, overview: Pair) -> None:
        """Plant as many news as there are workshops, each about one or its project."""
        workshops = (workshop for workshop, _count in self.workshops.workshops)
        projects = cycle(self.workshops.projects)
        for number, workshop in enumerate(islice(workshops, self.size)):
            about = workshop if number % 2 else next(projects)
            title = f"Meldung {number}"
            news = add_news(self.forest, overview, title, self.streams, about)
            if number == 0:
                self.subjects["news"] = (news, "")


def build_site(size: int, progress: Progress) -> list[Subject]:
    """Fill the empty database with so many workshops; return what is to be measured."""
    progress.say(f"planting {size:,} workshops and as many news, in two languages")
    with transaction.atomic():
        builder = Builder(size, progress)
        builder.build()
    progress.say("writing the search index")
    call_command("update_index", verbosity=0)
    with connection.cursor() as cursor:
        # As PostgreSQL's autovacuum and a nightly job do on a site that is running.
        cursor.execute("ANALYZE")
    return [*page_subjects(builder), *other_subjects()]


def page_subjects(builder: Builder) -> list[Subject]:
    order = [
        "home", "project", "project, largest", "series", "series, largest",
        *LOADS, "workshop to come", "workshop in it",
        "news index", "news index, last", "news", "standard",
    ]  # fmt: skip
    return [
        Subject(
            label,
            {code: page.get_url() + query for code, page in pair.items()},
            marker=f"<h1>{pair['de'].title}</h1>",
            family="workshop" if label.startswith("workshop") else "",
        )
        for label in order
        for pair, query in [builder.subjects[label]]
    ]


def other_subjects() -> list[Subject]:
    """Return what is no page: a search that finds one, one that finds all, a 404."""
    search = {}
    for code in LANGUAGES:
        with override(code):
            search[code] = reverse("search")
    missing = {"de": "/gibt-es-nicht/", "en": "/en/does-not-exist/"}
    return [
        Subject("search, few hits", with_query(search, "Mai"), "Werkstatt im Mai"),
        Subject("search, many hits", with_query(search, "Treffen"), "Treffen"),
        Subject("404", missing, "<h1>", status=404),
    ]


def with_query(addresses: dict[str, str], word: str) -> dict[str, str]:
    return {code: f"{address}?q={word}" for code, address in addresses.items()}
