"""The programme on the page: days, sections, entries, talks, tracks."""

import pytest

from tests import factories
from tests.rendering.reading import words


@pytest.fixture
def english(home):
    return factories.translated(home)


@pytest.fixture
def programme(english, read):
    """Publish an agenda and read its programme: ``programme({...}, {...})``."""

    def show(*agenda):
        blocks = [{"type": kind, "value": value} for kind, value in agenda]
        return read(factories.workshop(english, agenda=blocks))

    return show


def people(*pairs):
    return [
        {"type": "person", "value": {"name": name, "institution": institution}}
        for name, institution in pairs
    ]


def talk(title, **values):
    return {"type": "contribution", "value": {"title": title, **values}}


def entry(seen):
    (found,) = seen.all("li.entry")
    return found


def test_entry_shows_start_title_and_people(programme):
    speakers = people(("Ada", "Institute"), ("Bo", ""), ("", "City"))
    seen = programme(
        ("session", {"start": "09:05", "title": "Welcome", "people": speakers})
    )

    assert entry(seen) == "9:05 am Welcome Ada, Institute Bo City"


def test_given_end_is_shown(programme):
    seen = programme(
        ("session", {"start": "09:00", "end": "10:00", "title": "A"}),
        ("session", {"start": "10:00", "title": "B"}),
        ("session", {"start": "11:00", "title": "C"}),
    )

    assert seen.all("li.entry") == [
        "9:00 am – to 10:00 am A",
        "10:00 am B",
        "11:00 am C",
    ]


def test_entry_may_have_no_title(programme):
    seen = programme(("session", {"start": "09:00", "people": people(("", "Choir"))}))

    assert entry(seen) == "9:00 am Choir"


@pytest.mark.parametrize(
    ("kind", "title"), [("break", "Break"), ("parallel", "Parallel groups")]
)
def test_entry_without_title_is_called_what_it_is(programme, kind, title):
    assert entry(programme((kind, {"start": "09:00"}))) == f"9:00 am {title}"


def test_talks_are_a_list_with_their_speakers_and_slides(programme):
    slides = [{"type": "document", "value": factories.document("Numbers").pk}]
    talks = [
        talk("First", people=people(("Ada", "Institute"), ("Bo", ""))),
        talk("Second", slides=slides),
    ]

    seen = programme(("session", {"start": "09:00", "contributions": talks}))

    assert seen.all(".contributions > li") == [
        "First , Ada, Institute; Bo",
        "Second Slides: Numbers (TXT, 1 kB)",
    ]


def test_tracks_carry_number_and_room(programme):
    tracks = [
        {"type": "track", "value": {"title": "Shade", "room": "Hall"}},
        {"type": "track", "value": {"title": "Paths"}},
    ]

    seen = programme(("parallel", {"start": "09:00", "tracks": tracks}))

    assert seen.all("li.track") == ["Group 1 · Hall Shade", "Group 2 Paths"]


def test_sections_are_headings_with_moderators(programme):
    seen = programme(
        ("session", {"start": "09:00", "title": "A"}),
        ("section", {"title": "Practice", "moderators": people(("Bo", "City"))}),
        ("session", {"start": "10:00", "title": "B"}),
    )

    assert seen.all(".programme h3") == ["Practice"]
    assert seen.all(".programme__section .people") == ["Moderated by: Bo, City"]
    assert seen.all(".programme__section li.entry") == ["10:00 am B"]


def test_several_days_are_headings_above_sections(programme):
    seen = programme(
        ("day", {"date": "2031-03-05", "title": "Evening before"}),
        ("session", {"start": "18:00", "title": "Walk"}),
        ("day", {"date": "2031-03-06"}),
        ("section", {"title": "Practice"}),
        ("session", {"start": "10:00", "title": "B"}),
    )

    headings = [
        (heading.name, words(heading))
        for heading in seen.html.select(".programme h3, .programme h4")
    ]
    assert headings == [
        ("h3", "Wednesday, 5 March 2031 : Evening before"),
        ("h3", "Thursday, 6 March 2031"),
        ("h4", "Practice"),
    ]


def test_entry_of_a_plugin_is_shown_like_a_session(programme):
    seen = programme(("notices_vote", {"start": "14:00", "question": "Go on?"}))

    assert entry(seen) == "2:00 pm Go on?"


def test_entry_of_a_missing_plugin_is_not_shown(programme):
    seen = programme(
        ("gone_thing", {"start": "14:00"}), ("session", {"start": "15:00"})
    )

    assert len(seen.all("li.entry")) == 1
