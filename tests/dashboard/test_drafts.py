"""Drafts in review: for whom they wait, and who is told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Workflow

from pages.dashboard.moderation import waiting_drafts
from pages.dashboard.panels import DraftsPanel
from tests import factories
from tests.translation.people import browser

pytestmark = pytest.mark.django_db


def submitted(page, user):
    page.save_revision(user=user)
    Workflow.objects.get().start(page, user)
    return page


def waiting(user):
    return [
        (draft.page.draft_title, draft.asked_by, draft.waits_for, draft.is_sent_back)
        for draft in waiting_drafts(user, 9)
    ]


def test_draft_says_who_asks_and_for_whom_it_waits(cast, home):
    submitted(factories.standard(home, "Impressum", live=False), cast.editor)

    assert waiting(cast.moderator) == [("Impressum", "editor", "Moderators", False)]


def test_approved_draft_waits_no_more(cast, home):
    page = submitted(factories.standard(home, "Impressum", live=False), cast.editor)
    state = page.current_workflow_task_state
    state.approve(user=cast.moderator)

    assert waiting(cast.editor) == []


def test_draft_that_was_sent_back_waits_for_its_editors(cast, home):
    page = submitted(factories.standard(home, "Impressum", live=False), cast.editor)
    page.current_workflow_task_state.reject(user=cast.moderator)

    assert waiting(cast.editor) == [("Impressum", "editor", "Moderators", True)]


def test_each_sees_drafts_of_what_they_may_edit(cast, home):
    page = submitted(factories.standard(home, "Impressum"), cast.editor)
    submitted(factories.translated(page, title="Imprint"), cast.translator)

    seen = {
        name: [title for title, *_rest in waiting(getattr(cast, name))]
        for name in ("editor", "moderator", "translator", "stranger")
    }

    assert seen == {
        "editor": ["Impressum", "Imprint"],
        "moderator": ["Impressum", "Imprint"],
        "translator": ["Imprint"],
        "stranger": [],
    }


@pytest.mark.parametrize("amount", [1, 8])
def test_panel_asks_as_much_for_any_number_of_drafts(cast, home, show, amount):
    for number in range(amount):
        submitted(factories.standard(home, f"Seite {number}"), cast.editor)
    user = type(cast.editor).objects.get(pk=cast.editor.pk)
    show(DraftsPanel, user)

    with CaptureQueriesContext(connection) as asked:
        show(DraftsPanel, user)

    assert len(asked) == 4


def test_dashboard_shows_each_draft_of_ones_own_once(cast, home):
    submitted(factories.standard(home, "Impressum", live=False), cast.editor)

    answer = browser(cast.editor).get(reverse("wagtailadmin_home"))

    names = [panel.name for panel in answer.context["panels"]]
    assert "user_objects_in_workflow_moderation" not in names
    assert names[:3] == ["idle_worker", "next_workshops", "odd_programmes"]
    assert "drafts-in-review" in answer.content.decode()
