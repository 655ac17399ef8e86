"""The page beside its form: as it is being written, and checked."""

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.browser

SOON = 20_000  # milliseconds, for a busy machine
PARAGRAPH = "<p>Wir laden alle ein, die hier wohnen, arbeiten oder lernen.</p>"


def open_panel(editor, name):
    editor.page.click(f"[data-side-panel-toggle='{name}'] >> visible=true")


@pytest.fixture
def page(site):
    # A text that says nothing, as a camera has named the picture.
    image = factories.image("Platz", alt_texts={"de": "IMG_2031.jpg"})
    body = [("text", PARAGRAPH * 4), ("figure", {"image": image})]
    page = factories.standard(factories.home(), "Rundgang", body=body)
    page.save_revision().publish()
    return page


def test_preview_shows_what_is_being_written(moderator, page):
    moderator.edit_page(page.pk)

    open_panel(moderator, "preview")
    moderator.fill("lead", "Noch nicht gespeichert, schon zu sehen.")

    shown = moderator.page.frame_locator("#w-preview-iframe").locator("main")
    expect(shown).to_contain_text("schon zu sehen", timeout=SOON)


def test_checks_beside_the_form_find_what_is_wrong(moderator, page):
    moderator.edit_page(page.pk)

    open_panel(moderator, "checks")

    panel = moderator.page.locator("[data-side-panel='checks']")
    expect(panel.locator("[data-content-word-count]")).to_have_text("46", timeout=SOON)
    expect(panel.locator("[data-content-checker-count]")).to_have_text("1")
    # Wagtail writes what it found to the console; nothing of it was blocked.
    policy = "Content Security Policy"
    assert not [error for error in moderator.visit.errors if policy in error]
