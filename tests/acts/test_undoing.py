"""Undo restores exactly what was: what visitors read, and what editors had begun."""

import json
import re
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from wagtail.models import PageLogEntry

from pages.acts.acting import perform
from pages.acts.kinds import Act, Kind, Words
from pages.acts.refusals import RefusedError
from pages.acts.undoing import undo, undoable
from pages.models import WorkshopPage
from tests import factories
from tests.acts.deeds import act, draft_of, read, stored
from tests.translation.people import browser
from tests.translation.translating import edit, english_of, published, translate

BEFORE, LATER, LAST = "2031-01-10", "2031-01-12", "2031-01-14"

words = st.builds(
    Words, st.sampled_from(["", "Leider.", "A & B"]), st.sampled_from(["", "Neu."])
)
acts = st.builds(
    Act,
    st.sampled_from(Kind),
    st.builds(uuid4),
    words,
    st.fixed_dictionaries({}, optional={"en": words}),
    st.sampled_from([None, date(2031, 3, 30), date(2031, 11, 30)]),
    st.sampled_from(["", "https://meet.example/neu"]),
)
pasts = st.fixed_dictionaries(
    {
        "note": st.sampled_from(["", "Bitte anmelden."]),
        "translated": st.booleans(),
        "behind": st.booleans(),
        "draft": st.booleans(),
        "english_draft": st.booleans(),
    }
)


def built(home, past):
    """A workshop with a past: a note, a draft, an English version that is behind."""
    page = factories.workshop(
        home,
        "Werkstatt",
        lead="Worum es geht.",
        status_note=past["note"],
        registration_deadline=date(2031, 3, 1),
        agenda=[
            {"type": "day", "id": "d", "value": {"date": "2031-03-06", "title": ""}}
        ],
    )
    page.save_revision().publish()
    published(page, title="Workshop")
    if past["behind"]:
        page = edit(page, lead="Worum es jetzt geht.")
    if not past["translated"]:
        edit(page, status_note=past["note"] and f"{past['note']} Danke!")
    if past["english_draft"]:
        translate(page, lead="Half done")
        english_of(page).save_revision()
    page = stored(page)
    if past["draft"]:
        page.lead = "Noch nicht fertig"
        page.save_revision()
    return stored(page)


def seen(page, client):
    """All that visitors read of a page, in both languages, and when it was changed."""
    return [
        (
            version.content_updated_at,
            version.text_version_at,
            # Generated anew for each answer.
            re.sub(r'nonce="[^"]*"', "", client.get(version.url).content.decode()),
        )
        for version in (stored(page), english_of(page))
    ]


def begun(page):
    """What editors have begun, without what is counted."""
    found = []
    for version in (stored(page), english_of(page)):
        content = version.get_latest_revision_as_object().serializable_data()
        counted = {
            "latest_revision", "live_revision", "latest_revision_created_at",
            "last_published_at", "text_version", "update_pending", "content_updated_at",
            "text_version_at",
        }  # fmt: skip
        content["agenda"] = json.loads(content["agenda"])
        found.append({k: v for k, v in content.items() if k not in counted})
    return found


def different(found, wanted):
    pairs = zip(found, wanted, strict=True)
    return [(k, a[k], b[k]) for a, b in pairs for k in a if a[k] != b[k]]


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pasts, acts)
@example(
    past={"note": "", "translated": True, "behind": False}
    | {"draft": True, "english_draft": False},
    wanted=Act(Kind.POSTPONE, uuid4(), Words("", ""), {}, date(2031, 11, 30), ""),
)
def test_undo_restores_what_visitors_read_and_editors_began(
    home, cast, client, past, wanted
):
    with transaction.atomic():
        with time_machine.travel(BEFORE, tick=False):
            page = built(home, past)
        with time_machine.travel(LATER, tick=False):
            before, drafts = seen(page, client), begun(page)
            perform(page.pk, wanted, cast.moderator)
            during = seen(page, client)
        with time_machine.travel(LAST, tick=False):
            undo(page.pk, cast.moderator)
        with time_machine.travel(LATER, tick=False):
            after, drafts_after = seen(page, client), begun(page)
        transaction.set_rollback(True)

    assert during != before
    assert after == before
    assert different(drafts_after, drafts) == []


def test_what_was_changed_since_stays(workshop, cast):
    perform(workshop.pk, act(), cast.moderator)
    edit(stored(workshop), lead="Neu seither", price="frei")

    undo(workshop.pk, cast.moderator)

    page = stored(workshop)
    assert (page.lead, page.price, page.status) == ("Neu seither", "frei", "planned")
    assert page.status_note == ""
    assert page.change_notes.count() == 0


def test_act_that_was_rewritten_is_not_undone(workshop, cast):
    perform(workshop.pk, act(), cast.moderator)
    edit(stored(workshop), status_note="Doch anders.")

    with pytest.raises(RefusedError, match="Hinweis zum Status"):
        undo(workshop.pk, cast.moderator)

    assert stored(workshop).status == "cancelled"
    assert undoable(stored(workshop)) is None


def test_draft_begun_after_the_act_loses_only_the_act(workshop, cast):
    perform(workshop.pk, act(), cast.moderator)
    page = stored(workshop)
    page.lead = "Danach begonnen"
    page.save_revision()

    undo(workshop.pk, cast.moderator)

    kept = draft_of(workshop)
    assert (kept.lead, kept.status) == ("Danach begonnen", "planned")
    assert stored(workshop).lead == "Worum es geht."


def test_undo_is_done_once_and_logged(workshop, cast):
    perform(workshop.pk, act(), cast.moderator)
    undo(workshop.pk, cast.moderator)

    with pytest.raises(RefusedError, match="rückgängig"):
        undo(workshop.pk, cast.moderator)

    actions = PageLogEntry.objects.filter(action__startswith="pages.")
    assert list(actions.order_by("timestamp").values_list("action", flat=True)) == [
        "pages.cancel",
        "pages.undo_act",
    ]


def test_second_act_is_undone_to_the_first(workshop, cast):
    perform(workshop.pk, act(Kind.POSTPONE), cast.moderator)
    postponed = stored(workshop).status_note
    later = act(Kind.POSTPONE, first_day=date(2031, 5, 1), words=Words("Am 1. Mai."))
    perform(workshop.pk, later, cast.moderator)

    undo(workshop.pk, cast.moderator)

    page = stored(workshop)
    assert (page.status, page.status_note) == ("postponed", postponed)
    assert page.starts_at == workshop.starts_at


def test_undo_in_the_admin_asks_first(workshop, cast, client):
    before = read(workshop, client)
    perform(workshop.pk, act(), cast.moderator)
    address = reverse("undo_act", args=[workshop.pk])
    moderator = browser(cast.moderator)

    asked = moderator.get(address)
    between = stored(workshop).status
    moderator.post(address)

    assert "was done by" in asked.content.decode()
    assert between == "cancelled"
    assert read(stored(workshop), client) == before


def test_editor_without_the_right_to_publish_undoes_nothing(workshop, cast):
    perform(workshop.pk, act(), cast.moderator)

    answer = browser(cast.editor).post(reverse("undo_act", args=[workshop.pk]))

    assert answer.status_code == 403
    assert WorkshopPage.objects.get(pk=workshop.pk).status == "cancelled"
