"""The report of all pages by their next look, and the panel of one's own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pages.models import PageReview
from pages.reviews.dashboard import OwnReviewsPanel
from tests import factories
from tests.translation.people import browser

pytestmark = pytest.mark.django_db


def planned(home, title, days, person=None):
    page = factories.standard(home, title)
    day = timezone.localdate() + timedelta(days=days)
    PageReview.objects.create(page=page, person=person, due_on=day)
    return page


def report(user, **query):
    return browser(user).get(reverse("review_report"), query)


def titles(answer):
    return [page.title for page in answer.context["object_list"]]


def test_overdue_pages_come_first_and_those_without_a_date_last(cast, home):
    planned(home, "Später", 9)
    planned(home, "Überfällig", -9)

    assert titles(report(cast.editor)) == ["Überfällig", "Später", "Start"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "overdue"}, ["Überfällig"]),
        ({"state": "planned"}, ["Heute", "Später"]),
        ({"state": "none"}, ["Start"]),
        ({"due_until": "today"}, ["Überfällig", "Heute"]),
        ({"person": "editor"}, ["Heute"]),
    ],
)
def test_report_is_filtered(cast, home, query, found):
    planned(home, "Später", 9, cast.moderator)
    planned(home, "Heute", 0, cast.editor)
    planned(home, "Überfällig", -1, cast.moderator)
    names = {"today": timezone.localdate(), "editor": cast.editor.pk}
    query = {key: names.get(value, value) for key, value in query.items()}

    assert titles(report(cast.editor, **query)) == found


def test_report_is_exported(cast, home):
    page = planned(home, "Impressum", 9, cast.editor)
    day = timezone.localdate() + timedelta(days=9)

    answer = report(cast.editor, export="csv")

    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[1:] == [
        f"Impressum,{day},editor,,{page.full_url}",
        "Start,,,,http://testserver/",
    ]


def test_report_is_for_those_who_edit_originals(cast, home):
    planned(home, "Geheim", -1)

    assert report(cast.editor).status_code == 200
    assert report(cast.translator).status_code == 302
    assert report(cast.stranger).status_code == 302


@pytest.mark.parametrize("amount", [1, 30])
def test_report_asks_as_much_for_any_number_of_pages(cast, home, amount):
    for number in range(amount):
        planned(home, f"Seite {number}", number, cast.editor)
    visitor = browser(cast.editor)
    visitor.get(reverse("review_report_results"))

    with CaptureQueriesContext(connection) as asked:
        visitor.get(reverse("review_report_results"))

    assert len(asked) == 12


def panel(user):
    request = RequestFactory().get("/admin/")
    request.user = user
    return OwnReviewsPanel().render_html({"request": request})


def test_panel_shows_own_pages_that_are_due(cast, home):
    planned(home, "Meine fällige", -1, cast.editor)
    planned(home, "Meine bald", 14, cast.editor)
    planned(home, "Meine späte", 15, cast.editor)
    planned(home, "Deine", -1, cast.moderator)

    shown = panel(cast.editor)

    there = [
        title
        for title in ("Meine fällige", "Meine bald", "Meine späte", "Deine")
        if f">{title}<" in shown
    ]
    assert there == ["Meine fällige", "Meine bald"]


def test_panel_is_silent_about_pages_one_may_not_edit(cast, home):
    planned(home, "Geheim", -1, cast.stranger)

    assert panel(cast.stranger).strip() == ""


@pytest.mark.parametrize("amount", [1, 8])
def test_panel_asks_as_much_for_any_number_of_pages(cast, home, amount):
    for number in range(amount):
        planned(home, f"Seite {number}", -1, cast.editor)

    with CaptureQueriesContext(connection) as asked:
        panel(cast.editor)

    assert len(asked) == 2


def test_panel_without_anything_due_is_empty(cast):
    assert panel(cast.editor).strip() == ""
