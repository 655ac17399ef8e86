"""An editor writes, a moderator publishes, a stranger sees neither."""

import pytest
from django.contrib.auth.models import Group, User
from django.utils.translation import override
from playwright.sync_api import expect

from pages.blocks import AgendaStream
from pages.models import WorkshopPage
from pages.roles import create_roles
from tests import factories
from tests.browser.editor import Editor

pytestmark = pytest.mark.browser

SESSION = AgendaStream().child_blocks["session"]
TITLE = "Werkstatt Wasser"


@pytest.fixture
def series(site):
    series = factories.series(factories.home())
    series.save_revision().publish()
    return series


@pytest.fixture
def editor(visit, series):
    create_roles()
    member = User.objects.create_user("editor", password="Lindenblüte 8")
    member.groups.add(Group.objects.get(name="Editors"))
    return Editor(visit(), "editor", "Lindenblüte 8")


def write(editor, series):
    """Begin a workshop whose programme ends an item before it starts; its number."""
    editor.add_page(series.pk, "workshoppage")
    editor.fill_all(title=TITLE, number="1")
    editor.fill_time("starts_at", "2031-03-06 11:00")
    editor.fill_time("ends_at", "2031-03-06 16:00")
    add_session(editor, "11:00", "10:00", "Begrüßung")
    editor.save()
    return WorkshopPage.objects.get(title=TITLE)


def add_session(editor, start, end, title):
    session = editor.add_block("agenda", SESSION)
    editor.fill_time(f"{session}-start", start)
    editor.fill_time(f"{session}-end", end)
    editor.fill(f"{session}-title", title)


def warned(page):
    with override("de"):
        return [
            found.message
            for found in stored(page).get_latest_revision_as_object().warnings()
        ]


def stored(page):
    return WorkshopPage.objects.get(pk=page.pk)


def test_editor_writes_is_warned_and_submits_moderator_compares_and_approves(
    series, editor, moderator, visit
):
    page = write(editor, series)
    reader = visit()
    at_first = reader.go(page.url)

    # The editor is told of the contradiction, mends it and cannot publish.
    [sentence] = warned(page)
    assert sentence in editor.page.locator(".help-warning").inner_text()
    editor.fill_time("agenda-0-value-end", "12:00")
    assert editor.actions() == ["action-submit"]
    editor.submit()
    assert (at_first, reader.go(page.url)) == (404, 404)

    # The moderator publishes what was submitted.
    moderator.edit_page(page.pk)
    moderator.approve()
    assert reader.go(page.url) == 200
    assert "11:00–12:00" in reader.text().replace(" bis ", "")

    # A change is compared with what visitors read before they read it, too.
    editor.edit_page(page.pk)
    editor.fill("agenda-0-value-title", "Empfang")
    editor.submit()
    reader.go(page.url)
    assert "Empfang" not in reader.text()
    moderator.visit.go(f"/admin/pages/{page.pk}/revisions/compare/live...latest/")
    assert moderator.page.locator(".deletion").all_inner_texts() == ["Begrüßung"]
    assert moderator.page.locator(".addition").all_inner_texts() == ["Empfang"]
    moderator.edit_page(page.pk)
    moderator.approve()
    reader.go(page.url)
    assert "Empfang" in reader.text()
    assert reader.faults() == {}


def test_editor_cannot_publish_with_a_forged_button(editor, series):
    page = write(editor, series)
    editor.edit_page(page.pk)
    editor.page.evaluate(
        "document.querySelector('[name=action-submit]').name = 'action-publish'"
    )

    editor.publish()

    assert stored(page).live is False


def test_stranger_is_refused(series, editor, visit):
    page = write(editor, series)
    stranger = visit()

    for path in (f"/admin/pages/{page.pk}/edit/", "/admin/", "/admin/reports/"):
        stranger.go(path)
        expect(stranger.page.locator("[name=password]")).to_be_visible()
        assert "/admin/login/" in stranger.page.url
    assert stranger.go(page.url) == 404
    assert stranger.go(f"/admin/pages/{page.pk}/view_draft/") == 200
    assert TITLE not in stranger.page.content()
