"""What is wrong in a PO file stays out, and is said."""

import polib
import pytest
from django.utils.translation import override
from wagtail_localize.models import StringTranslation

from pages.translation.po.files import UnusableFileError, read_po
from pages.translation.po.outcome import Conflict, Finding
from tests.translation.exchange import (
    begun,
    entry_for,
    exported,
    filled,
    filled_upstream,
    imported,
    line_of,
    stored,
    translator,
    write,
)
from tests.translation.translating import (
    translation_of,
)

pytestmark = pytest.mark.django_db

LINKED = 'Bis 6.3. <a id="a1">anmelden</a>.'


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


def test_fuzzy_obsolete_and_empty_texts_are_counted(workshop, user):
    po = filled(exported(workshop), title="Workshop", lead="Join in.")
    entry_for(po, "Werkstatt 1").fuzzy = True
    entry_for(po, "Machen Sie mit.").obsolete = True

    outcome = imported(po, user)

    assert (outcome.fuzzy, outcome.obsolete, outcome.empty) == (1, 1, 4)
    assert stored(workshop) == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("by 6/3.", 'The link <a id="a1"> of the original is missing.'),
        ('<a id="a1">by 6/3.', "<a> is opened and not closed."),
    ],
)
def test_broken_text_does_not_replace_a_good_one(workshop, user, text, sentence):
    write(workshop, LINKED, 'By 6/3 <a id="a1">register</a>.')
    po = exported(workshop)
    entry_for(po, LINKED).msgstr = text
    entry_for(po, "2031").msgstr = "2031"
    line = line_of(po, LINKED)

    outcome = imported(po, user)

    shown = "Bis 6.3. anmelden."
    assert outcome.refused == [Finding(line, "Werkstatt 1", shown, (sentence,))]
    assert outcome.saved == 1
    assert stored(workshop)[LINKED] == 'By 6/3 <a id="a1">register</a>.'


def test_missing_number_is_a_remark(workshop, user):
    po = exported(workshop)
    entry_for(po, LINKED).msgstr = '<a id="a1">Register</a>.'
    line = line_of(po, LINKED)

    outcome = imported(po, user)

    sentences = (
        "The number 6 of the original is missing.",
        "The number 3 of the original is missing.",
    )
    shown = "Bis 6.3. anmelden."
    assert outcome.saved == 1
    assert [one.line for one in outcome.remarks] == [line]
    assert outcome.remarks[0].original == shown
    assert set(outcome.remarks[0].sentences) <= set(sentences)


def test_text_that_somebody_changed_meanwhile_stays(workshop, user):
    write(workshop, "Machen Sie mit.", "Join in.")
    po = filled(exported(workshop), lead="Take part.")
    line = line_of(po, "Machen Sie mit.")
    write(workshop, "Machen Sie mit.", "Come along.")

    outcome = imported(po, user)

    assert outcome.conflicts == [
        Conflict(line, "Werkstatt 1", "Machen Sie mit.", "Take part.", "Come along.")
    ]
    assert stored(workshop)["Machen Sie mit."] == "Come along."


def test_text_that_only_somebody_else_changed_is_no_conflict(workshop, user):
    write(workshop, "Machen Sie mit.", "Join in.")
    po = exported(workshop)
    write(workshop, "Machen Sie mit.", "Come along.")

    outcome = imported(po, user)

    assert (outcome.is_clean, outcome.unchanged) == (True, 1)
    assert stored(workshop)["Machen Sie mit."] == "Come along."


def test_without_its_state_a_text_overwrites_nothing(workshop, user):
    write(workshop, "Machen Sie mit.", "Join in.")
    po = filled(exported(workshop), lead="Take part.", title="Workshop")
    for entry in po:
        entry.comment = ""

    outcome = imported(po, user)

    assert [one.saved for one in outcome.conflicts] == ["Join in."]
    assert stored(workshop) == {
        "Machen Sie mit.": "Join in.",
        "Werkstatt 1": "Workshop",
    }


def test_two_translations_of_one_text_are_refused(workshop, user):
    po = filled(exported(workshop), lead="Join in.")
    twin = polib.POEntry(**vars(entry_for(po, "Machen Sie mit.")))
    twin.msgstr = "Take part."
    po.append(twin)

    outcome = imported(po, user)

    first, second = [
        entry.linenum
        for entry in read_po(str(po).encode())
        if entry.msgid == "Machen Sie mit."
    ]
    sentence = f"Line {second} has another translation of the same text."
    assert [(one.line, one.sentences) for one in outcome.refused] == [
        (first, (sentence,))
    ]
    assert stored(workshop) == {}


def test_repeated_text_is_saved_once(workshop, user):
    po = filled(exported(workshop), lead="Join in.")
    po.append(polib.POEntry(**vars(entry_for(po, "Machen Sie mit."))))

    outcome = imported(po, user)

    assert (outcome.saved, outcome.is_clean) == (1, True)


