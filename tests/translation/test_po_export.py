"""What a translator's program gets to read."""

import re
import subprocess

import pytest
from django.utils.translation import override

from tests.translation.exchange import (
    begun,
    entry_for,
    exported,
    translator,
    write,
)
from tests.translation.translating import (
    edit,
    published,
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


def test_file_has_each_text_once_at_each_place(workshop):
    po = exported(workshop)

    uuid = translation_of(workshop).uuid
    intro = f"{uuid}:intro"
    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in po] == [
        (f"{uuid}:title", "Werkstatt 1", ""),
        (f"{uuid}:lead", "Machen Sie mit.", ""),
        (intro, LINKED, ""),
        (intro, "2031", ""),
        (f"{uuid}:agenda.a.title", "Begrüßung", ""),
        (f"{uuid}:agenda.b.title", "Begrüßung", ""),
    ]


def test_header_names_language_time_and_site(workshop):
    header = exported(workshop).metadata

    assert header["Language"] == "en"
    assert header["Project-Id-Version"] == "Werkstatt"
    assert header["X-Source-Language"] == "de"
    assert header["X-Werkstatt-Site"] == "http://testserver"
    moment = r"20\d\d-\d\d-\d\d \d\d:\d\d[+-]\d{4}"
    assert re.fullmatch(moment, header["POT-Creation-Date"])


def test_entry_says_in_words_where_it_stands(workshop):
    po = exported(workshop)

    assert (
        po[4].comment == "“Werkstatt 1”: Programme › Programme item › Title\nstate:none"
    )
    assert po[4].occurrences == [("werkstatt-1/agenda.a.title", "")]


def test_entry_names_its_page_in_the_quotes_of_the_language(workshop):
    with override("de"):
        po = exported(workshop)

    assert po[0].comment.startswith("„Werkstatt 1“: ")


@pytest.mark.gettext
def test_gettext_has_nothing_to_complain_of(workshop, tmp_path):
    write(workshop, "Machen Sie mit.", "Join in.", translation_type="machine")
    file = tmp_path / "a.po"
    file.write_text(str(exported(workshop)))

    result = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", str(file)],  # noqa: S607 (wherever it is installed)
        capture_output=True,
        text=True,
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, "")


def test_translated_text_is_final(workshop):
    write(workshop, "Machen Sie mit.", "Join in.")

    entry = entry_for(exported(workshop), "Machen Sie mit.")

    assert (entry.msgstr, entry.fuzzy) == ("Join in.", False)


def test_text_of_an_older_original_is_fuzzy(workshop):
    published(workshop, lead="Join in.")
    edit(workshop, lead="Machen Sie alle mit.")

    entry = entry_for(exported(workshop), "Machen Sie alle mit.")

    assert (entry.msgstr, entry.fuzzy) == ("Join in.", True)
    assert entry.previous_msgid == "Machen Sie mit."
    assert entry.comment.endswith("state:none")


def test_text_of_a_machine_is_fuzzy(workshop):
    write(workshop, "Machen Sie mit.", "Join in.", translation_type="machine")

    entry = entry_for(exported(workshop), "Machen Sie mit.")

    assert (entry.msgstr, entry.fuzzy) == ("Join in.", True)
    assert "Translated by a machine and not confirmed yet." in entry.comment


def test_text_with_a_mistake_is_fuzzy(workshop):
    write(workshop, "Machen Sie mit.", "<p>Join in.", has_error=True)

    entry = entry_for(exported(workshop), "Machen Sie mit.")

    assert (entry.msgstr, entry.fuzzy) == ("<p>Join in.", True)
    assert "This translation has a mistake" in entry.comment
