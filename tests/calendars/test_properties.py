"""Any programme at all becomes a calendar that two libraries read alike."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from unicodedata import category
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Event

from pages.agenda import build_programme
from pages.calendars.events import Shown, entry_events, workshop_event
from pages.calendars.writing import add_span, build_calendar, serialise, text, uri
from pages.calendars.zones import changes, timezone
from pages.models import WorkshopPage
from tests.agenda import strategies
from tests.calendars.reading import lines, read

pytestmark = pytest.mark.django_db
URL = "https://lab.example/werkstatt/"


def workshop(programme=None, **values):
    """A workshop that nobody has saved, with a programme as it comes."""
    page = WorkshopPage(title="Werkstatt", **values)
    if programme is not None:
        page.__dict__["programme"] = programme
    return Shown(page, URL)


@st.composite
def programmes(draw):
    items = draw(strategies.agendas)
    named = [replace(item, id=f"block-{n}") for n, item in enumerate(items)]
    moment = st.none() | strategies.moments
    zone = draw(strategies.zones)
    return build_programme(named, draw(moment), draw(moment), zone)


def written(events):
    return serialise(build_calendar(events))


def second(moment):
    return moment and moment.astimezone(UTC).replace(microsecond=0)


@settings(max_examples=300, deadline=None)
@given(programmes())
def test_both_libraries_read_the_times_of_the_programme(programme):
    shown = workshop(programme)
    timed = [entry for entry in programme.entries if entry.starts_at]

    found = read(written([event for _uid, event in entry_events(shown)]))

    assert [one.starts_at for one in found] == [second(e.starts_at) for e in timed]
    for event, entry in zip(found, timed, strict=True):
        given_end = second(entry.ends_at)
        is_later = given_end and given_end > second(entry.starts_at)
        assert event.ends_at == (given_end if is_later else None)


@settings(max_examples=300, deadline=None)
@given(programmes())
def test_every_line_is_short_and_ends_as_it_must(programme):
    content = written([event for _uid, event in entry_events(workshop(programme))])

    found = lines(content)

    assert max(len(line.encode()) for line in found) <= 75
    assert not any(category(sign) == "Cc" for line in found for sign in line)


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1), st.text(), st.text())
def test_no_text_gets_out_of_its_line(title, lead, note):
    shown = workshop(status="cancelled", status_note=note, lead=lead)
    shown.workshop.title = title
    shown.workshop.starts_at = datetime(2031, 3, 6, 10, tzinfo=UTC)
    plain = workshop()
    plain.workshop.starts_at = shown.workshop.starts_at

    [found] = read(written([workshop_event(shown)]))

    assert found.summary == text(f"Abgesagt: {title}")
    parts = [part for part in (text(note), text(lead)) if part]
    assert found.description.startswith("\n\n".join(parts))
    names = set(names_of(workshop_event(shown)))
    assert names == set(names_of(workshop_event(plain)))


def names_of(event):
    content = event.to_ical().decode().replace("\r\n ", "")
    return [line.partition(":")[0].partition(";")[0] for line in content.splitlines()]


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_address_stays_one_word(address):
    assert uri(address).isascii()
    assert not set(uri(address)) & set("\r\n\t ")


@settings(max_examples=200, deadline=None)
@given(
    strategies.zones,
    st.datetimes(datetime(1971, 1, 1), datetime(2190, 1, 1)),  # noqa: DTZ001 (bounds are naive)
)
def test_zone_says_what_clocks_show(zone, naive):
    moment = naive.replace(tzinfo=zone, microsecond=0)
    component = timezone(zone, naive.year, naive.year)

    offset = naive.replace(
        microsecond=0, tzinfo=component.to_tz(lookup_tzid=False)
    ).utcoffset()

    assert offset == moment.utcoffset()


@pytest.mark.parametrize("year", [1990, 2031])
@pytest.mark.parametrize("name", ["Europe/Berlin", "Europe/London", "Australia/Sydney"])
def test_zone_says_what_clocks_show_around_each_change(name, year):
    zone = ZoneInfo(name)
    component = timezone(zone, year, year).to_tz(lookup_tzid=False)
    nights = [change.at.astimezone(zone) for change in changes(zone, year, year)]

    hours = [
        (night + timedelta(minutes=minutes)).replace(tzinfo=None, fold=0)
        for night in nights
        for minutes in (-90, 30, 90)
    ]

    assert len(nights) == 2
    assert [hour.replace(tzinfo=component).utcoffset() for hour in hours] == [
        hour.replace(tzinfo=zone).utcoffset() for hour in hours
    ]


@settings(max_examples=200, deadline=None)
@given(strategies.moments, st.integers(-100_000, 10_000_000))
def test_span_is_read_as_it_was(starts_at, seconds):
    starts_at = starts_at.replace(microsecond=0)
    ends_at = (starts_at.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(
        starts_at.tzinfo
    )
    event = Event()
    for name, value in (("uid", "1"), ("sequence", 0), ("status", "CONFIRMED")):
        event.add(name, value)
    event.add("dtstamp", datetime(2031, 1, 1, tzinfo=UTC))
    add_span(event, starts_at, ends_at)

    [found] = read(written([event]))

    assert found.starts_at == starts_at.astimezone(UTC)
    assert found.ends_at == (ends_at.astimezone(UTC) if seconds > 0 else None)
