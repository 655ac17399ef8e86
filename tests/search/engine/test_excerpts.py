"""The part of a text that is shown, and what is marked in it."""

from search.engine.terms import read_terms
from search.excerpts import Marker


def excerpt(text, asked, language="de"):
    return Marker(read_terms(asked, language, []), language).excerpt([text])


def test_matches_are_marked_as_they_are_written():
    shown = excerpt("Die Gärten & die Straßen.", "garten strasse")

    assert shown == "Die <mark>Gärten</mark> &amp; die <mark>Straßen</mark>."


def test_markup_in_a_text_stays_text():
    shown = excerpt("<script>alert(1)</script> <b>Linde</b>", "linde script")

    assert shown == (
        "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; "
        "&lt;b&gt;<mark>Linde</mark>&lt;/b&gt;"
    )


def test_part_with_most_words_is_shown():
    text = f"Linde zuerst. {'Füllwort ' * 100}Linde und Ulme zusammen. {'Rest ' * 100}"

    shown = excerpt(text, "Linde Ulme")

    assert "<mark>Linde</mark> und <mark>Ulme</mark> zusammen." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 320


def test_text_without_a_match_shows_its_beginning():
    assert excerpt("Anfang und Ende", "Linde") == "Anfang und Ende"


def test_no_text_is_no_excerpt():
    assert Marker(read_terms("Linde", "de", []), "de").excerpt(["", ""]) == ""
