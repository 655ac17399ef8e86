"""The next workshops, and what is odd in their programmes."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from pages.dashboard.panels import ProgrammesPanel, WorkshopsPanel
from pages.dashboard.workshops import MOST_READ, odd_programmes, own_workshops
from tests import factories

pytestmark = pytest.mark.django_db

OVERLAP = [
    ("session", {"start": "11:00", "end": "12:00", "title": "Begrüßung"}),
    ("session", {"start": "11:30", "end": "12:30", "title": "Vortrag"}),
]


def in_days(days, **values):
    return {"starts_at": timezone.now() + timedelta(days=days), **values}


def titles(user):
    return [workshop.title for workshop in own_workshops(user)]


def test_next_workshops_are_public_and_to_come(cast, home):
    factories.workshop(home, "In zwei Wochen", **in_days(14))
    factories.workshop(home, "Morgen", **in_days(1))
    factories.workshop(home, "Vorbei", **in_days(-9))
    factories.workshop(home, "Entwurf", live=False, **in_days(2))

    assert titles(cast.editor) == ["Morgen", "In zwei Wochen"]


def test_each_sees_the_workshops_they_may_edit_in_their_language(cast, home):
    workshop = factories.workshop(home, "Werkstatt", **in_days(1))
    factories.translated(workshop, title="Workshop")

    seen = {
        name: titles(getattr(cast, name))
        for name in ("editor", "moderator", "administrator", "translator", "stranger")
    }

    assert seen == {
        "editor": ["Werkstatt"],
        "moderator": ["Werkstatt"],
        "administrator": ["Werkstatt"],
        "translator": ["Workshop"],
        "stranger": [],
    }


def test_panel_says_when_where_and_in_which_state(cast, home, show):
    moment = timezone.now().astimezone(ZoneInfo("Europe/Berlin")) + timedelta(days=400)
    start = moment.replace(month=3, day=6, hour=11, minute=0)
    workshop = factories.workshop(
        home,
        "Werkstatt <2>",
        starts_at=start,
        venue=factories.venue("Altes Rathaus"),
        status="postponed",
    )

    with override("de"):
        shown = show(WorkshopsPanel, cast.editor)

    text = " ".join(shown.split())
    assert f"06.03.{start.year} 11:00" in text
    assert "<td>Altes Rathaus</td>" in text
    assert "verschoben" in text
    assert f'href="/admin/pages/{workshop.pk}/edit/">Werkstatt &lt;2&gt;' in text
    assert f'href="{workshop.url}"' in text


def test_panel_without_workshops_is_empty(cast, show):
    assert show(WorkshopsPanel, cast.editor).strip() == ""
    assert show(ProgrammesPanel, cast.editor).strip() == ""


def test_warning_names_entry_and_time_and_leads_to_it(cast, home, show):
    workshop = factories.workshop(home, agenda=OVERLAP)

    [odd] = odd_programmes(cast.editor)
    shown = show(ProgrammesPanel, cast.editor)

    [(sentence, place)] = odd.warnings
    entry = workshop.agenda.raw_data[1]["id"]
    assert "11:30" in sentence
    assert "Vortrag" in sentence
    assert place == f"/admin/pages/{workshop.pk}/edit/#:w:contentpath=agenda.{entry}"
    assert place in shown


def test_programmes_of_the_past_and_without_a_fault_are_not_shown(cast, home):
    factories.workshop(home, "Vorbei", agenda=OVERLAP, **in_days(-9))
    factories.workshop(home, "In Ordnung", agenda=OVERLAP[:1])

    assert odd_programmes(cast.editor) == []


def test_many_warnings_of_one_programme_are_counted(cast, home):
    entries = [
        ("session", {"start": "11:00", "end": "11:00", "title": f"Punkt {number}"})
        for number in range(6)
    ]
    factories.workshop(home, agenda=entries)

    [odd] = odd_programmes(cast.editor)

    assert len(odd.warnings) == 5
    assert odd.more == 1


def test_only_the_next_programmes_are_read(cast, home):
    for number in range(MOST_READ + 3):
        factories.workshop(home, f"Werkstatt {number}", agenda=OVERLAP)

    assert len(odd_programmes(cast.editor)) == MOST_READ


@pytest.mark.parametrize("amount", [1, 12])
def test_panels_ask_as_much_for_any_number_of_workshops(cast, home, show, amount):
    slides = [("document", factories.document())]
    talk = {"start": "11:00", "end": "11:00", "title": "Vortrag", "slides": slides}
    for number in range(amount):
        factories.workshop(
            home,
            f"Werkstatt {number}",
            venue=factories.venue(),
            agenda=[("session", talk), *OVERLAP],
        )
    user = type(cast.editor).objects.get(pk=cast.editor.pk)
    for panel in (WorkshopsPanel, ProgrammesPanel):
        show(panel, user)

    counted = {}
    for panel in (WorkshopsPanel, ProgrammesPanel):
        with CaptureQueriesContext(connection) as asked:
            show(panel, user)
        counted[panel.name] = len(asked)

    assert counted == {"next_workshops": 3, "odd_programmes": 3}
