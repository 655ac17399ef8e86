"""A series of workshops as an EventSeries, a project as what kind it is."""

from pages.models import ProjectPage, SeriesPage
from pages.structured.event import brief_event, fundings_of, type_of_project
from pages.structured.parts import Node, Surroundings, node, organisation

__all__ = ["event_series", "project"]


def event_series(series: SeriesPage, site: Surroundings) -> Node:
    """Return a series with its workshops that have a page."""
    pages = [entry.page for entry in series.entries if entry.page]
    starts = sorted(page.local_start for page in pages if page.local_start)
    ends = sorted(page.local_end for page in pages if page.local_end)
    return node(
        "EventSeries",
        id=f"{series.full_url}#series",
        name=series.title,
        url=series.full_url,
        description=series.lead,
        inLanguage=site.language,
        image=site.image,
        startDate=starts[0].date().isoformat() if starts else None,
        endDate=ends[-1].date().isoformat() if ends else None,
        organizer=site.reference,
        funding=fundings_of(series),
        subEvent=[brief_event(page) for page in pages],
    )


def project(page: ProjectPage, site: Surroundings) -> Node:
    """Return a project; one of research only where its editors say that it is."""
    return node(
        type_of_project(page),
        id=f"{page.full_url}#project",
        name=page.title,
        alternateName=page.acronym,
        url=page.full_url,
        description=page.lead,
        image=site.image,
        foundingDate=page.starts_on and page.starts_on.isoformat(),
        dissolutionDate=page.ends_on and page.ends_on.isoformat(),
        member=[organisation(link.organisation) for link in page.organisations],
        funding=fundings_of(page),
    )
