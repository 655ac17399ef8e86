"""Texts of a PO file that are final and good are saved."""

import pytest
from django.utils.translation import override

from pages.translation.po.outcome import Finding
from tests.translation.exchange import (
    begun,
    exported,
    filled,
    filled_upstream,
    imported,
    line_of,
    rows,
    session,
    stored,
    translator,
    write,
)
from tests.translation.translating import (
    edit,
    english_of,
    published,
    translation_of,
)

pytestmark = pytest.mark.django_db

QUERIES = 29


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.fixture
def user(home, django_user_model):
    return translator(django_user_model)


@pytest.fixture
def workshop(home):
    return begun(home)


def test_final_texts_are_saved(workshop, user):
    po = filled(exported(workshop), title="Workshop 1", lead="Join in.")

    outcome = imported(po, user)

    assert (outcome.saved, outcome.empty, outcome.is_clean) == (2, 4, True)
    assert stored(workshop) == {
        "Werkstatt 1": "Workshop 1",
        "Machen Sie mit.": "Join in.",
    }
    row = rows(workshop)["title: Werkstatt 1"]
    assert (row.translation_type, row.tool_name) == ("manual", "PO")
    assert row.last_translated_by == user
    assert translation_of(workshop).work.open_strings == 4


def test_nothing_is_published(workshop, user):
    imported(filled(exported(workshop), title="Workshop 1"), user)

    english = english_of(workshop)
    assert (english.live, english.title) == (False, "Werkstatt 1")
    assert english.get_admin_display_title() == "Workshop 1"


def test_file_of_several_pages_finds_each(home, workshop, user):
    other = begun(home, title="Werkstatt 2", slug="zwei")
    po = exported(workshop, other)
    for entry in po:
        if entry.msgctxt.endswith(":lead"):
            first = str(translation_of(workshop).uuid) in entry.msgctxt
            entry.msgstr = "One" if first else "Two"

    outcome = imported(po, user)

    assert outcome.saved == 2
    assert stored(workshop)["Machen Sie mit."] == "One"
    assert stored(other)["Machen Sie mit."] == "Two"


def test_changed_text_replaces_the_saved_one(workshop, user):
    write(workshop, "Machen Sie mit.", "Join in.")
    po = filled(exported(workshop), lead="Take part.")

    outcome = imported(po, user)

    assert (outcome.saved, outcome.is_clean) == (1, True)
    assert stored(workshop)["Machen Sie mit."] == "Take part."


def test_same_file_twice_changes_nothing(workshop, user):
    po = filled(exported(workshop), lead="Join in.")
    imported(po, user)
    before = rows(workshop)["lead: Machen Sie mit."].updated_at

    outcome = imported(po, user)

    assert (outcome.saved, outcome.unchanged) == (0, 1)
    assert rows(workshop)["lead: Machen Sie mit."].updated_at == before


def test_machine_text_without_its_mark_is_confirmed(workshop, user):
    write(workshop, "Machen Sie mit.", "Join in.", translation_type="machine")
    po = filled(exported(workshop), lead="Join in.")

    outcome = imported(po, user)

    assert (outcome.saved, outcome.confirmed) == (0, 1)
    row = rows(workshop)["lead: Machen Sie mit."]
    assert (row.data, row.translation_type) == ("Join in.", "manual")


def test_older_text_without_its_mark_is_a_translation(workshop, user):
    published(workshop, lead="Join in.")
    edit(workshop, lead="Machen Sie alle mit.")
    po = filled(exported(workshop), lead="Join in.")

    outcome = imported(po, user)

    assert outcome.saved == 1
    assert stored(workshop)["Machen Sie alle mit."] == "Join in."


def test_texts_for_an_older_original_are_kept_and_named(workshop, user):
    po = filled(exported(workshop), lead="Join in.")
    line = line_of(po, "Machen Sie mit.")
    edit(workshop, lead="Kommen Sie.")

    outcome = imported(po, user)

    assert outcome.saved == 1
    assert outcome.outdated == [Finding(line, "Werkstatt 1", "Machen Sie mit.")]
    assert stored(workshop) == {"Machen Sie mit.": "Join in."}
    assert translation_of(workshop).work.open_strings == 6


@pytest.mark.parametrize(
    "header", ["X-Werkstatt-Site", "X-Source-Language", "Language"]
)
def test_header_that_a_program_has_dropped_is_not_needed(workshop, user, header):
    po = filled(exported(workshop), lead="Join in.")
    del po.metadata[header]

    assert imported(po, user).saved == 1


def test_file_written_by_wagtail_localize_is_taken(workshop, user):
    po = filled_upstream(workshop, lead="Join in.")

    assert imported(po, user, only=workshop).saved == 1


@pytest.mark.parametrize("entries", [1, 30])
def test_queries_do_not_grow_with_the_texts(
    home, user, entries, django_assert_num_queries
):
    agenda = [session(f"{number}", f"Vortrag {number}") for number in range(entries)]
    po = exported(begun(home, agenda=agenda))
    for entry in po:
        entry.msgstr = entry.msgid

    with django_assert_num_queries(QUERIES):
        outcome = imported(po, user)

    assert outcome.saved == 4 + entries
