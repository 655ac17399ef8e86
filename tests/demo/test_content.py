"""The demo's file: complete, in both languages, and free of dates in its words."""

import re
from collections import Counter

import pytest

from home.demo.dates import FIELDS
from pages.blocks import AgendaStream, BodyStream
from tests.demo.written import FOLDER, content, page, structure, values

WORKSHOPS = (
    "werkstatt-1",
    "werkstatt-2",
    "werkstatt-3",
    "stadtspaziergang",
    "abschlusswerkstatt",
)
UNTRANSLATED = "befragung"


def types_in(node: object) -> set[str]:
    return {value for name, value in values(node) if name == "type"}


def test_demo_has_every_page_in_both_languages_but_one():
    found = Counter(each["key"] for each in content()["pages"])

    once = [key for key, count in found.items() if count == 1]

    assert once == [UNTRANSLATED]
    assert set(found.values()) == {1, 2}


def test_demo_has_every_snippet_in_both_languages():
    found = Counter((each["type"], each["key"]) for each in content()["snippets"])

    assert set(found.values()) == {2}


@pytest.mark.parametrize("key", WORKSHOPS)
def test_workshop_has_the_same_structure_in_both_languages(key):
    german, english = page(key), page(key, "en")

    streams = ("agenda", "report", "body")

    for name in streams:
        assert structure(german.get(name)) == structure(english.get(name))


@pytest.mark.parametrize("key", WORKSHOPS)
def test_workshop_has_the_same_facts_in_both_languages(key):
    facts = ("number", "starts_at", "ends_at", "venue", "status", "attendance")

    german = [page(key).get(name) for name in facts]
    english = [page(key, "en").get(name) for name in facts]

    assert german == english


@pytest.mark.parametrize("locale", ["de", "en"])
def test_demo_shows_every_block_of_the_core(locale):
    offered = set(BodyStream.base_blocks) | set(AgendaStream.base_blocks)

    pages = [each for each in content()["pages"] if each["locale"] == locale]

    shown = types_in([[each.get("body"), each.get("report")] for each in pages])
    shown |= types_in([each.get("agenda") for each in pages])
    assert offered - shown == set()


def test_showpiece_has_a_value_in_every_field_that_visitors_see():
    optional = {"body", "report", "registration_url", "online_url", "status_note"}
    asked = {
        *("lead", "intro", "information", "agenda", "flyer", "venue", "number"),
        *("starts_at", "ends_at", "price", "places", "spoken_languages"),
        *("registration_email", "registration_deadline", "page_contacts"),
        *("page_documents", "change_notes", "original_published_on"),
    }

    found = {name for name, value in page("werkstatt-2").items() if value}

    assert asked - found == set()
    assert found & optional == set()


def test_demo_names_no_year_in_its_words():
    years = re.compile(r"\b20[2-9]\d\b")

    found = [
        (name, value)
        for name, value in values(content())
        if isinstance(value, str) and name not in FIELDS and years.search(value)
    ]

    assert found == []


def test_demo_uses_every_file_that_is_there():
    named = {
        each["file"] for part in ("images", "documents") for each in content()[part]
    }

    there = {
        f"{folder}/{path.name}"
        for folder in ("images", "documents")
        for path in (FOLDER / folder).iterdir()
    }

    assert there == named


def test_images_have_an_alternative_text_in_both_languages():
    languages = {tuple(each["alt_texts"]) for each in content()["images"]}

    assert languages == {("de", "en")}


def test_images_stay_small():
    size = sum(path.stat().st_size for path in (FOLDER / "images").iterdir())

    assert size < 1_200_000


def test_addresses_lead_nowhere():
    reserved = re.compile(r"@[\w.-]+\.example$|^https://([\w-]+\.)+example/")
    licences = "https://creativecommons.org/"

    wrong = [
        value
        for name, value in values(content())
        if name in ("email", "registration_email", "url", "registration_url")
        and not reserved.search(value)
        and not value.startswith(licences)
    ]

    assert wrong == []
