"""What belongs together stays on a line, and nothing is said twice."""

import pytest
from django.utils.translation import override

from cms.foreign import ForeignText
from pages.handouts.text import programme_as_text
from pages.rendering.words import is_called_room, unbroken
from tests import factories


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Prof. Dr. Ada Lenz", "Prof.~Dr.~Ada Lenz"),
        ("Dr Bo Ali, Hof", "Dr~Bo Ali, Hof"),
        ("Grüne Höfe e. V. in Lindenau", "Grüne Höfe e.~V. in Lindenau"),
        ("Wege, z. B. zur Schule", "Wege, z.~B. zur Schule"),
        ("Werkstatt Nr. 2", "Werkstatt Nr.~2"),
        ("Am Markt. Und dann?", "Am Markt. Und dann?"),
        ("Raum B. Ende", "Raum B. Ende"),
        ("Profil stärken", "Profil stärken"),
    ],
)
def test_abbreviations_stay_on_one_line(text, wanted):
    assert unbroken(text).replace("\N{NO-BREAK SPACE}", "~") == wanted


def test_mark_of_another_language_stays():
    marked = unbroken(ForeignText("Höfe e. V.", "de"))

    assert marked.__html__() == '<span lang="de">Höfe e.\N{NO-BREAK SPACE}V.</span>'


@pytest.mark.parametrize(
    ("language", "room", "is_called"),
    [
        ("de", "Raum 1.04", True),
        ("de", "raum 2", True),
        ("de", "Raumlabor", False),
        ("de", "Saal", False),
        ("de", "", False),
        ("en", "Room 3", True),
        ("en", "Raum 3", False),
    ],
)
def test_room_is_known_by_its_name(language, room, is_called):
    with override(language):
        assert is_called_room(room) is is_called


@pytest.mark.django_db
def test_sheet_and_text_do_not_say_room_twice(client):
    sessions = [
        {"type": "session", "value": {"start": "11:00", "title": "A", "room": room}}
        for room in ("Raum 1.04", "Saal")
    ]
    page = factories.published(factories.workshop(factories.home(), agenda=sessions))

    with override("de"):
        lines = programme_as_text(page).splitlines()
    sheet = client.get(f"/programm/{page.short_link.code}/").content.decode()

    assert [line for line in lines if "Raum" in line] == [
        "    Raum 1.04",
        "    Raum: Saal",
    ]
    assert sheet.count("Raum") == 2
