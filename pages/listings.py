"""What a project gathers by itself: its series, workshops and news.

Each function asks a constant number of queries, whatever the number of pages.
"""

from dataclasses import dataclass

from django.db.models import Q

from pages.models import NewsPage, ProjectPage, SeriesPage, WorkshopPage

__all__ = ["WorkshopLists", "news_of", "series_of", "workshops_of"]


@dataclass(frozen=True, slots=True)
class WorkshopLists:
    """Workshops that are still to come, soonest first, and past ones, latest first."""

    upcoming: list[WorkshopPage]
    past: list[WorkshopPage]


def series_of(project: ProjectPage) -> list[SeriesPage]:
    """Return the public series of a project in the order of the page tree."""
    series = SeriesPage.objects.descendant_of(project).live().public()
    return list(series.defer_streamfields())


def workshops_of(project: ProjectPage) -> WorkshopLists:
    """Return the public workshops of a project, those in its series included."""
    workshops = list(WorkshopPage.objects.descendant_of(project).listed())
    past = [workshop for workshop in workshops if workshop.is_past]
    upcoming = [workshop for workshop in workshops if not workshop.is_past]
    return WorkshopLists(upcoming, past[::-1])


def news_of(project: ProjectPage) -> list[NewsPage]:
    """Return the public news below a project, or about it or a page below it."""
    below = Q(path__startswith=project.path)
    about = Q(about__path__startswith=project.path)
    return list(NewsPage.objects.filter(below | about).listed())
