"""An act of somebody who may not publish waits, and is then like any other."""

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import TaskState

from pages.acts.acting import submit
from pages.acts.refusals import RefusedError
from pages.acts.undoing import undo, undoable
from tests.acts.deeds import ENGLISH, act, draft_of, show_silent_picture, stored
from tests.translation.people import browser
from tests.translation.translating import english_of


def test_act_of_an_editor_waits_for_approval_and_then_speaks_english(workshop, cast):
    submit(workshop.pk, act(), cast.editor)
    waiting = stored(workshop).status, english_of(workshop).status

    TaskState.objects.get().approve(user=cast.moderator)

    assert waiting == ("planned", "planned")
    assert stored(workshop).status == "cancelled"
    assert english_of(workshop).status_note == ENGLISH.note


def test_editor_does_not_submit_somebody_elses_draft(draft, cast):
    with pytest.raises(RefusedError, match="weitere Änderungen"):
        submit(draft.pk, act(), cast.editor)

    assert draft_of(draft).status == "planned"


@pytest.mark.parametrize("kind", ["cancel", "postpone"])
def test_editor_reads_who_can_act_beside_a_draft_before_writing(draft, cast, kind):
    place = reverse("act", args=[draft.pk, kind])

    pages = {
        name: browser(person).get(place).content.decode()
        for name, person in (("editor", cast.editor), ("moderator", cast.moderator))
    }

    told = {name: "Please ask somebody" in html for name, html in pages.items()}
    asked = {name: "<form method=" in html for name, html in pages.items()}
    assert told == {"editor": True, "moderator": False}
    assert asked == {"editor": False, "moderator": True}


def test_approved_act_can_be_undone(workshop, cast):
    submit(workshop.pk, act(), cast.editor)
    assert undoable(stored(workshop)) is None
    TaskState.objects.get().approve(user=cast.moderator)

    undo(workshop.pk, cast.moderator)

    assert stored(workshop).status == english_of(workshop).status == "planned"


def test_undo_of_an_approved_act_restores_updated_on(workshop, cast):
    def dates():
        pages = (stored(workshop), english_of(workshop))
        return [(page.content_updated_at, page.text_version_at) for page in pages]

    before = dates()
    with time_machine.travel("2031-01-12", tick=False):
        submit(workshop.pk, act(), cast.editor)
        TaskState.objects.get().approve(user=cast.moderator)
        during = dates()

        undo(workshop.pk, cast.moderator)

    assert during != before
    assert dates() == before


def test_what_could_not_be_approved_is_not_submitted(workshop, cast):
    show_silent_picture(workshop)

    with pytest.raises(ValidationError, match="Alternativtext"):
        submit(workshop.pk, act(), cast.editor)

    assert draft_of(workshop).status == "planned"


def test_address_that_is_too_long_is_not_submitted(workshop, cast):
    address = reverse("act", args=[workshop.pk, "move_online"])
    data = {"online_url": f"https://meet.example/{'a' * 200}"}

    answer = browser(cast.editor).post(address, data)

    assert answer.context["act_form"].errors.keys() == {"online_url"}
