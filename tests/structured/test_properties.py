"""Any programme, told in the words of schema.org, says what the programme says."""

from hypothesis import given, settings

from pages.agenda import Person
from pages.structured.programme import performers, sessions
from tests.agenda.strategies import programmes
from tests.structured.vocabulary import complaints

# The first example reads time zones and catalogues from disk.
unhurried = settings(deadline=None)


def document(nodes):
    return {"@context": "https://schema.org", "@graph": nodes}


def names(nodes):
    return [node["name"] for node in nodes]


@unhurried
@given(programmes)
def test_any_programme_keeps_to_the_vocabulary(programme):
    nodes = [*sessions(programme, None), *performers(programme)]

    assert list(complaints(document(nodes))) == []


@unhurried
@given(programmes)
def test_every_session_is_told_with_its_times_and_people(programme):
    told = [
        (
            node.get("startDate"),
            node.get("endDate"),
            names(node.get("performer", [])),
            [names(group.get("performer", [])) for group in node.get("subEvent", [])],
        )
        for node in sessions(programme, None)
    ]

    assert told == [
        (
            started(entry, day),
            entry.ends_at and entry.ends_at.isoformat(),
            once(entry.people),
            [once(track.people) for track in entry.tracks],
        )
        for day in programme.days
        for entry in day.entries
        if entry.kind != "break"
    ]


def started(entry, day):
    if entry.starts_at:
        return entry.starts_at.isoformat()
    return day.date and day.date.isoformat()


def once(people: tuple[Person, ...]):
    return [person.name.strip() for person in dict.fromkeys(people)]
