"""An editor's morning: the dashboard, the reports, and the way to what is wrong."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from django.utils import timezone
from playwright.sync_api import expect

from pages.models import PageReview, WorkshopPage
from pages.roles import create_roles
from tests import factories
from tests.browser.editor import Editor
from tests.browser.visits import WCAG

pytestmark = pytest.mark.browser

AGENDA = [
    ("session", {"start": "11:00", "end": "12:00", "title": "Begrüßung"}),
    ("session", {"start": "11:30", "end": "12:30", "title": "Vortrag"}),
]


@pytest.fixture
def content(site):
    """A site with something to do of each kind."""
    home = factories.home()
    create_roles()
    figure = {"image": factories.image("Platz"), "caption": "Der Platz"}
    texts = [("text", f"<p>Absatz {number}.</p>" * 9) for number in range(6)]
    page = factories.standard(home, "Rundgang", body=[*texts, ("figure", figure)])
    factories.workshop(home, "Werkstatt 1", agenda=AGENDA)
    return page


@pytest.fixture
def editor(visit, content):
    member = User.objects.create_user("editor", password="Lindenblüte 7")
    member.groups.add(Group.objects.get(name="Editors"))
    yesterday = timezone.localdate() - timedelta(days=1)
    PageReview.objects.create(page=content, person=member, due_on=yesterday)
    return Editor(visit(), "editor", "Lindenblüte 7")


def barriers(page, selector):
    """What axe finds in a part of a page that is ours, once it is there."""
    expect(page.locator(selector).first).to_be_visible(timeout=30_000)
    rules = {"runOnly": {"type": "tag", "values": WCAG}}
    found = Axe().run(page, context=selector, options=rules).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def expect_place(page, *path):
    """The form is open, and at the place: Wagtail scrolls to what its address names."""
    place = page.locator(" ".join(f"[data-contentpath='{part}']" for part in path))
    expect(place).to_be_visible(timeout=30_000)
    assert page.url.endswith(f"/edit/#:w:contentpath={'.'.join(path)}")


def test_editor_sees_what_is_to_do_and_gets_to_the_place(editor, content):
    page, go = editor.page, editor.visit.go
    go("/admin/")
    for name in ("next-workshops", "odd-programmes", "own-reviews"):
        expect(page.locator(f"#{name}-section")).to_be_visible()
        assert barriers(page, f"#{name}-section") == []

    page.locator("#odd-programmes-section li a").click()
    entry = WorkshopPage.objects.get().agenda.raw_data[1]["id"]
    expect_place(page, "agenda", entry)

    go("/admin/reports/quality/")
    assert barriers(page, "#listing-results") == []
    row = page.get_by_role("row").filter(has_text="Platz")
    row.get_by_role("rowheader").get_by_role("link").click()
    expect_place(page, "body", content.body.raw_data[6]["id"], "image")

    go("/admin/reports/reviews/?state=overdue")
    assert barriers(page, "#listing-results") == []
    row = page.get_by_role("row").filter(has_text="Rundgang")
    row.locator("a[href*='/review/']").click()
    assert barriers(page, "main form[method=post]") == []
    with page.expect_navigation():
        page.locator("main form[method=post] button[type=submit]").click()
    expect(page.locator(".messages")).to_contain_text("Rundgang")
    assert PageReview.objects.get(page=content).reviewed_on == timezone.localdate()
