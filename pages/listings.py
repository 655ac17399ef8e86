"""What a project gathers by itself: its series, workshops and news."""

from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from cms.visibility import public
from pages.models import NewsPage, ProjectPage, SeriesPage, WorkshopPage

__all__ = ["Gathered", "gather"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Public pages of a project, ready to be shown in lists.

    Workshops to come are ordered soonest first, past ones and news latest first.
    """

    series: list[SeriesPage]
    upcoming: list[WorkshopPage]
    past: list[WorkshopPage]
    news: list[NewsPage]


def gather(project: ProjectPage) -> Gathered:
    """Return what lies below a project, and the news about it, in three queries.

    Workshops of a series below it are among its workshops. News belong to it that lie
    below it, or that are about it or about a page below it.
    """
    below = Q(path__startswith=project.path)
    # A translated news may still point to the original of its subject.
    subjects = Page.objects.filter(below).order_by().values("translation_key")
    about = Q(about__translation_key__in=subjects, locale=project.locale_id)
    series = public(SeriesPage.objects.filter(below), within=project)
    workshops = WorkshopPage.objects.filter(below).listed(within=project)
    news = NewsPage.objects.filter(below | about).listed(within=project)
    in_order = list(workshops)
    return Gathered(
        series=list(series.defer_streamfields().order_by("path")),
        upcoming=[workshop for workshop in in_order if not workshop.is_past],
        past=[workshop for workshop in reversed(in_order) if workshop.is_past],
        news=list(news),
    )
