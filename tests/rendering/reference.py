"""A workshop that has every fact of the reference page, and those facts in order."""

from datetime import date, datetime

from pages.models import ChangeNote, PageContact, PlannedWorkshop, ProjectFunding
from tests import factories


def talk(title, name, institution):
    person = {"type": "person", "value": {"name": name, "institution": institution}}
    return {"type": "contribution", "value": {"title": title, "people": [person]}}


def session(start, title, *people, **values):
    named = [
        {"type": "person", "value": {"name": name, "institution": institution}}
        for name, institution in people
    ]
    value = {"start": start, "title": title, "people": named, **values}
    return {"type": "session", "value": value}


def full_workshop(series):
    """A workshop that has every fact of the reference page."""
    grant = factories.funding("City", notice="Funded by the city fund.")
    ProjectFunding.objects.create(
        page=series.get_parent().specific, funding=grant, locale=series.locale
    )
    PlannedWorkshop.objects.create(
        page=series, number=4, title="Carrying on", locale=series.locale
    )
    factories.workshop(series, "Workshop 1: Listening", number=1)
    workshop = factories.workshop(
        series,
        "Workshop 2: Designing",
        number=2,
        venue=factories.venue("Institute", street="Lime Lane 22", city="Lindenau"),
        lead="Become part of it.",
        intro="<p>Building on the first one.</p>",
        report=[{"type": "text", "value": "<p>Forty people came.</p>"}],
        flyer=factories.document("Flyer"),
        agenda=[
            session("11:00", "Welcome", ("Ada Roth", "Institute")),
            session(
                "11:30",
                "Talks",
                contributions=[talk("From Dortmund", "Bo Lind", "City")],
            ),
            {"type": "break", "value": {"start": "12:45", "title": "Lunch"}},
        ],
        information="<p>Bring nothing.</p>",
        registration_url="https://register.example/",
        original_published_on=date(2031, 1, 7),
        content_updated_at=datetime(2031, 2, 3, tzinfo=factories.BERLIN),
    )
    contact = factories.contact("Mona Roth", email="mona@lab.example")
    here = {"page": workshop, "locale": workshop.locale}
    PageContact.objects.create(contact=contact, **here)
    ChangeNote.objects.create(text="New room", date=date(2031, 2, 2), **here)
    return workshop


FACTS = [
    "Published on 7 January 2031",
    "Four workshops: workshop 2 of 4",
    "Workshop 2: Designing",
    "Thursday, 6 March 2031, 11:00 am to 4:00 pm",
    "Institute",
    "Lime Lane 22, Lindenau",
    "Become part of it.",
    "Building on the first one.",
    "Neighbours try things out.",
    "Programme",
    "Flyer (TXT, 1 kB)",
    "11:00 am",
    "Welcome",
    "Ada Roth, Institute",
    "11:30 am",
    "From Dortmund, Bo Lind, City",
    "12:45 pm",
    "Lunch",
    "Information",
    "Bring nothing.",
    "Workshop 1: Listening",
    "4. Carrying on",
    "Register for this workshop",
    "Contact",
    "Mona Roth",
    "mona@lab.example",
    "2 February 2031: New room",
    "Updated on 3 February 2031",
    "Funded by the city fund.",
]
