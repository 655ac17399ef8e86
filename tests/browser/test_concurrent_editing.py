"""Two people at one page: both are told, and nothing that either wrote is lost."""

from datetime import time

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from pages.blocks import AgendaStream
from pages.models import WorkshopPage
from pages.roles import create_roles
from tests import factories
from tests.browser.editor import Editor

pytestmark = pytest.mark.browser

SESSION = AgendaStream().child_blocks["session"]
NAMES = {"ada": "Ada Roth", "ben": "Ben Sommer"}
SOON = 10_000  # milliseconds, for a busy machine
PAUSE = 3_000  # milliseconds: several times what the form waits before it saves itself

# Wagtail looks for changes from two seconds after a form is there. People are faster
# than that on their machines, the tests are not on every one.
SLOW_TO_WATCH = """
  const wait = window.setTimeout;
  window.setTimeout = (call, time, ...more) =>
    wait(call, time === 2000 ? 6000 : time, ...more);
"""
WATCHED = """() => {
  const form = document.querySelector('form[data-edit-form]');
  const name = 'w-unsaved';
  return wagtail.app.getControllerForElementAndIdentifier(form, name).initialFormData;
}"""


@pytest.fixture
def page(site, settings):
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1000
    workshop = factories.workshop(factories.home())
    workshop.save_revision().publish()
    return workshop


@pytest.fixture
def people(visit, page):
    """Ada and Ben, each in a browser, with the page open."""
    create_roles()
    people = []
    for name, full_name in NAMES.items():
        first_name, last_name = full_name.split()
        member = User.objects.create_user(
            name, password="Lindenblüte 7", first_name=first_name, last_name=last_name
        )
        member.groups.add(Group.objects.get(name="Editors"))
        people.append(Editor(visit(), name, "Lindenblüte 7"))
    for person in people:
        person.edit_page(page.pk)
    return people


def others(person):
    """Who else is at the page, as the buttons above the form."""
    return person.page.locator("#w-editing-sessions").get_by_role("button")


def sees(person, name):
    """Point at the other's picture; wait until it says whose it is."""
    expect(others(person)).to_have_count(1, timeout=SOON)
    others(person).hover()
    shown = person.page.locator("[data-tippy-root] >> visible=true")
    expect(shown).to_contain_text(name, timeout=SOON)
    person.page.mouse.move(0, 0)


def is_told_of_a_version_by(person, name):
    told = others(person).and_(
        person.page.get_by_label(f"{name} hat eine neue Version gespeichert")
    )
    expect(told).to_be_visible(timeout=SOON)


def state(person, name):
    """What the form says about saving by itself: "saved" or "paused"."""
    return person.page.locator(f".w-autosave-indicator__state--{name}")


def is_save_of(page):
    """Tell an answer to the form from those to the admin's other questions."""
    path = f"/admin/pages/{page.pk}/edit/"
    return lambda answer: answer.request.method == "POST" and answer.url.endswith(path)


def leads(page):
    """The lead in every version that was ever saved, the newest last."""
    revisions = page.revisions.order_by("created_at")
    return [revision.as_object().lead for revision in revisions]


def latest(page):
    return WorkshopPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_page_is_saved_while_a_person_writes(people, page):
    ada, _ben = people

    ada.fill("lead", "Adas Satz.")
    expect(state(ada, "saved")).to_be_visible(timeout=SOON)

    assert latest(page).lead == "Adas Satz."
    assert WorkshopPage.objects.get(pk=page.pk).lead == ""


def test_page_is_saved_by_itself_again_after_it_was_refused(people, page):
    ada, _ben = people
    ada.fill_time("ends_at", "2031-03-06 10:00")

    ada.submit()
    refused = ada.page.locator(".messages .error").inner_text()
    expect(state(ada, "saved")).to_be_visible(timeout=SOON)
    with ada.page.expect_response(is_save_of(page), timeout=SOON):
        ada.fill("lead", "Danach.")
    expect(state(ada, "saved")).to_be_visible(timeout=SOON)

    assert refused != ""
    assert latest(page).lead == "Danach."


