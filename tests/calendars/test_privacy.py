"""Calendars tell what everybody may read, and of the rest only that it is off."""

from datetime import timedelta

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from pages.models import CalendarState
from tests import factories
from tests.calendars.reading import Read, read, summaries
from tests.calendars.scenario import (
    AUTUMN,
    EVERYTHING,
    LATER,
    address,
    addresses,
    key,
    programme_address,
)
from tests.translation.translating import edit, english_of


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("at", ["workshop", "project"])
def test_private_workshop_is_in_no_calendar(scenario, get, at):
    hide(getattr(scenario, at))

    own = [addresses(scenario)[name] for name in ("workshop", "programme")]

    assert [get(path).status_code for path in own] == [404, 404]
    assert "Ankommen" not in get(EVERYTHING["de"]).content.decode()


@pytest.mark.parametrize("name", ["series", "project"])
def test_feed_of_a_private_page_is_not_found(scenario, get, name):
    hide(getattr(scenario, name))

    assert get(addresses(scenario)[name]).status_code == 404


def test_feed_of_a_private_site_is_not_found(scenario, get):
    hide(scenario.home)

    assert get(EVERYTHING["de"]).status_code == 404


@pytest.mark.parametrize("language", ["de", "en"])
def test_draft_is_in_no_calendar(scenario, get, language):
    draft = factories.workshop(scenario.series, "Entwurf", live=False)

    assert get(address(draft)).status_code == 404
    assert "Entwurf" not in get(EVERYTHING[language]).content.decode()


@pytest.mark.parametrize("act", ["unpublish", "delete", "hide"])
def test_workshop_that_is_gone_leaves_its_time_and_nothing_else(
    scenario, get, commit, act
):
    with time_machine.travel(LATER, tick=False):
        with commit():
            if act == "hide":
                hide(scenario.workshop)
            for page in (scenario.workshop, english_of(scenario.workshop)):
                page.unpublish() if act == "unpublish" else None
                page.delete() if act == "delete" else None
        response = get(address(scenario.series))

    *_others, gone = read(response.content)
    moment = gone.stamp
    assert gone == Read(
        uid=str(key(4)),
        starts_at=AUTUMN.astimezone(gone.starts_at.tzinfo),
        ends_at=(AUTUMN + timedelta(hours=3)).astimezone(gone.starts_at.tzinfo),
        stamp=moment,
        modified=None,
        sequence=1,
        status="CANCELLED",
    )
    content = response.content.decode()
    for word in ("Ankommen", "kennen", "Rathaus", "werkstatt-1", "Wallner", "GEO"):
        assert word not in content


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize("act", ["cancel", "remove"])
def test_what_is_off_leaves_the_feed_after_90_days(scenario, get, commit, act, is_kept):
    path = address(scenario.series)
    with time_machine.travel(LATER, tick=False) as clock:
        with commit():
            if act == "cancel":
                edit(scenario.workshop, status="cancelled")
            else:
                scenario.workshop.unpublish()
                english_of(scenario.workshop).unpublish()
        clock.shift(timedelta(minutes=1))
        first = get(path)
        clock.shift(timedelta(days=89 if is_kept else 90))
        second = get(path, if_modified_since=first["Last-Modified"])

    assert (second.status_code == 304) == is_kept
    if not is_kept:
        assert summaries(second) == ["Werkstatt 2: Weitergehen"]


def test_workshop_only_hidden_in_english_is_cancelled_nowhere(scenario, get, commit):
    with commit():
        english_of(scenario.workshop).unpublish()

    assert summaries(get(address(scenario.series, "en"))) == ["Workshop 2: Moving on"]
    assert "CANCELLED" not in get(address(scenario.series)).content.decode()


def test_workshop_that_was_never_english_leaves_nothing_there(scenario, get, commit):
    with commit():
        german = factories.workshop(scenario.series, "Nur auf Deutsch")
        german.save_revision().publish()
    with commit():
        german.unpublish()

    assert len(read(get(address(scenario.series)).content)) == 3
    assert len(read(get(address(scenario.series, "en")).content)) == 2


def test_entry_taken_out_of_the_programme_stays_cancelled(scenario, get, commit):
    agenda = scenario.workshop.agenda.get_prep_value()[1:]
    block = scenario.workshop.agenda.stream_block

    with commit():
        edit(scenario.workshop, agenda=block.to_python(agenda))

    events = read(get(programme_address(scenario.workshop)).content)
    assert [(e.summary, e.status) for e in events] == [
        ("Pause", "CONFIRMED"),
        ("Parallele Gruppen", "CONFIRMED"),
        ("", "CANCELLED"),
    ]


@pytest.mark.parametrize("at", ["series", "project"])
def test_nothing_below_an_unpublished_page_is_in_a_calendar(scenario, get, commit, at):
    before = read(get(EVERYTHING["de"]).content)

    with commit():
        getattr(scenario, at).unpublish()
    off = read(get(EVERYTHING["de"]).content)
    with commit():
        getattr(scenario, at).save_revision().publish()
    again = read(get(EVERYTHING["de"]).content)

    assert get(address(scenario.workshop)).status_code == 200
    assert [event.status for event in before] == ["CONFIRMED", "CONFIRMED"]
    assert [event.status for event in off] == ["CANCELLED", "CANCELLED"]
    assert [event.status for event in again] == ["CONFIRMED", "CONFIRMED"]
    assert [event.sequence for event in again] == [2, 2]


def test_there_is_no_english_calendar_without_an_english_home_page(
    scenario, get, commit
):
    with commit():
        english_of(scenario.home).unpublish()

    for path in addresses(scenario, "en").values():
        assert get(path).status_code == 404


def test_workshop_that_was_published_before_its_project_is_told_with_it(
    scenario, get, commit
):
    with commit():
        project = factories.project(scenario.home, "Neu", live=False)
        factories.workshop(project, "Vorher").save_revision().publish()
    before = summaries(get(EVERYTHING["de"]))
    with commit():
        project.save_revision().publish()

    assert [
        title for title in summaries(get(EVERYTHING["de"])) if title not in before
    ] == ["Vorher"]
    assert CalendarState.objects.filter(project=project.translation_key).count() == 1
