"""The programme as plain text, word for word, and what no title can do to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.handouts.text import one_line
from pages.models import WorkshopPage

GERMAN = """\
Grün & Grau
Donnerstag, 6. März 2031, 11:00 bis 16:00 Uhr
Rathaus, Markt 1, Lindenau

Donnerstag, 6. März 2031: Erster Tag
====================================

11:00–11:15  Begrüßung
    Raum: Saal 1
    Jo Wallner, Stadt Lindenau

Aus der Praxis
--------------
Moderation: Kim Roth

11:15  Impulse
    - Ein <Garten> & 12 Häuser, Ada Lenz; Grünflächenamt

12:45  Pause

13:30–15:30  Parallele Gruppen
    Gruppe 1: Schatten
        Raum: 1.04
        Bo Ali
    Gruppe 2: Wege

Freitag, 7. März 2031
=====================

09:00–10:00  Rundgang

http://testserver/w/{code}
"""


def test_german_text_says_what_the_page_says(client, workshop, code):
    answer = client.get(f"/programm/{code}.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == GERMAN.replace("{code}", code)


def test_english_text_is_in_english(client, english, code):
    lines = client.get(f"/en/programme/{code}.txt").content.decode().splitlines()

    assert lines[:3] == [
        "Green & Grey",
        "Thursday, 6 March 2031, 11:00 am to 4:00 pm",
        "Rathaus, Markt 1, Lindenau",
    ]
    assert "11:00 am–11:15 am  Begrüßung" in lines
    assert "    Room: Saal 1" in lines
    assert lines[-1] == f"http://testserver/en/w/{code}"


@pytest.mark.parametrize("status", ["cancelled", "moved_online"])
def test_status_stands_below_the_title(client, workshop, code, status):
    WorkshopPage.objects.filter(pk=workshop.pk).update(
        status=status, status_note="Das Haus ist zu."
    )

    lines = client.get(f"/programm/{code}.txt").content.decode().splitlines()

    label = {"cancelled": "abgesagt", "moved_online": "findet online statt"}[status]
    assert lines[1] == f"{label}: Das Haus ist zu."


@given(st.text())
def test_no_title_makes_a_line_of_its_own(title):
    assert len(one_line(title).splitlines()) <= 1
