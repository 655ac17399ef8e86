"""Which translated text belongs to which string of today."""

from hypothesis import given
from hypothesis import strategies as st

from pages.translation.texts import (
    Piece,
    Text,
    keep_texts,
    pair,
    read_texts,
    stored_texts,
)

GERMAN = {
    1: "Wir treffen uns im Rathaus.",
    2: "Bitte bringen Sie Stifte mit.",
    3: "Für Getränke ist gesorgt.",
}


def pieces(*strings, **german):
    texts = {**GERMAN, **{int(key[1:]): text for key, text in german.items()}}
    return [
        Piece("intro", string, texts.get(string, f"Neu {string}"), {}, order)
        for order, string in enumerate(strings)
    ]


def texts(*strings):
    return [Text(string, f"EN {string}") for string in strings]


def paired(old, new):
    return [(piece.string, text.string) for piece, text in pair(old, new, GERMAN)]


def test_unchanged_strings_keep_their_texts():
    assert paired(texts(1, 2), pieces(1, 2)) == [(1, 1), (2, 2)]


def test_changed_string_keeps_the_text_of_its_place():
    assert paired(texts(1, 2, 3), pieces(1, 9, 3)) == [(1, 1), (9, 2), (3, 3)]


def test_new_string_has_no_text():
    assert paired(texts(1, 2), pieces(1, 9, 2)) == [(1, 1), (2, 2)]


def test_deleted_string_takes_its_text_along():
    assert paired(texts(1, 2, 3), pieces(1, 3)) == [(1, 1), (3, 3)]


def test_strings_that_change_and_multiply_are_paired_by_likeness():
    new = pieces(
        8, 9, _8="Für wen ist das?", _9="Wir treffen uns jetzt im neuen Rathaus."
    )

    assert paired(texts(1), new) == [(9, 1)]


def test_string_unlike_any_former_one_gets_no_text():
    new = pieces(8, 9, _8="xyz", _9="qqq")

    assert paired(texts(1), new) == []


def test_source_text_is_never_kept_as_a_translation():
    old = {"intro": [Text(None)]}

    assert keep_texts(old, pieces(1), GERMAN) == {}


def test_empty_page_has_nothing_to_keep():
    assert keep_texts({}, pieces(1, 2), GERMAN) == {}
    assert keep_texts({"intro": texts(1)}, [], GERMAN) == {}


strings = st.lists(st.integers(1, 9), max_size=6, unique=True)


@given(strings, strings)
def test_texts_are_paired_once_and_in_order(old, new):
    found = pair(texts(*old), pieces(*new), GERMAN)

    places = [
        (new.index(piece.string), old.index(text.string)) for piece, text in found
    ]
    assert places == sorted(places)
    assert len({place for place, _old in places}) == len(places)
    assert len({place for _new, place in places}) == len(places)


@given(strings, strings)
def test_string_that_is_still_there_keeps_its_own_text(old, new):
    found = dict(paired(texts(*old), pieces(*new)))

    assert all(found[string] == string for string in new if string in old)


def test_texts_survive_being_stored():
    stored = {
        "lead": [{"string": 4, "text": "Soup", "machine": True}],
        "intro": [
            {"string": None},
            {
                "string": 5,
                "text": '<a id="a1">Here</a>',
                "attrs": {"a1": {"href": "/"}},
            },
        ],
    }

    assert stored_texts(read_texts(stored)) == stored
