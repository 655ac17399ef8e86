"""A translator's morning: from the work list to what visitors read."""

import re

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from pages.roles import create_roles
from tests import factories
from tests.browser.editor import Editor
from tests.translation.translating import edit, published, start

pytestmark = pytest.mark.browser


@pytest.fixture
def workshop(site):
    """A workshop whose English version is complete, and then is behind."""
    home = factories.home()
    published(home, title="Home")
    workshop = factories.workshop(
        home, "Werkstatt 1", lead="Es gibt 60 Plätze.", price="frei"
    )
    published(workshop, title="Workshop 1", lead="There are 60 places.", price="free")
    return edit(workshop, lead="Es gibt 40 Plätze.")


@pytest.fixture
def translator(visit, workshop):
    create_roles()
    member = User.objects.create_user("translator", password="Lindenblüte 7")
    member.groups.add(Group.objects.get(name="Translators"))
    return Editor(visit(), "translator", "Lindenblüte 7")


def test_translator_finds_sees_translates_publishes_and_reads(
    translator, visit, workshop
):
    page = translator.page
    reader = visit()
    reader.go("/en/workshop-1/")
    assert "There are 60 places." in reader.text()
    assert "the German original was changed on" in reader.text()

    translator.visit.go("/admin/translation-work/")
    row = page.get_by_role("row").filter(has_text="Werkstatt 1")
    row.locator("a[href*='/changes/']").click()
    expect(page.locator("del")).to_contain_text("60")
    expect(page.locator("ins")).to_contain_text("40")

    page.go_back()
    row.get_by_role("rowheader").get_by_role("link").click()
    string = page.locator("li.incomplete").filter(has_text="Es gibt 40 Plätze.")
    string.get_by_role("button").click()
    place = page.locator("li").filter(has=page.locator("textarea:visible")).last
    place.locator("textarea").fill("There are 40 places.")
    with page.expect_response(re.compile("/strings/")) as answered:
        place.get_by_role("button").last.click()
    assert answered.value.ok
    page.reload()
    with page.expect_navigation():
        page.click("#translation-publish")

    reader.go("/en/workshop-1/")
    assert "There are 40 places." in reader.text()
    assert "the German original was changed on" not in reader.text()
    assert reader.faults() == {}


def test_two_translators_of_one_text_the_second_is_told(translator, visit, workshop):
    create_roles()
    other = User.objects.create_user(
        "other", password="Lindenblüte 8", first_name="Ada", last_name="Roth"
    )
    other.groups.add(Group.objects.get(name="Translators"))
    colleague = Editor(visit(), "other", "Lindenblüte 8")
    english = workshop.get_translation(factories.locale("en"))
    for person in (translator, colleague):
        person.edit_page(english.pk)

    for person, words in ((colleague, "Forty places."), (translator, "40 places.")):
        page = person.page
        string = page.locator("li.incomplete").filter(has_text="Es gibt 40 Plätze.")
        string.get_by_role("button").click()
        place = page.locator("li").filter(has=page.locator("textarea:visible")).last
        place.locator("textarea").fill(words)
        with page.expect_response(re.compile("/strings/")):
            place.get_by_role("button").last.click()

    trouble = translator.page.locator("#translation-trouble")
    expect(trouble).to_contain_text("Ada Roth")
    expect(trouble).to_contain_text("Forty places.")
    expect(trouble.locator("textarea")).to_have_value("40 places.")


def test_address_of_an_untranslated_page_leads_to_the_original(visit, site):
    home = factories.home()
    start(home)
    workshop = factories.workshop(home, "Werkstatt 2", slug="werkstatt-2")
    reader = visit(width=360)

    reader.go("/en/werkstatt-2/")

    assert reader.page.url.startswith(f"{site}{workshop.url}")
    assert "Englisch" in reader.text()
    assert reader.faults() == {}
    assert reader.barriers() == []
