"""What calendars say before and after a change, as files to look at.

Each folder holds the feed of a series in both languages, and the programme of one of
its workshops. Only what should differ from ``before`` does.
"""

from datetime import timedelta

import pytest
import time_machine
from icalendar import Calendar

from pages.acts.acting import perform
from pages.acts.kinds import Kind
from tests import factories
from tests.acts.deeds import act
from tests.calendars.outputs import files, outputs
from tests.calendars.reading import read
from tests.calendars.scenario import (
    AUTUMN,
    LATER,
    address,
    key,
    programme_address,
)
from tests.translation.people import create_cast
from tests.translation.translating import edit

DATED = {"DTSTAMP", "LAST-MODIFIED"}
RAISED = {*DATED, "SEQUENCE"}
MOVED = {*RAISED, "DTSTART", "DTEND"}
SAID = {"SUMMARY", "DESCRIPTION", "X-ALT-DESC"}
SUMMER_DAY = {"starts_at": AUTUMN - timedelta(days=60)}
SUMMER_DAY["ends_at"] = SUMMER_DAY["starts_at"] + timedelta(hours=3)


def move(scenario):
    edit(scenario.workshop, **SUMMER_DAY)


def cancel(scenario):
    perform(scenario.workshop.pk, act(Kind.CANCEL), create_cast().moderator)


def postpone(scenario):
    perform(scenario.workshop.pk, act(Kind.POSTPONE), create_cast().moderator)


def rename(scenario):
    edit(scenario.workshop, title="Werkstatt 1: Kennenlernen", slug="kennenlernen")


def change_room(scenario):
    agenda = scenario.workshop.agenda.get_prep_value()
    agenda[0]["value"]["room"] = "Foyer"
    block = scenario.workshop.agenda.stream_block
    edit(scenario.workshop, agenda=block.to_python(agenda))


# What differs in the German feed, in the English feed, and in the programme.
CHANGES = {
    "moved": (move, MOVED, MOVED, MOVED),
    "cancelled": (
        cancel,
        {*RAISED, "STATUS", *SAID},
        {*RAISED, "STATUS", *SAID},
        {*RAISED, "STATUS", "SUMMARY"},
    ),
    "postponed": (
        postpone,
        {*RAISED, "STATUS", *SAID},
        {*RAISED, "STATUS", *SAID},
        {*RAISED, "STATUS", "SUMMARY"},
    ),
    "renamed": (
        rename,
        {*DATED, "URL", *SAID},
        set(),
        {*DATED, "URL", "DESCRIPTION", "X-ALT-DESC"},
    ),
    "room": (change_room, DATED, DATED, {*RAISED, "LOCATION"}),
}


def differences(before, after):
    """Return the names of the properties that differ in any event."""
    old, new = (
        {event["uid"]: event for event in Calendar.from_ical(content).events}
        for content in (before, after)
    )
    assert old.keys() == new.keys()
    return {
        name
        for uid in old
        for name in old[uid].keys() | new[uid].keys()
        if old[uid].get(name) != new[uid].get(name)
    }


def test_calendars_are_as_they_stand_in_the_files(scenario, get):
    assert outputs(scenario, get) == files("before")


@pytest.mark.parametrize("name", CHANGES)
def test_change_is_told_and_nothing_else(scenario, get, commit, name):
    change, *expected = CHANGES[name]

    with time_machine.travel(LATER, tick=False), commit():
        change(scenario)

    found = outputs(scenario, get)
    assert found == files(name)
    before = files("before")
    assert [differences(before[one], found[one]) for one in before] == [
        dict(zip(found, expected, strict=True))[one] for one in before
    ]


def test_both_languages_have_the_same_events(scenario, get):
    german, english = (
        read(get(address(scenario.series, language)).content)
        for language in ("de", "en")
    )

    facts = [
        [(e.uid, e.starts_at, e.sequence) for e in each] for each in (german, english)
    ]
    assert facts[0] == facts[1]
    assert [event.summary for event in english] == [
        "Workshop 1: Arriving",
        "Workshop 2: Moving on",
    ]


def test_series_across_the_end_of_summer_time(scenario, get):
    first, second = read(get(address(scenario.series)).content)

    assert [first.uid, second.uid] == [str(key(4)), str(key(5))]
    assert second.starts_at - first.starts_at == timedelta(hours=25)
    assert (first.starts_at.hour, second.starts_at.hour) == (13, 14)


def test_workshop_until_after_midnight(scenario, get, commit):
    night = AUTUMN.replace(hour=22)

    with commit():
        edit(scenario.workshop, starts_at=night, ends_at=night + timedelta(hours=6))

    # Six hours on the clock are seven in this night.
    [event] = read(get(address(scenario.workshop)).content)
    assert event.ends_at - event.starts_at == timedelta(hours=7)


def test_entry_that_ends_at_midnight(scenario, get, commit):
    agenda = [
        {"type": "session", "id": "x", "value": {"start": "23:00", "end": "00:00"}}
    ]
    block = scenario.workshop.agenda.stream_block

    with commit():
        edit(scenario.workshop, agenda=block.to_python(agenda))

    [event, *_gone] = read(get(programme_address(scenario.workshop)).content)
    assert event.ends_at == (AUTUMN + timedelta(days=1)).replace(hour=0).astimezone(
        factories.BERLIN
    )
