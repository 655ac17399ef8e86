"""Two translators at the same text: the second is told, nothing is overwritten."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation as language
from wagtail.models import GroupPagePermission
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringTranslation,
)

from pages.translation.writer import RefusedError, Writer, save_text, version_of
from tests import factories
from tests.translation.at_work import Desk, segment_of
from tests.translation.translating import (
    edit,
    english_of,
    start,
    translation_of,
)


@pytest.fixture(autouse=True)
def in_english():
    with language.override("en"):
        yield


@pytest.fixture
def workshop(home):
    workshop = factories.workshop(home, "Werkstatt", lead="Bringen Sie Zeit mit.")
    start(workshop)
    return workshop


@pytest.fixture
def translation(workshop):
    return translation_of(workshop)


@pytest.fixture
def lead(translation):
    return segment_of(translation, "lead")


@pytest.fixture
def ada(workshop):
    return Desk("Ada")


@pytest.fixture
def ben(workshop):
    return Desk("Ben")


def stored(segment):
    rows = StringTranslation.objects.filter(
        translation_of=segment.string_id, context=segment.context_id
    )
    return list(rows.values_list("data", flat=True))


def test_text_is_saved_and_answered_as_the_editor_expects(ada, lead):
    answer = ada.save(lead, "Allow some time.")

    assert answer.status_code == 200
    content = answer.json()
    assert content["data"] == "Allow some time."
    assert content["error"] is None
    assert content["comment"].startswith("Translated manually on")
    assert content["last_translated_by"]["full_name"] == "Ada Roth"
    assert content["version"] == version_of("Allow some time.")
    assert stored(lead) == ["Allow some time."]


def test_second_of_two_first_texts_is_told_who_was_faster(ada, ben, lead):
    ada.save(lead, "Allow some time.")

    answer = ben.save(lead, "Bring time.")

    assert answer.status_code == 409
    assert answer.json()["detail"].startswith(
        "Not saved: Ada Roth changed this text on "
    )
    assert answer.json()["theirs"] == "Allow some time."
    assert stored(lead) == ["Allow some time."]


def test_second_of_two_changes_is_told_who_was_faster(ada, ben, lead):
    ada.save(lead, "Time.")
    ben.save(lead, "Allow time.", seen="Time.")

    answer = ada.save(lead, "Bring time.", seen="Time.")

    assert (answer.status_code, answer.json()["theirs"]) == (409, "Allow time.")
    assert stored(lead) == ["Allow time."]


def test_whoever_has_read_the_other_text_may_replace_it(ada, ben, lead):
    ada.save(lead, "Allow some time.")
    refused = ben.save(lead, "Bring time.").json()

    answer = ben.save(lead, "Bring time.", **{"X-Seen-Text": refused["version"]})

    assert answer.status_code == 200
    assert stored(lead) == ["Bring time."]


def test_equal_words_are_no_conflict(ada, ben, lead):
    ada.save(lead, "Allow some time.")

    answer = ben.save(lead, "Allow some time.")

    assert answer.status_code == 200
    assert stored(lead) == ["Allow some time."]


def test_own_change_in_another_window_is_not_overwritten(ada, lead):
    ada.save(lead, "Allow some time.")

    answer = ada.save(lead, "Bring time.")

    assert answer.status_code == 409
    assert "you have changed this text yourself" in answer.json()["detail"]


def test_changed_text_is_not_deleted(ada, ben, lead):
    ada.save(lead, "Time.")
    ben.save(lead, "Allow time.", seen="Time.")

    answer = ada.delete(lead, seen="Time.")

    assert answer.status_code == 409
    assert stored(lead) == ["Allow time."]


def test_deleted_text_is_not_written_again_unnoticed(ada, ben, lead):
    ada.save(lead, "Time.")
    ben.delete(lead, seen="Time.")

    answer = ada.save(lead, "Allow time.", seen="Time.")

    assert answer.status_code == 409
    assert "somebody has deleted this text" in answer.json()["detail"]
    assert stored(lead) == []


def test_seen_text_is_deleted(ada, lead):
    ada.save(lead, "Time.")

    answer = ada.delete(lead, seen="Time.")

    assert (answer.status_code, stored(lead)) == (200, [])


def test_without_a_version_the_text_of_somebody_else_stays(ada, ben, lead):
    ada.save(lead, "Allow some time.")

    answer = ben.save(lead, "Bring time.", Accept="application/json")

    assert answer.status_code == 409
    assert stored(lead) == ["Allow some time."]


def test_text_whose_german_changed_meanwhile_is_not_saved(ada, workshop, lead):
    edit(workshop, lead="Bringen Sie Geduld mit.")

    answer = ada.save(lead, "Allow some time.")

    assert answer.status_code == 409
    assert "the original has changed here" in answer.json()["detail"]
    assert StringTranslation.objects.filter(data="Allow some time.").count() == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Allow <b>some time.", "<b>"),
        ("Allow <script>alert(1)</script> time.", "script"),
        ('Allow <a id="a9">time</a>.', "a9"),
        ("  ", "empty"),
    ],
)
def test_broken_text_is_refused_and_the_earlier_one_stays(ada, lead, text, reason):
    ada.save(lead, "Allow some time.")

    answer = ada.save(lead, text, seen="Allow some time.")

    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("Not saved; the earlier text stays.")
    assert reason in answer.json()["detail"]
    assert stored(lead) == ["Allow some time."]
    assert not StringTranslation.objects.filter(has_error=True).exists()


def test_text_too_long_for_its_field_is_refused(ada, translation):
    title = segment_of(translation, "title")

    answer = ada.save(title, "W" * 256)

    assert answer.status_code == 400
    assert "255" in answer.json()["detail"]
    assert stored(title) == []


def test_missing_number_is_saved_with_a_warning(home, ada):
    workshop = factories.workshop(home, "Werkstatt 2", lead="Es kommen 80 Leute.")
    start(workshop)
    lead = segment_of(translation_of(workshop), "lead")

    answer = ada.save(lead, "Many people come.")

    assert answer.status_code == 200
    assert "80" in " ".join(answer.json()["warnings"])
    assert stored(lead) == ["Many people come."]


def test_saving_a_machine_text_makes_it_a_persons(ada, lead):
    ada.save(lead, "Allow some time.")
    StringTranslation.objects.update(translation_type="machine", tool_name="DeepL")

    ada.save(lead, "Allow some time.", seen="Allow some time.")

    row = StringTranslation.objects.get(context=lead.context_id)
    assert (row.translation_type, row.tool_name) == ("manual", "")


def test_deleted_original_does_not_lose_the_text(ada, workshop, lead):
    workshop.delete()

    answer = ada.save(lead, "Allow some time.")

    assert answer.status_code == 200
    assert "the original has been deleted" in answer.json()["warnings"][0]
    assert stored(lead) == ["Allow some time."]


def test_deleted_translation_is_told(ada, workshop, lead):
    english_of(workshop).delete()

    answer = ada.save(lead, "Allow some time.")

    assert answer.status_code == 404
    assert answer.json() == {"detail": "It does not exist any more."}


def test_stranger_saves_nothing(lead):
    stranger = Desk("Eva")
    GroupPagePermission.objects.all().delete()

    answer = stranger.save(lead, "Allow some time.")

    assert (answer.status_code, stored(lead)) == (403, [])


def test_visitor_saves_nothing(ada, lead):
    ada.client = Client()

    answer = ada.save(lead, "Allow some time.")

    assert answer.status_code == 302
    assert stored(lead) == []


def test_foreign_segment_is_not_found(home, ada, translation):
    other = factories.workshop(home, "Andere")
    start(other)
    foreign = segment_of(translation_of(other), "title")
    address = ada.address(foreign).replace(
        f"/{translation_of(other).pk}/", f"/{translation.pk}/"
    )

    answer = ada.client.delete(address)

    assert answer.status_code == 404


@pytest.fixture
def slug(translation):
    return OverridableSegment.objects.get(
        source=translation.source, context__path="slug"
    )


def test_form_of_a_fact_is_not_overwritten_either(ada, ben, slug):
    ada.save(slug, "First one")

    answer = ben.save(slug, "other")

    assert (answer.status_code, answer.json()["theirs"]) == (409, "first-one")
    assert [row.data for row in SegmentOverride.objects.all()] == ["first-one"]


def test_form_of_a_fact_returns_to_the_original(ada, slug):
    ada.save(slug, "first")

    answer = ada.delete(slug, seen="first")

    assert answer.status_code == 200
    assert not SegmentOverride.objects.exists()


@pytest.mark.parametrize("value", ["", "!!!"])
def test_address_cannot_be_empty(ada, slug, value):
    answer = ada.save(slug, value)

    assert answer.status_code == 400
    assert not SegmentOverride.objects.exists()


def test_text_saved_without_the_lock_is_found_by_the_database(
    ada, ben, lead, translation, monkeypatch
):
    """An import of a PO file locks no segment."""

    def meanwhile(segment, text):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data="Imported.",
            translation_type="manual",
            last_translated_by=ben.user,
        )

    monkeypatch.setattr("pages.translation.writer.refuse_if_broken", meanwhile)
    writer = Writer(translation, ada.user, seen=version_of(None))

    with pytest.raises(RefusedError, match="Ben Roth changed this text") as refused:
        save_text(writer, lead.pk, "Mine.")

    assert refused.value.theirs == "Imported."


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("seen", [None, "Old."])
def test_of_two_at_the_very_same_moment_one_is_refused(
    lead, translation, ada, ben, seen
):
    if seen:
        ada.save(lead, seen)
    ready = Barrier(2)
    outcomes = []

    def save(desk, text):
        ready.wait()
        try:
            save_text(Writer(translation, desk.user, version_of(seen)), lead.pk, text)
            outcomes.append("saved")
        except RefusedError as refused:
            outcomes.append(refused.theirs)
        finally:
            connection.close()

    people = [
        Thread(target=save, args=args) for args in [(ada, "Time."), (ben, "Patience.")]
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()

    assert sorted(outcomes, key="saved".__ne__) == ["saved", stored(lead)[0]]
    assert len(stored(lead)) == 1
