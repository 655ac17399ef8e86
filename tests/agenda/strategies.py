"""Agendas for hypothesis: any at all, and events without a fault."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from pages.agenda import (
    AgendaWarning,
    Contribution,
    DayItem,
    EntryItem,
    Person,
    SectionItem,
    Track,
    build_programme,
    find_warnings,
)
from tests.agenda.written import BERLIN, WORKSHOP_DAY

# Apia left out a whole day in 2011, Lord Howe Island changes by half an hour.
ZONES = ["Europe/Berlin", "UTC", "Pacific/Apia", "Australia/Lord_Howe"]
SPECIAL_DATES = [
    date(2018, 3, 25),
    date(2018, 10, 28),
    date(2018, 4, 1),
    date(2011, 12, 30),
    date(1, 1, 1),
    date(9999, 12, 31),
]


def days_from_workshop(days: int) -> date:
    return WORKSHOP_DAY + timedelta(days)


zones = st.sampled_from(ZONES).map(ZoneInfo)
moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 (bounds are naive, values are not)
    datetime(2200, 1, 1),  # noqa: DTZ001 (the same)
    timezones=zones,
)
dates = st.dates() | st.sampled_from(SPECIAL_DATES)
# A narrow choice makes equal times likely, and times that are skipped or occur twice.
clocks = st.times() | st.builds(time, st.integers(0, 4), st.just(30))
texts = st.text(max_size=3)
people = st.builds(Person, st.sampled_from(["Ada", "ada ", "Bea", "Cem"]))
some_people = st.lists(people, max_size=2).map(tuple)
talks = st.lists(st.builds(Contribution, texts, some_people), max_size=2).map(tuple)
tracks = st.builds(Track, texts, people=some_people, contributions=talks)
entries = st.builds(
    EntryItem,
    id=texts,
    kind=st.sampled_from(["session", "break", "parallel", "vote"]),
    start=st.none() | clocks,
    end=st.none() | clocks,
    title=texts,
    people=some_people,
    contributions=talks,
    tracks=st.lists(tracks, max_size=3).map(tuple),
)
days = st.builds(DayItem, texts, st.none() | dates, texts)
sections = st.builds(SectionItem, texts, texts, some_people)
agendas = st.lists(entries | entries | days | sections, max_size=12)
programmes = st.builds(
    build_programme, agendas, st.none() | moments, st.none() | moments, zones
)
# One date is likely to be close to the end of the event.
near_moments = st.builds(
    datetime.combine, st.just(WORKSHOP_DAY), clocks, st.just(BERLIN)
)
near_days = st.builds(
    DayItem, texts, st.sampled_from([-1, 0, 0, 1]).map(days_from_workshop), texts
)
dated_programmes = st.builds(
    build_programme,
    st.lists(entries | entries | near_days, max_size=8),
    near_moments,
    near_moments,
    st.just(BERLIN),
)


def clock(minutes: int) -> time:
    return time(*divmod(minutes, 60))


@dataclass
class Event:
    """An event as a test can spoil it: the entries of each of its dates."""

    dates: list[date]
    days: list[list[EntryItem]]
    ends_at: datetime

    def warnings(self) -> tuple[AgendaWarning, ...]:
        items = []
        for on, written in zip(self.dates, self.days, strict=True):
            items += [DayItem(f"{on}", on), *written]
        starts_at = datetime.combine(min(self.dates), time(0), BERLIN)
        built = build_programme(items, starts_at, self.ends_at, BERLIN)
        return find_warnings(built, ends_at=self.ends_at)


@st.composite
def sound_days(draw: st.DrawFn) -> list[EntryItem]:
    """Two entries or more, one after the other, each for two minutes or longer."""
    drawn = draw(st.sets(st.integers(30, 700), min_size=2, max_size=5))
    starts = [2 * half for half in sorted(drawn)]
    ends = [*starts[1:], starts[-1] + 2]
    return [
        EntryItem(
            id=f"{start}",
            kind=draw(st.sampled_from(["session", "break", "parallel"])),
            start=clock(start),
            end=draw(st.sampled_from([None, clock(end)])),
            people=(Person(f"Chair {start}"),),
            tracks=(
                Track("Labs", people=(Person(f"Ada {start}"),)),
                Track("Money", people=(Person(f"Bea {start}"),)),
            ),
        )
        for start, end in zip(starts, ends, strict=True)
    ]


@st.composite
def sound_events(draw: st.DrawFn) -> Event:
    """Two or three days in a row; the last ends at 23:58, after all entries."""
    written = draw(st.lists(sound_days(), min_size=2, max_size=3))
    on = [days_from_workshop(number) for number in range(len(written))]
    return Event(on, written, datetime.combine(on[-1], time(23, 58), BERLIN))
