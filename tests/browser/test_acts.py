"""A moderator's bad day: a copy for next time, a cancellation, and then it is on."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from pages.blocks import AgendaStream
from pages.models import WorkshopPage
from tests import factories
from tests.browser.editor import label_of
from tests.translation.translating import english_of, published

pytestmark = pytest.mark.browser

BLOCKS = AgendaStream().child_blocks


@pytest.fixture
def workshop(site):
    home = factories.home()
    published(home, title="Home")
    series = factories.series(home)
    published(series, title="Series")
    workshop = factories.workshop(
        series,
        "1. Werkstatt: Plätze",
        number=1,
        agenda=[
            {"type": "day", "value": {"date": "2031-03-06"}},
            {"type": "session", "value": {"start": "11:00", "title": "Beginn"}},
        ],
    )
    workshop.save_revision().publish()
    published(workshop, title="Workshop 1: Places")
    return workshop


def press(editor, text):
    with editor.page.expect_navigation(wait_until="load"):
        editor.page.locator("main").get_by_role("button", name=text).first.click()


def test_moderator_copies_cancels_and_undoes(moderator, workshop, visit):
    page, reader = moderator.page, visit()
    english = english_of(workshop)

    # Next time: a draft four weeks later, with the next number.
    moderator.visit.go(f"/admin/workshops/{workshop.pk}/copy/")
    moderator.fill_time("first_day", "3.4.2031")
    press(moderator, "Neue Daten anzeigen")
    row = page.locator("table.listing tbody tr").first
    move = " ".join(row.inner_text().split())
    assert "Donnerstag, 6. März 2031" in move
    assert "Donnerstag, 3. April 2031" in move
    press(moderator, "Kopie als Entwurf anlegen")
    expect(moderator.field("title")).to_have_value("2. Werkstatt: Plätze")
    expect(moderator.field("starts_at")).to_have_value("03.04.2031 11:00")
    copy = WorkshopPage.objects.get(number=2)
    assert (copy.live, copy.agenda[0].value["date"]) == (False, date(2031, 4, 3))

    # Cancelled, in one act: two texts, two languages.
    moderator.visit.go(f"/admin/workshops/{workshop.pk}/act/cancel/")
    note = "Die Werkstatt am 6. März 2031 findet nicht statt."
    expect(moderator.field("note_de")).to_have_value(note)
    moderator.fill("note_en", "We are sorry: this workshop is off.")
    press(moderator, "Jetzt veröffentlichen")
    reader.go(workshop.url)
    assert note in reader.text()
    reader.go(english.url)
    assert "We are sorry: this workshop is off." in reader.text()
    assert "The workshop was cancelled." in reader.text()

    # It takes place after all.
    with page.expect_navigation(wait_until="load"):
        page.locator(".messages a[href$='/undo/']").click()
    press(moderator, "Jetzt rückgängig machen")
    for address, gone in ((workshop.url, "abgesagt"), (english.url, "cancelled")):
        reader.go(address)
        assert gone not in reader.text()


def test_times_are_proposed_and_nothing_typed_is_changed(moderator, site):
    workshop = factories.workshop(factories.home())
    workshop.save_revision().publish()
    moderator.edit_page(workshop.pk)
    page = moderator.page

    first = moderator.add_block("agenda", BLOCKS["session"])
    expect(moderator.field(f"{first}-start")).to_have_value("11:00")
    moderator.fill_time(f"{first}-end", "11:45")
    second = moderator.add_block("agenda", BLOCKS["break"])
    expect(moderator.field(f"{second}-start")).to_have_value("11:45")
    moderator.fill_time(f"{second}-start", "12:00")
    third = moderator.add_block("agenda", BLOCKS["session"])
    expect(moderator.field(f"{third}-start")).to_have_value("13:00")

    # In the middle.
    stream = "[name='agenda-count'] ~ [data-streamfield-stream-container]"
    page.locator(f"{stream} > div > .c-sf-add-button").nth(1).click()
    menu = page.locator("[data-tippy-root] [role=option]")
    menu.get_by_text(label_of(BLOCKS["session"]), exact=True).click()
    inserted = page.locator("[name='agenda-3-value-start']")
    expect(inserted).to_have_value("11:45")
    starts = [f"agenda-{number}-value-start" for number in range(4)]
    values = [moderator.field(name).input_value() for name in starts]
    assert values == ["11:00", "12:00", "13:00", "11:45"]


def test_end_begins_with_the_start(moderator, site):
    home = factories.home()
    moderator.add_page(home.pk, "workshoppage")

    moderator.fill_time("starts_at", "06.03.2031 18:00")
    moderator.field("ends_at").focus()

    expect(moderator.field("ends_at")).to_have_value(re.compile(r"^06\.03\.2031 18:00"))
