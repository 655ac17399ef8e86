"""A draft beside what is public: an act is done on both, and it stays a draft."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from pages.acts.acting import perform
from pages.acts.kinds import Kind
from pages.acts.undoing import undo
from pages.shifting import shift_workshop
from tests.acts.deeds import GERMAN, act, draft_of, read, stored
from tests.translation.people import browser


def test_draft_stays_a_draft_and_gets_the_act(draft, cast, client):
    perform(draft.pk, act(), cast.moderator)

    public, kept = stored(draft), draft_of(draft)
    assert (public.lead, public.price) == ("Worum es geht.", "")
    assert (kept.lead, kept.price) == ("Noch nicht fertig", "5 Euro")
    assert public.status == kept.status == "cancelled"
    assert public.has_unpublished_changes
    assert [note.text for note in public.change_notes.all()] == [GERMAN.change]
    assert {note.text for note in kept.change_notes.all()} == {
        "Kommt noch.",
        GERMAN.change,
    }
    assert "Noch nicht fertig" not in read(public, client)


def test_draft_published_later_has_one_note_of_the_act(draft, cast):
    perform(draft.pk, act(), cast.moderator)

    draft_of(draft).save_revision().publish()

    notes = [note.text for note in stored(draft).change_notes.all()]
    assert sorted(notes) == [GERMAN.change, "Kommt noch."]
    assert stored(draft).status == "cancelled"


def test_moderation_of_a_draft_goes_on_with_the_act_in_it(draft, cast):
    workflow = stored(draft).get_workflow()
    workflow.start(stored(draft), cast.editor)

    perform(draft.pk, act(), cast.moderator)
    state = TaskState.objects.get()
    state.approve(user=cast.moderator)

    public = stored(draft)
    assert (public.lead, public.status) == ("Noch nicht fertig", "cancelled")


def test_open_form_of_a_draft_is_out_of_date_afterwards(draft, cast):
    before = stored(draft).latest_revision_id

    perform(draft.pk, act(), cast.moderator)

    assert stored(draft).latest_revision_id != before


def planned_for(workshop, day):
    """A draft in which somebody has moved the workshop already, programme and all."""
    page = stored(workshop)
    shift_workshop(page, (day - page.local_start.date()).days)
    page.save_revision()


def dates_of(page):
    return page.local_start.date(), page.agenda[0].value["date"]


def test_draft_that_is_moved_already_keeps_its_date(workshop, cast):
    planned_for(workshop, date(2031, 3, 20))
    postpone = act(Kind.POSTPONE, first_day=date(2031, 3, 20))

    perform(workshop.pk, postpone, cast.moderator)

    for page in (stored(workshop), draft_of(workshop)):
        assert dates_of(page) == (date(2031, 3, 20), date(2031, 3, 20))
        assert page.status == "rescheduled"


def test_undo_leaves_the_date_that_a_draft_had_by_itself(workshop, cast):
    planned_for(workshop, date(2031, 3, 20))
    postpone = act(Kind.POSTPONE, first_day=date(2031, 3, 20))
    perform(workshop.pk, postpone, cast.moderator)

    undo(workshop.pk, cast.moderator)

    assert dates_of(stored(workshop)) == (date(2031, 3, 6), date(2031, 3, 6))
    assert dates_of(draft_of(workshop)) == (date(2031, 3, 20), date(2031, 3, 20))
    assert draft_of(workshop).status == "planned"


def test_undo_leaves_a_draft_that_was_moved_back_already(workshop, cast):
    postpone = act(Kind.POSTPONE, first_day=date(2031, 3, 20))
    perform(workshop.pk, postpone, cast.moderator)
    planned_for(workshop, date(2031, 3, 6))

    undo(workshop.pk, cast.moderator)

    assert dates_of(draft_of(workshop)) == (date(2031, 3, 6), date(2031, 3, 6))


def test_scheduled_version_gets_the_act_and_keeps_its_schedule(draft, cast, client):
    later = timezone.now() + timedelta(days=3)
    draft.go_live_at = later
    draft.save_revision(approved_go_live_at=later)

    answer = browser(cast.moderator).get(reverse("act", args=[draft.pk, "cancel"]))
    perform(draft.pk, act(), cast.moderator)

    assert answer.status_code == 200
    assert stored(draft).scheduled_revision.as_object().status == "cancelled"
    assert stored(draft).scheduled_revision.approved_go_live_at == later
    assert GERMAN.note in read(stored(draft), client)


def test_draft_beyond_the_calendar_is_named(workshop, cast):
    page = stored(workshop)
    page.ends_at = page.ends_at.replace(year=9999, month=12, day=30)
    page.save_revision()
    address = reverse("act", args=[workshop.pk, "postpone"])
    question = f"{address}?next=1&first_day=10.4.2031"

    answer = browser(cast.moderator).post(question, {"note_de": "Später."})

    assert "A date in the draft would lie beyond" in answer.content.decode()
    assert stored(workshop).status == "planned"