def test_only_what_is_saved_with_the_page_is_saved_by_itself(people, page):
    ada, ben = people
    for person in people:
        person.page.add_init_script(SLOW_TO_WATCH)
        person.edit_page(page.pk)

    assert ada.offers("body") != []
    ada.search_block("body", "Text")
    ada.page.click("[data-side-panel-toggle=preview]")
    ada.page.click("[data-side-panel-toggle=checks]")
    ada.page.click("[name=lead]")
    ada.page.wait_for_function(WATCHED)
    ada.page.wait_for_timeout(PAUSE)
    untouched = page.revisions.count()
    ben.fill("lead", "Bens Satz.")
    ben.page.wait_for_function(WATCHED)
    expect(state(ben, "saved")).to_be_visible(timeout=SOON)

    assert untouched == 1
    assert leads(page)[1:] == ["Bens Satz."]


def test_two_at_one_page_are_told_and_nothing_is_lost(people, page):
    ada, ben = people

    # They see each other before anybody writes.
    sees(ada, NAMES["ben"])
    sees(ben, NAMES["ada"])

    # What Ada writes is saved; Ben is told and what he writes does not go over it.
    ada.fill("lead", "Adas Satz.")
    expect(state(ada, "saved")).to_be_visible(timeout=SOON)
    is_told_of_a_version_by(ben, NAMES["ada"])
    ben.fill("lead", "Bens Satz.")
    expect(state(ben, "paused")).to_be_visible(timeout=SOON)
    assert latest(page).lead == "Adas Satz."
    assert ben.field("lead").input_value() == "Bens Satz."

    # Ben saves on purpose and is asked first; Ada's version stays in the history.
    ben.page.click(".footer .action-save")
    dialog = ben.page.locator("#w-save-confirmation-dialog, [role=dialog]")
    asked = f"Wenn Sie fortfahren, ersetzt Ihre Version die von {NAMES['ada']}."
    expect(dialog.first).to_contain_text(asked, timeout=SOON)
    assert latest(page).lead == "Adas Satz."
    with ben.page.expect_navigation(wait_until="load"):
        ben.page.click("[data-w-dialog-target=confirm]")
    is_told_of_a_version_by(ada, NAMES["ben"])

    assert leads(page)[-1] == "Bens Satz."
    assert "Adas Satz." in leads(page)


def test_unfinished_time_is_complained_of_only_after_it_was_left(people, page):
    ada, _ben = people
    before = page.revisions.count()
    session = ada.add_block("agenda", SESSION)
    ada.fill(f"{session}-start", "10:00")
    ada.page.keyboard.press("Tab")
    expect(state(ada, "saved")).to_be_visible(timeout=SOON)
    saved = page.revisions.count()

    ada.field(f"{session}-end").press_sequentially("1")
    ada.page.wait_for_timeout(PAUSE)
    while_typing = state(ada, "paused").is_visible()
    ada.page.click("[name=lead]")
    expect(state(ada, "paused")).to_be_visible(timeout=SOON)
    ada.fill_time(f"{session}-end", "11:00")
    expect(state(ada, "saved")).to_be_visible(timeout=SOON)

    assert (while_typing, saved > before) == (False, True)
    assert latest(page).agenda[-1].value["end"] == time(11)


def test_unfinished_start_is_complained_of_only_after_it_was_left(people, page):
    ada, _ben = people

    ada.fill("starts_at", "06.03.2031 1")
    ada.page.wait_for_timeout(PAUSE)
    while_typing = state(ada, "paused").is_visible()
    ada.page.click("[name=lead]")
    expect(state(ada, "paused")).to_be_visible(timeout=SOON)
    ada.fill_time("starts_at", "06.03.2031 10:00")
    expect(state(ada, "saved")).to_be_visible(timeout=SOON)

    assert while_typing is False
    assert f"{latest(page).local_start:%d.%m.%Y %H:%M}" == "06.03.2031 10:00"
