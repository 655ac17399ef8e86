"""A workshop as an Event, whole or as one of several."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from pages.models import ProjectPage, WorkshopPage
from pages.structured.parts import Node, Surroundings, grant, node, organisation, place
from pages.structured.programme import early, moderators, moment, performers, sessions

__all__ = ["brief_event", "event", "events_before", "type_of_project"]

SCHEMA = "https://schema.org/"
Status, Attendance = WorkshopPage.Status, WorkshopPage.Attendance
STATUSES = {
    Status.PLANNED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.RESCHEDULED: "EventRescheduled",
    Status.MOVED_ONLINE: "EventMovedOnline",
}


def event(
    workshop: WorkshopPage, site: Surroundings, former: Iterable[datetime] = ()
) -> Node:
    """Return a workshop with its programme.

    ``former`` are the moments at which it was to begin before it was postponed.
    """
    venue = workshop.venue if workshop.is_on_site else None
    url = workshop.full_url or ""
    return {
        **brief_event(workshop),
        **node(
            "Event",
            id=f"{url}#event",
            description=workshop.lead,
            inLanguage=site.language,
            image=site.image,
            previousStartDate=former_dates(former, workshop),
            organizer=organizers(workshop, site),
            performer=performers(workshop.programme),
            contributor=moderators(workshop.programme),
            maximumAttendeeCapacity=workshop.places,
            superEvent=series_of(workshop),
            about=project_of(workshop),
            funding=fundings_of(workshop),
            subEvent=sessions(workshop.programme, venue, workshop.local_start),
        ),
    }


def events_before(workshop: WorkshopPage) -> list[Node]:
    """Return what of a programme happens before the workshop begins, each by itself."""
    venue = workshop.venue if workshop.is_on_site else None
    about = {"@id": f"{workshop.full_url}#event"}
    nodes = early(workshop.programme, venue, workshop.local_start)
    return [{**one, "about": about} for one in nodes]


def brief_event(workshop: WorkshopPage) -> Node:
    """Return what lists say of a workshop."""
    return node(
        "Event",
        name=workshop.title,
        url=workshop.full_url,
        startDate=moment(workshop.local_start),
        endDate=moment(workshop.local_end),
        eventStatus=SCHEMA + STATUSES[Status(workshop.status)],
        eventAttendanceMode=SCHEMA + attendance(workshop),
        location=locations(workshop),
    )


def attendance(workshop: WorkshopPage) -> str:
    if not workshop.is_online:
        return "OfflineEventAttendanceMode"
    if not workshop.is_on_site:
        return "OnlineEventAttendanceMode"
    return "MixedEventAttendanceMode"


def locations(workshop: WorkshopPage) -> list[Node]:
    """Return where it takes place: in a house, online (at least its page is), both."""
    found = []
    if workshop.is_on_site and workshop.venue:
        found.append(place(workshop.venue))
    if workshop.is_online:
        # As on the page: nobody shall dial in to what does not take place.
        url = workshop.online_url if workshop.takes_place else ""
        url = url or workshop.full_url or ""
        found.append(node("VirtualLocation", name=gettext("Online"), url=url))
    return found


def former_dates(moments: Iterable[datetime], workshop: WorkshopPage) -> list[str]:
    """Return moments on the clocks of the workshop, each once."""
    return [
        each.astimezone(workshop.zone).isoformat() for each in dict.fromkeys(moments)
    ]


def organizers(workshop: WorkshopPage, site: Surroundings) -> list[Node]:
    """Return the organisations of the contacts, else whoever publishes the site."""
    found = [contact.organisation for contact in workshop.contacts]
    named = [organisation(each) for each in dict.fromkeys(filter(None, found))]
    return named or [site.reference]


def series_of(workshop: WorkshopPage) -> Node | None:
    series = workshop.series
    return (
        node("EventSeries", name=series.title, url=series.full_url) if series else None
    )


def project_of(workshop: WorkshopPage) -> Node | None:
    project = workshop.project
    if project is None:
        return None
    return node(type_of_project(project), name=project.title, url=project.full_url)


def type_of_project(project: Any) -> str:
    is_research = project.kind == ProjectPage.Kind.RESEARCH
    return "ResearchProject" if is_research else "Project"


def fundings_of(page: Any) -> list[Node]:
    return [grant(funding) for funding in page.project.fundings] if page.project else []
