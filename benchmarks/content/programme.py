"""Projects, series and workshops."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from wagtail.models import Page

from benchmarks.content.agenda import ENTRIES_PER_DAY
from benchmarks.content.attachments import (
    attach_to_projects,
    attach_to_series,
    attach_to_workshops,
)
from benchmarks.content.directory import Directory
from benchmarks.content.forest import Forest, Pair
from benchmarks.content.moment import NOW
from benchmarks.content.streams import ORDINARY_ENTRIES, Streams
from benchmarks.content.words import paragraphs, sentence
from pages.models import ProjectPage, SeriesPage, WorkshopPage

__all__ = ["ORDINARY", "Load", "Workshops"]


@dataclass(frozen=True, slots=True)
class Load:
    """How much a workshop's page holds."""

    entries: int
    attached: int
    """Contacts, documents and change notes, so many of each."""
    pictures: int


ORDINARY = Load(entries=ORDINARY_ENTRIES, attached=2, pictures=3)


class Workshops:
    """Plants projects, series and workshops, and afterwards what hangs on them."""

    def __init__(self, forest: Forest, directory: Directory, streams: Streams) -> None:
        self.forest = forest
        self.streams = streams
        self.directory = directory
        self.projects: list[Pair] = []
        self.series: list[Pair] = []
        self.workshops: list[tuple[Pair, int]] = []

    def add_project(self, home: Pair, title: str) -> Pair:
        number = len(self.projects)

        def facts(code: str) -> dict[str, Any]:
            return {
                "title": title,
                "acronym": f"P{number}",
                "lead": paragraphs(code, number, 1)[0],
                "aims": self.streams.text(code, number),
                "starts_on": (NOW - timedelta(days=900)).date(),
                "ends_on": (NOW + timedelta(days=900)).date(),
                "body": self.streams.body(code, number),
            }

        project = self.plant(ProjectPage, home, f"projekt-{number}", facts)
        self.projects.append(project)
        return project

    def add_series(self, project: Pair, title: str) -> Pair:
        number = len(self.series)

        def facts(code: str) -> dict[str, Any]:
            return {
                "title": title,
                "lead": sentence(code, number),
                "body": self.streams.body(code, number),
            }

        series = self.plant(SeriesPage, project, f"reihe-{number}", facts)
        self.series.append(series)
        return series

    def add_workshop(
        self, parent: Pair, title: str, load: Load = ORDINARY, *, past: bool = True
    ) -> Pair:
        number = len(self.workshops)
        starts_at = NOW + timedelta(days=(-1 if past else 1) * (20 + number % 800))
        lasts = timedelta(days=load.entries // ENTRIES_PER_DAY, hours=6)

        def facts(code: str) -> dict[str, Any]:
            return {
                "title": title,
                "number": parent[code].numchild + 1,
                "starts_at": starts_at,
                "ends_at": starts_at + lasts,
                "venue": self.directory.venues[code][number % 20],
                "registration_email": "anmeldung@example.org",
                "lead": sentence(code, number),
                "intro": self.streams.text(code, number),
                "information": self.streams.text(code, number + 1),
                "flyer": self.directory.documents[code][number % 60],
                "agenda": self.streams.agenda(code, load.entries),
                "report": self.streams.report(code, load.pictures),
            }

        workshop = self.plant(WorkshopPage, parent, f"werkstatt-{number}", facts)
        self.workshops.append((workshop, load.attached))
        return workshop

    def attach(self) -> None:
        """Add what refers to stored pages."""
        attach_to_projects(self.projects, self.directory)
        attach_to_series(self.series)
        attach_to_workshops(self.workshops, self.directory)

    def plant(self, kind: type[Page], parents: Pair, slug: str, facts: Any) -> Pair:
        published = NOW - timedelta(days=40)
        return self.forest.plant(kind, parents, slug, published, facts)
