"""An administrator at the webhooks: setting one up, reading answers, switching on."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from cms.webhooks.models import Attempt, Delivery, Webhook
from tests import factories
from tests.browser.editor import Editor
from tests.browser.visits import WCAG

pytestmark = pytest.mark.browser

# "Go to the first error" fades in, and is measured before it can be read.
WAGTAILS_BUTTON = "button[data-controller~=w-count]"
UNTIL_STILL = """() => Promise.race([
  Promise.all(document.getAnimations().map(one => one.finished)),
  new Promise(done => setTimeout(done, 2000)),
])"""
NEW, LOG = "/admin/webhooks/new/", "/admin/webhooks/log/"
PLACES = {
    "/admin/": "#stopped-webhooks-section",
    "/admin/webhooks/": "main",
    NEW: "main",
    "/admin/webhooks/edit/{pk}/": "main",
    LOG: "main",
}
SIZES = [(language, width) for language in ("de", "en") for width in (360, 1280)]


@pytest.fixture
def stopped(site):
    """A webhook that we have given up on: one message arrived, one waits."""
    home = factories.home()
    webhook = Webhook.objects.create(
        name="Partner",
        url="https://10.0.0.1/a-long-address-without-any-space/for/the/hook",
        events=["page.published"],
        stopped_at=timezone.now(),
    )
    for status in (200, 500):
        home.save_revision().publish()
        delivery = Delivery.objects.latest("pk")
        Attempt.objects.create(delivery=delivery, status=status, answer="x" * 2_000)
    Delivery.objects.filter(tries__status=200).update(delivered_at=timezone.now())
    return webhook


@pytest.fixture
def ada(visit, site):
    """Begins the visit of an administrator in a language, on a screen so wide."""

    def begin(language="de", width=1280):
        ada = User.objects.create_superuser("ada", password="Lindenblüte 7")
        UserProfile.objects.create(user=ada, preferred_language=language)
        return Editor(visit(width=width), "ada", "Lindenblüte 7")

    return begin


def barriers(page, selector):
    expect(page.locator(selector).first).to_be_visible(timeout=30_000)
    # Messages fade in, and are measured before they can be read.
    page.evaluate(UNTIL_STILL)
    rules = {"runOnly": {"type": "tag", "values": WCAG}}
    context = {"include": [selector], "exclude": [WAGTAILS_BUTTON]}
    found = Axe().run(page, context=context, options=rules).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("language", "width"), SIZES)
def test_no_page_has_a_barrier(ada, stopped, language, width):
    admin = ada(language, width)
    page, go = admin.page, admin.visit.go

    found = {}
    for place, selector in PLACES.items():
        go(place.format(pk=stopped.pk))
        found[place] = barriers(page, selector)
        if place == LOG:
            page.locator("summary").first.click()
            found["answer"] = barriers(page, selector)
        assert (admin.visit.errors, admin.visit.strangers) == ([], [])
    go(NEW)
    admin.fill("url", "partner")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    found["refused"] = barriers(page, "main")

    assert admin.language() == language
    assert {place: these for place, these in found.items() if these} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_log_keeps_all_columns_in_reach(ada, stopped, width):
    page = ada(width=width).page
    page.goto(page.url.partition("/admin/")[0] + LOG)

    for column in (
        page.locator("#listing-results tbody tr").first.locator("th, td").all()
    ):
        assert column.bounding_box()["width"] > 40
    button = page.locator("#listing-results td button").first
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_keyboard_reads_an_answer_and_switches_on_again(ada, stopped):
    admin = ada()
    page, keyboard = admin.page, admin.page.keyboard
    admin.visit.go(LOG)

    # The table scrolls, so it is a stop; then each answer, and the button of its row.
    page.locator("#listing-results form button").first.focus()
    keyboard.press("Tab")
    expect(page.get_by_role("region", name="Webhook-Protokoll")).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(page.get_by_text("x" * 2_000).first).to_be_visible()
    keyboard.press("Tab")
    focused = page.locator("button:focus")
    expect(focused).to_have_accessible_description(re.compile("Seite veröffentlicht"))

    admin.visit.go("/admin/")
    page.locator("#stopped-webhooks-section form button").focus()
    with page.expect_navigation():
        keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Partner")
    assert Webhook.objects.get().stopped_at is None
