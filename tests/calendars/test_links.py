"""What pages say about calendars, to people and to programs."""

from datetime import timedelta

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests import factories
from tests.calendars.scenario import AUTUMN, NOW, address
from tests.rendering.reading import Reading
from tests.translation.translating import edit, english_of

WORDS = {
    "de": ("Zum Kalender hinzufügen (ICS-Datei)", "Im Kalenderprogramm abonnieren"),
    "en": ("Add to calendar (ICS file)", "Subscribe in your calendar program"),
}
SENTENCE = "Ein abonnierter Kalender hält sich selbst aktuell"


@pytest.fixture
def at(client):
    """Open a page at a moment: ``at(page, NOW).text``."""

    def at(page, moment=NOW):
        with time_machine.travel(moment, tick=False):
            return Reading(client.get(page.url))

    return at


def in_language(page, language):
    return page if language == "de" else english_of(page)


def alternates(seen):
    found = seen.html.select('head link[type="text/calendar"]')
    return [(link["href"], link["title"]) for link in found]


@pytest.mark.parametrize("language", ["de", "en"])
def test_workshop_offers_itself_and_its_series(scenario, at, language):
    add, subscribe = WORDS[language]

    links = at(in_language(scenario.workshop, language)).links()

    series = address(scenario.series, language)
    assert links[add] == address(scenario.workshop, language)
    assert links[subscribe] == f"webcal://testserver{series}"


@pytest.mark.parametrize("name", ["home", "project", "series"])
def test_overview_offers_a_subscription_and_says_what_it_does(scenario, at, name):
    page = getattr(scenario, name)

    seen = at(page)

    path = address(page)
    assert seen.links()[WORDS["de"][1]] == f"webcal://testserver{path}"
    assert SENTENCE in seen.text
    assert f"http://testserver{path}" in seen.text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["home", "project", "series"])
def test_programs_find_the_calendar_of_a_page(scenario, at, name, language):
    page = in_language(getattr(scenario, name), language)

    found = alternates(at(page))

    path = address(getattr(scenario, name), language)
    assert found == [(f"http://testserver{path}", page.title)]


def test_programs_find_the_calendars_of_a_workshop_and_its_series(scenario, at):
    found = alternates(at(scenario.workshop))

    assert found == [
        (f"http://testserver{address(page)}", page.title)
        for page in (scenario.workshop, scenario.series)
    ]


def test_every_offered_address_is_a_calendar(scenario, at, client):
    links = [
        link["href"].replace("webcal://testserver", "")
        for page in (scenario.workshop, scenario.series, scenario.project)
        for link in at(page).html.select(".calendar a")
    ]

    types = {client.get(link)["Content-Type"] for link in links}

    assert len(links) == 7
    assert types == {"text/calendar; charset=utf-8"}


def test_single_entries_are_offered_without_breaks(scenario, at):
    seen = at(scenario.workshop)

    assert seen.all(".calendar li") == ["15:00 Begrüßung", "16:30 Parallele Gruppen"]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_workshop_that_is_off_offers_nothing_to_add(scenario, at, commit, status):
    with commit():
        edit(scenario.workshop, status=status)

    assert at(scenario.workshop).all(".calendar") == []


def test_past_workshop_offers_nothing_to_add(scenario, at):
    seen = at(scenario.workshop, AUTUMN + timedelta(days=1))

    assert seen.all(".calendar") == []


def test_series_that_is_over_offers_no_subscription(scenario, at):
    after = AUTUMN + timedelta(days=30)

    assert [at(page, after).all(".calendar") for page in scenario.pages[:3]] == [[]] * 3


@pytest.mark.parametrize("name", ["workshop", "project"])
def test_restricted_page_offers_no_calendar_to_its_readers(
    scenario, name, admin_client
):
    page = getattr(scenario, name)
    PageViewRestriction.objects.create(page=scenario.project, restriction_type="login")

    seen = Reading(admin_client.get(page.url))

    assert page.title in seen.text
    assert seen.all(".calendar") == []
    assert alternates(seen) == []


def test_preview_of_a_draft_offers_no_calendar(scenario):
    draft = factories.workshop(scenario.series, "Entwurf", live=False)

    response = draft.make_preview_request()
    response.render()

    assert Reading(response).all(".calendar") == []
