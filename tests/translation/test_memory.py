"""What was translated before is offered again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation

from pages.translation import memory
from pages.translation.memory import Kind, suggest
from pages.translation.word_diff import word_diff
from tests import factories
from tests.translation.translating import (
    edit,
    published,
    start,
    translation_of,
)

pytestmark = pytest.mark.django_db


def offered(original, path):
    """What is offered for one place: kind, text, German, likeness, page."""
    (text,) = (t for t in suggest(translation_of(original)) if t.path == path)
    return [
        (found.kind, found.text, found.german, found.likeness, found.page)
        for found in text.suggestions
    ]


@pytest.fixture
def first(home):
    """A translated workshop, whose texts the memory knows."""
    workshop = factories.workshop(home, "Erste Werkstatt", lead="Bringen Sie Zeit mit.")
    published(workshop, title="First workshop", lead="Allow some time.")
    return workshop


@pytest.fixture
def second(home, first):
    """An untranslated workshop."""

    def second(**texts):
        workshop = factories.workshop(home, **{"title": "Zweite", **texts})
        start(workshop)
        return workshop

    return second


def test_same_text_elsewhere_is_offered_with_its_page(second):
    workshop = second(lead="Bringen Sie Zeit mit.")

    assert offered(workshop, "lead") == [
        (
            Kind.EXACT,
            "Allow some time.",
            "Bringen Sie Zeit mit.",
            100,
            "Erste Werkstatt",
        )
    ]


def test_newest_of_several_translations_comes_first(home, second):
    for number, english in enumerate(["Take time.", "Bring time.", "Take time."]):
        other = factories.workshop(home, f"W{number}", lead="Bringen Sie Zeit mit.")
        published(other, lead=english)
    workshop = second(lead="Bringen Sie Zeit mit.")

    texts = [text for _kind, text, *_rest in offered(workshop, "lead")]

    assert texts == ["Take time.", "Bring time.", "Allow some time."]


def test_similar_text_elsewhere_is_offered_with_its_likeness(second):
    workshop = second(lead="Bringen Sie viel Zeit mit.")

    assert offered(workshop, "lead") == [
        (
            Kind.SIMILAR,
            "Allow some time.",
            "Bringen Sie Zeit mit.",
            89,
            "Erste Werkstatt",
        )
    ]


def test_text_below_the_threshold_is_not_offered(second):
    workshop = second(lead="Bringen Sie bitte gute Laune und Stifte mit.")

    assert offered(workshop, "lead") == []


def test_old_text_of_the_place_is_offered_when_its_german_changes(first):
    edit(first, lead="Bringen Sie bitte viel Zeit und Geduld mit.")

    assert offered(first, "lead") == [
        (Kind.KEPT, "Allow some time.", "Bringen Sie Zeit mit.", 65, "")
    ]


def test_old_paragraph_stays_with_its_place_when_one_is_added(home):
    paragraphs = "<p>Wir beginnen um elf Uhr.</p><p>Es gibt Suppe für alle.</p>"
    workshop = factories.workshop(home, "Werkstatt", intro=paragraphs)
    published(workshop)

    added = "<p>Neu.</p>" + paragraphs.replace("alle", "viele")
    edit(workshop, intro=added)

    found = {t.german: t for t in suggest(translation_of(workshop))}
    assert found["Neu."].suggestions == []
    (kept,) = found["Es gibt Suppe für viele."].suggestions
    assert (kept.kind, kept.text) == (Kind.KEPT, "EN Es gibt Suppe für alle.")


def test_unconfirmed_machine_text_is_not_offered(first, second):
    StringTranslation.objects.filter(data="Allow some time.").update(
        translation_type="machine"
    )
    workshop = second(lead="Bringen Sie Zeit mit.")

    assert offered(workshop, "lead") == []


def test_broken_text_is_not_offered(first, second):
    StringTranslation.objects.filter(data="Allow some time.").update(has_error=True)
    workshop = second(lead="Bringen Sie Zeit mit.")

    assert offered(workshop, "lead") == []


def test_text_without_the_links_of_the_original_cannot_be_used_as_it_is(home):
    workshop = factories.workshop(
        home, "Werkstatt", intro="<p>Sehen Sie hier die Karte des Ortes.</p>"
    )
    published(workshop)

    edit(
        workshop,
        intro='<p>Sehen Sie <a href="https://example.org/">hier</a> die Karte.</p>',
    )

    (text,) = suggest(translation_of(workshop))
    assert [(s.text, s.fits) for s in text.suggestions] == [
        ("EN Sehen Sie hier die Karte des Ortes.", False)
    ]


def test_nothing_is_offered_for_what_is_translated(first):
    assert suggest(translation_of(first)) == []


def test_other_languages_are_not_offered(home, first, second):
    StringTranslation.objects.filter(data="Allow some time.").update(
        locale=factories.locale("fr")
    )
    workshop = second(lead="Bringen Sie Zeit mit.")

    assert offered(workshop, "lead") == []


def test_exact_match_is_unambiguous_only_if_all_agree(home, second):
    other = factories.workshop(home, "Dritte", lead="Bringen Sie Zeit mit.")
    published(other, lead="Take time.")
    workshop = second(title="Erste Werkstatt", lead="Bringen Sie Zeit mit.")

    texts = suggest(translation_of(workshop))

    by_path = {text.segment: text.path for text in texts}
    chosen = memory.exact_texts(texts)
    assert {by_path[s]: text for s, text in chosen.items()} == {
        "title": "First workshop"
    }


def body_of(count):
    return [
        {"type": "heading", "value": f"Überschrift {n} für die Werkstatt"}
        for n in range(count)
    ]


def test_number_of_queries_does_not_depend_on_the_texts(home):
    counts = []
    for number in (1, 30):
        known = factories.standard(home, f"Bekannt {number}", body=body_of(number))
        published(known)
        changed = factories.standard(home, f"Alt {number}", body=body_of(number))
        published(changed)
        blocks = changed.body.get_prep_value()
        for block in blocks:
            block["value"] = f"Jetzt: {block['value']}"
        edit(changed, body=blocks)
        translation = translation_of(changed)
        suggest(translation)  # content types are known from now on
        with CaptureQueriesContext(connection) as queries:
            texts = suggest(translation)
        assert len(texts) == number
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_only_so_many_texts_are_compared_at_a_time(home, monkeypatch):
    monkeypatch.setattr(memory, "COMPARED", 3)
    known = factories.standard(home, "Bekannt", body=body_of(5))
    published(known)
    blocks = body_of(5)
    for block in blocks:
        block["value"] += "!"
    new = factories.standard(home, "Neu", body=blocks)
    start(new)

    texts = [t for t in suggest(translation_of(new)) if t.path != "title"]

    assert [bool(text.suggestions) for text in texts] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_word_diff_tells_what_went_and_came():
    passages = word_diff("Um <b>elf</b> Uhr, los.", "Um <b>zwölf</b> Uhr, bitte!")

    assert passages == [
        ("same", "Um <b>"),
        ("gone", "elf"),
        ("new", "zwölf"),
        ("same", "</b> Uhr, "),
        ("gone", "los."),
        ("new", "bitte!"),
    ]


def test_word_diff_does_not_mix_texts_that_have_little_in_common():
    passages = word_diff("kostenfrei, mit Imbiss", "Der Eintritt ist frei.")

    assert passages == [
        ("gone", "kostenfrei, mit Imbiss"),
        ("new", "Der Eintritt ist frei."),
    ]
