"""What programs are answered: in which form, whether it is new, what it costs."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.answers import SOON
from cms.last_change import note_change
from pages.models import PageContact, WorkshopPage
from tests import factories
from tests.calendars.reading import read, summaries
from tests.calendars.scenario import (
    AUTUMN,
    EVERYTHING,
    LATER,
    NOW,
    address,
    addresses,
    key,
    programme_address,
)
from tests.translation.translating import edit


def at(moment):
    return datetime.fromisoformat(moment)


QUERIES = {
    "workshop": (5, 1),
    "programme": (5, 1),
    "series": (7, 2),
    "project": (7, 2),
    "everything": (9, 4),
}
"""After a change, and then."""


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", QUERIES)
def test_calendar_is_found_in_each_language(scenario, get, language, name):
    response = get(addresses(scenario, language)[name])

    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Language"] == language
    assert response["Cache-Control"] == f"public, max-age={SOON}"
    assert "Vary" not in response
    assert "Set-Cookie" not in response


@pytest.mark.parametrize("name", QUERIES)
def test_unchanged_calendar_is_not_sent_again(scenario, get, name):
    path = addresses(scenario)[name]
    with time_machine.travel(LATER, tick=False):
        first = get(path)

        by_tag = get(path, if_none_match=first["ETag"])
        by_date = get(path, if_modified_since=first["Last-Modified"])

    assert get(path).content == first.content
    assert (by_tag.status_code, by_date.status_code) == (304, 304)


@pytest.mark.parametrize("name", QUERIES)
def test_changed_calendar_is_sent_again(scenario, get, commit, name):
    path = addresses(scenario)[name]
    with time_machine.travel("2031-01-19", tick=False):
        first = get(path)

    with time_machine.travel(LATER, tick=False):
        with commit():
            edit(scenario.workshop, status="cancelled")
        by_tag = get(path, if_none_match=first["ETag"])
        by_date = get(path, if_modified_since=first["Last-Modified"])

    assert (by_tag.status_code, by_date.status_code) == (200, 200)
    assert "STATUS:CANCELLED" in by_date.content.decode()


@pytest.mark.parametrize("seconds", [-2, 0.5])
def test_second_change_at_once_is_sent_to_who_asks_by_date(
    scenario, get, commit, seconds
):
    """Of two processes, the one that began earlier may note its change last."""
    path = address(scenario.workshop)
    with time_machine.travel(LATER, tick=False) as clock:
        with commit():
            edit(scenario.workshop, status="cancelled")
        first = get(path)
        date = first.get("Last-Modified")
        clock.shift(timedelta(seconds=seconds))
        with commit():
            edit(scenario.workshop, status="planned")
        clock.shift(timedelta(minutes=2))
        second = get(path, **({"if_modified_since": date} if date else {}))

    assert "STATUS:CANCELLED" in first.content.decode()
    assert second.status_code == 200
    assert "STATUS:CANCELLED" not in second.content.decode()


def test_new_words_of_a_contact_are_sent_again(scenario, get, commit):
    path = address(scenario.workshop)
    with time_machine.travel(LATER, tick=False):
        first = get(path)
    contact = PageContact.objects.filter(page=scenario.workshop.pk).get().contact
    contact.phone = "0231 2"

    with time_machine.travel("2032-01-01", tick=False), commit():
        contact.save()

    assert get(path, if_modified_since=first["Last-Modified"]).status_code == 200


@pytest.mark.parametrize("amount", [1, 10, 60])
def test_calendar_asks_as_much_for_any_number_of_workshops(scenario, get, amount):
    scenario.second.delete()
    for number in range(amount - 1):
        more = factories.workshop(
            scenario.series, f"Mehr {number}", venue=factories.venue(f"Ort {number}")
        )
        contact = factories.contact(organisation=factories.organisation())
        PageContact.objects.create(page=more, contact=contact, locale=more.locale)
    cache.clear()
    get(EVERYTHING["de"])
    note_change()

    counted = {
        name: (asked_for(get, path), asked_for(get, path))
        for name, path in addresses(scenario).items()
    }

    assert len(read(get(EVERYTHING["de"]).content)) == amount
    assert counted == QUERIES


def asked_for(get, path):
    with CaptureQueriesContext(connection) as asked:
        assert get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("amount", [1, 10])
def test_programme_asks_as_much_for_any_number_of_entries(scenario, get, amount):
    slides = [{"type": "document", "value": factories.document().pk}]
    session = {"start": "15:00", "title": "Vortrag", "slides": slides}
    agenda = [
        {"type": "session", "id": f"{n}", "value": session} for n in range(amount)
    ]
    block = scenario.workshop.agenda.stream_block
    page = WorkshopPage.objects.get(pk=scenario.workshop.pk)
    page.agenda = block.to_python(agenda)
    page.save()
    path = programme_address(scenario.workshop)
    get(path)
    note_change()

    counted = asked_for(get, path), asked_for(get, path)

    assert len(read(get(path).content)) == amount
    assert counted == QUERIES["programme"]


def test_calendar_in_a_language_without_the_page_is_not_found(scenario, get):
    only_german = factories.workshop(scenario.series, "Nur auf Deutsch")

    assert get(address(only_german, "en")).status_code == 404
    assert get(address(only_german)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        f"/kalender/werkstatt/{key(99)}.ics",
        "/kalender/werkstatt/werkstatt-1.ics",
        f"/kalender/reihe/{key(4)}.ics",
        f"/kalender/werkstatt/{key(4)}/{key(99)}.ics",
    ],
)
def test_unknown_calendar_is_not_found(scenario, get, path):
    assert get(path).status_code == 404


def test_calendar_cannot_be_posted_to(scenario, client):
    assert client.post(EVERYTHING["de"]).status_code == 405


@pytest.mark.parametrize("name", QUERIES)
def test_head_is_answered_as_get_without_a_body(scenario, client, name):
    path = addresses(scenario)[name]

    whole, head = client.get(path), client.head(path)

    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.items()) == dict(whole.items())


def test_calendar_of_everything_forgets_what_ended_before_the_last_year(scenario, get):
    past = {"starts_at": at("2029-12-31 20:00+01:00")}
    ended = at("2029-12-31 22:00+01:00")
    factories.workshop(scenario.series, "Im Jahr davor", ends_at=ended, **past)
    factories.workshop(
        scenario.series,
        "Bis ins letzte Jahr",
        ends_at=at("2030-01-01 01:00+01:00"),
        **past,
    )

    with time_machine.travel(NOW, tick=False):
        everything = summaries(get(EVERYTHING["de"]))
        series = summaries(get(address(scenario.series)))

    assert everything[0] == "Bis ins letzte Jahr"
    assert sorted([*everything, "Im Jahr davor"]) == sorted(series)


def test_calendar_of_everything_is_sent_again_in_a_new_year(scenario, get):
    with time_machine.travel("2032-12-31 23:59:59+01:00", tick=False) as clock:
        before = get(EVERYTHING["de"])
        clock.shift(timedelta(seconds=1))
        after = get(EVERYTHING["de"], if_modified_since=before["Last-Modified"])

    assert len(summaries(before)) == 2
    assert summaries(after) == []


def test_one_entry_is_the_one_of_the_programme(scenario, get):
    events = read(get(programme_address(scenario.workshop)).content)
    base = address(scenario.workshop).removesuffix(".ics")

    alone = [read(get(f"{base}/{event.uid}.ics").content) for event in events]

    assert alone == [[event] for event in events]


def test_online_address_is_told_until_it_is_over(scenario, get):
    path = address(scenario.second)
    end = AUTUMN + timedelta(days=1, hours=3)

    with time_machine.travel(end - timedelta(seconds=1), tick=False) as clock:
        before = get(path)
        clock.shift(timedelta(seconds=2))
        after = get(path, if_modified_since=before["Last-Modified"])

    assert "meet.example" in before.content.decode()
    assert after.status_code == 200
    assert "meet.example" not in after.content.decode()


def test_workshop_without_a_start_is_in_no_calendar(scenario, get):
    WorkshopPage.objects.filter(pk=scenario.workshop.pk).update(starts_at=None)

    assert get(address(scenario.workshop)).status_code == 404
    assert summaries(get(address(scenario.series))) == ["Werkstatt 2: Weitergehen"]