def test_unknown_texts_are_listed(workshop, user):
    po = filled(exported(workshop), lead="Join in.")
    uuid = translation_of(workshop).uuid
    for number in range(12):
        po.append(
            polib.POEntry(msgctxt=f"{uuid}:lead", msgid=f"Fremd {number}", msgstr="x")
        )
    po.append(polib.POEntry(msgctxt=f"{uuid}:nowhere", msgid="2031", msgstr="x"))
    po.append(polib.POEntry(msgid="Machen Sie mit.", msgstr="x"))

    outcome = imported(po, user)

    assert outcome.saved == 1
    assert len(outcome.unknown) == 14
    assert (len(outcome.first_unknown), outcome.more_unknown) == (10, 4)


@pytest.mark.parametrize("language", ["fr", "pt_BR"])
def test_file_in_another_language_is_refused(workshop, user, language):
    po = filled(exported(workshop), lead="Venez.")
    po.metadata["Language"] = language

    with pytest.raises(UnusableFileError) as caught:
        imported(po, user)

    assert str(caught.value) == (
        f"The line “Language: {language}” of the file does not fit: “Werkstatt 1” is "
        "translated into “en”. Nothing was imported."
    )
    assert stored(workshop) == {}


def test_file_in_a_kind_of_the_language_is_taken(workshop, user):
    po = filled(exported(workshop), lead="Join in.")
    po.metadata["Language"] = "en_GB"

    assert imported(po, user).saved == 1


def test_file_of_another_page_is_refused_there(home, workshop, user):
    other = begun(home, title="Werkstatt 2", slug="zwei")
    po = filled(exported(workshop), lead="Join in.")

    with pytest.raises(UnusableFileError) as caught:
        imported(po, user, only=other)

    assert str(caught.value) == (
        "The file has no texts of “Werkstatt 2”, but of other pages. Import it there, "
        "or in the work list."
    )
    assert stored(workshop) == {}


def test_file_of_several_pages_gives_one_page_its_own(home, workshop, user):
    other = begun(home, title="Werkstatt 2", slug="zwei")
    po = filled(exported(workshop, other), lead="Join in.")

    outcome = imported(po, user, only=other)

    assert (outcome.saved, outcome.elsewhere) == (1, 6)
    assert stored(workshop) == {}


def test_file_of_another_site_is_refused(workshop, user):
    po = filled(exported(workshop), lead="Join in.")
    for entry in po:
        entry.msgctxt = f"9d1e2a4c-0b5f-4d3e-8a6b-7c1f2e3d4b5a:{entry.msgctxt[37:]}"
    po.metadata["X-Werkstatt-Site"] = "https://b.example"

    with pytest.raises(UnusableFileError) as caught:
        imported(po, user, only=workshop)

    first = next(iter(read_po(str(po).encode()))).linenum
    assert str(caught.value) == (
        f"The file has no texts of this website, as line {first} shows. It comes from "
        "https://b.example. Nothing was imported."
    )


def test_file_of_a_program_is_refused(workshop, user):
    po = polib.POFile()
    po.append(polib.POEntry(msgid="Open file", msgstr="Datei öffnen"))

    with pytest.raises(UnusableFileError) as caught:
        imported(po, user, only=workshop)

    assert str(caught.value) == (
        "The file has no texts of this website, or a program has removed their "
        "contexts (msgctxt), as in line 5. Nothing was imported."
    )


def test_file_without_texts_is_refused(workshop, user):
    po = exported(workshop)
    po.clear()

    with pytest.raises(UnusableFileError, match=r"The file has no texts\."):
        imported(po, user)


def test_file_of_wagtail_localize_for_another_page_is_refused(home, workshop, user):
    other = begun(home, title="Werkstatt 2", slug="zwei")
    po = filled_upstream(workshop, lead="Join in.")

    with pytest.raises(UnusableFileError):
        imported(po, user, only=other)

    assert stored(other) == {}


def test_pages_that_one_may_not_change_are_named(home, workshop, django_user_model):
    stranger = django_user_model.objects.create_user("eve", "eve@a.example", "secret")
    po = filled(exported(workshop), lead="Join in.")

    outcome = imported(po, stranger)

    sentence = "You do not have permission to change “Werkstatt 1” (English)."
    assert outcome.forbidden == [sentence]
    assert stored(workshop) == {}


def test_text_too_long_for_its_field_is_named_with_its_line(workshop, user):
    po = filled(exported(workshop), title="T" * 300, lead="Join in.")

    outcome = imported(po, user)

    [refused] = outcome.refused
    assert "255" in refused.sentences[0]
    assert refused.line == line_of(po, "Werkstatt 1")
    assert stored(workshop) == {"Machen Sie mit.": "Join in."}


def test_everything_is_saved_or_nothing(home, workshop, user, monkeypatch):
    other = begun(home, title="Werkstatt 2", slug="zwei")
    po = filled(exported(workshop, other), lead="Join in.")
    calls = []

    def fail_later(*args):
        calls.append(args)
        if len(calls) > 1:
            raise RuntimeError

    monkeypatch.setattr("pages.translation.storing.count_progress", fail_later)

    with pytest.raises(RuntimeError):
        imported(po, user)

    assert StringTranslation.objects.count() == 0
