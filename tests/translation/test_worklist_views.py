"""The work list in the admin: who sees it, what it shows, where it leads."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.users.models import UserProfile

from pages.models import Menu, TranslationProgress, WorkMail
from pages.roles import create_roles
from tests import factories
from tests.rendering.reading import Reading
from tests.translation.translating import (
    edit,
    english_of,
    published,
    start,
    translate,
    translation_of,
)

pytestmark = pytest.mark.django_db

PAGES = "/admin/translation-work/en/"
SNIPPETS = "/admin/translation-work/en/snippets/"


def person(name, *groups, language="en"):
    user = User.objects.create_user(name, f"{name}@example.org", "geheim")
    user.groups.set(Group.objects.filter(name__in=groups))
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


@pytest.fixture
def site(home):
    """A German and an English home page, with roles for both."""
    published(home)
    create_roles()
    return home


@pytest.fixture
def translator(site):
    return person("thea", "Translators")


@pytest.fixture
def editor(site):
    """Somebody who writes German pages and nothing else."""
    group = Group.objects.create(name="Nur Deutsch")
    group.permissions.set(Group.objects.get(name="Translators").permissions.all())
    site.group_permissions.create(
        group=group,
        permission=Permission.objects.get(
            codename="change_page", content_type__app_label="wagtailcore"
        ),
    )
    return person("edda", "Nur Deutsch")


@pytest.fixture
def logged_in(client, translator):
    client.force_login(translator)
    return client


def look(client, address=PAGES, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return Reading(response)


def titles(client, address=PAGES, **query):
    """The titles on the list, in their order."""
    response = client.get(address, query)
    assert response.status_code == 200
    return [row.title for row in response.context["rows"]]


# --- Rights -------------------------------------------------------------------------


def test_translator_is_led_to_the_list_of_their_language(logged_in):
    response = logged_in.get("/admin/translation-work/")

    assert (response.status_code, response.url) == (302, PAGES)


def test_menu_leads_translators_there_and_nobody_else(client, translator, editor):
    client.force_login(translator)
    with_it = client.get("/admin/").content.decode()
    client.force_login(editor)
    without = client.get("/admin/").content.decode()

    assert "/admin/translation-work/" in with_it
    assert "/admin/translation-work/" not in without


@pytest.mark.parametrize(
    "address", ["/admin/translation-work/", PAGES, SNIPPETS, "CHANGES"]
)
def test_who_cannot_translate_is_sent_away(client, editor, site, address):
    client.force_login(editor)
    if address == "CHANGES":
        key = translation_of(site).pk
        address = f"/admin/translation-work/changes/{key}/"

    response = client.get(address)

    assert (response.status_code, response.url) == (302, "/admin/")


def test_visitor_has_to_log_in(client, site):
    response = client.get(PAGES)

    assert (response.status_code, response.url) == (
        302,
        f"/admin/login/?next={PAGES}",
    )


@pytest.mark.parametrize("code", ["de", "fr", "xx"])
def test_translator_has_no_list_of_other_languages(logged_in, code):
    Locale.objects.create(language_code="fr")

    response = logged_in.get(f"/admin/translation-work/{code}/")

    assert (response.status_code, response.url) == (302, "/admin/")


def test_several_languages_are_links_to_several_lists(client, site):
    Locale.objects.create(language_code="fr")
    client.force_login(person("mona", "Moderators"))

    links = client.get(PAGES).context["languages"]

    assert [url for _locale, url in links] == [PAGES, "/admin/translation-work/fr/"]


# --- What is shown ------------------------------------------------------------------


def test_list_hides_what_is_current(logged_in, site):
    factories.standard(site, "Impressum")

    assert titles(logged_in) == ["Impressum"]


def test_empty_list_says_that_there_is_nothing_to_do(logged_in):
    assert "There is nothing to do here." in look(logged_in).text


def test_missing_page_leads_to_the_form_that_begins_it(logged_in, site):
    page = factories.standard(site, "Impressum")

    [row] = logged_in.get(PAGES).context["rows"]

    assert row.url == f"/admin/localize/submit/page/{page.pk}/?select_locale=en"
    assert (row.changes_url, row.export_key) == ("", None)


def test_begun_page_leads_to_its_translation_and_its_changes(logged_in, site):
    page = factories.standard(site, "Impressum", lead="Alt")
    published(page)
    edit(page, lead="Neu")

    [row] = logged_in.get(PAGES).context["rows"]

    key = translation_of(page).pk
    assert row.url == f"/admin/pages/{english_of(page).pk}/edit/"
    assert row.changes_url == f"/admin/translation-work/changes/{key}/"
    assert row.export_key == key


def test_chosen_pages_are_exported(logged_in, site):
    page = factories.standard(site, "Impressum", lead="Wer wir sind.")
    start(page)
    form = Reading(logged_in.get(PAGES)).one("form:has(table)")
    query = [(field["name"], field["value"]) for field in form.select("input")]

    response = logged_in.get(form["action"], dict(query))

    assert response["Content-Disposition"] == 'attachment; filename="texts-en.po"'
    assert 'msgid "Wer wir sind."' in response.content.decode()


def test_editor_leads_to_what_has_changed(logged_in, site):
    page = factories.standard(site, "Impressum")
    published(page)

    html = logged_in.get(f"/admin/pages/{english_of(page).pk}/edit/").content.decode()

    key = translation_of(page).pk
    assert f'href="/admin/translation-work/changes/{key}/"' in html


def test_state_is_written_and_drawn(logged_in, site):
    page = factories.workshop(site, "Werkstatt 1")
    start(page)

    response = logged_in.get(PAGES)

    html = response.content.decode()
    assert "icon-edit" in html
    assert "texts open" in Reading(response).text
    assert "1 text open" in Reading(response).text


def test_machine_translations_to_confirm_are_counted(logged_in, site):
    page = factories.standard(site, "Impressum")
    published(page)
    TranslationProgress.objects.filter(translation=translation_of(page)).update(
        machine_strings=2
    )

    [row] = logged_in.get(PAGES).context["rows"]

    assert row.details == ["2 machine translations to confirm"]


def test_list_is_written_in_the_language_of_the_reader(client, site):
    factories.standard(site, "Impressum")
    client.force_login(person("timo", "Translators", language="de"))

    page = look(client)

    assert "fehlt" in page.text
    assert "Was zu tun ist" in page.text


def test_german_titles_are_marked_as_german(logged_in, site):
    factories.standard(site, "Impressum")

    assert '<span lang="de">Impressum</span>' in logged_in.get(PAGES).content.decode()


def test_draft_title_of_an_original_is_not_shown(logged_in, site):
    page = factories.standard(site, "Impressum")
    page.title = "Geheimer Plan"
    page.save_revision()

    assert "Geheimer Plan" not in logged_in.get(PAGES).content.decode()


def test_private_page_is_listed_once_its_translation_is_begun(logged_in, site):
    begun, missing = (
        factories.standard(site, title, lead="Wer wir sind.")
        for title in ("Beirat", "Vorstand")
    )
    start(begun)
    for page in (begun, missing):
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    found, dashboard = titles(logged_in), look(logged_in, "/admin/").text

    assert found == ["Beirat"]
    assert "1 translation is waiting" in dashboard


def test_list_has_pages(logged_in, site):
    for number in range(51):
        factories.standard(site, f"Seite {number}")

    counts = [len(titles(logged_in, p=number)) for number in (1, 2)]

    assert counts == [50, 1]


# --- Filters ------------------------------------------------------------------------


@pytest.fixture
def several(site):
    project = factories.project(site, "Stadtlabor")
    factories.workshop(project, "Werkstatt 1")
    factories.workshop(site, "Werkstatt 2")
    page = factories.standard(site, "Impressum")
    start(page)
    return project


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Impressum", "Stadtlabor", "Werkstatt 1", "Werkstatt 2"]),
        ({"state": "open"}, ["Impressum"]),
        ({"state": "missing"}, ["Stadtlabor", "Werkstatt 1", "Werkstatt 2"]),
        ({"state": "current"}, ["Start"]),
        ({"state": "behind"}, []),
        ({"q": "werkstatt"}, ["Werkstatt 1", "Werkstatt 2"]),
        ({"q": "werkstatt", "state": "open"}, []),
    ],
)
def test_filters_by_state_and_title(logged_in, several, query, expected):
    assert titles(logged_in, **query) == expected


def test_everything_is_everything(logged_in, several):
    assert len(titles(logged_in, state="all")) == 5


def test_filters_by_page_type_and_project(logged_in, several):
    kind = Page.objects.get(title="Werkstatt 1").content_type_id

    assert titles(logged_in, type=kind) == ["Werkstatt 1", "Werkstatt 2"]
    assert titles(logged_in, project=several.pk) == ["Stadtlabor", "Werkstatt 1"]


def test_state_that_does_not_exist_is_named(logged_in, several):
    assert "Select a valid choice." in look(logged_in, state="gelb").text


def test_filter_is_a_plain_form(logged_in, several):
    html = logged_in.get(PAGES, {"state": "open"}).content.decode()

    assert '<option value="open" selected>Texts open</option>' in html
    assert f'<form class="work-filters" method="get" action="{PAGES}">' in html


# --- The directory and menus --------------------------------------------------------


def test_snippets_are_a_list_of_their_own(logged_in, site):
    start(factories.contact("Jo Wallner", role="Leitung"))
    start(factories.venue("Rathaus", arrival="Mit der Bahn"))
    Menu.objects.create(place="header", locale=factories.locale())

    found = {
        (row.title, row.kind, row.state.slug)
        for row in logged_in.get(SNIPPETS).context["rows"]
    }

    assert found == {
        ("Jo Wallner", "contact", "open"),
        ("Rathaus", "venue", "open"),
        ("header", "menu", "missing"),
    }


def test_snippets_are_filtered(logged_in, site):
    start(factories.contact("Jo Wallner", role="Leitung"))
    start(factories.venue("Rathaus", arrival="Mit der Bahn"))

    assert titles(logged_in, SNIPPETS, type="pages.venue") == ["Rathaus"]
    assert titles(logged_in, SNIPPETS, state="current") == []


def test_who_may_not_change_a_snippet_gets_no_link(client, site):
    start(factories.contact("Jo Wallner", role="Leitung"))
    group = Group.objects.get(name="Translators")
    group.permissions.remove(*group.permissions.filter(codename="change_contact"))
    client.force_login(person("thea", "Translators"))

    [row] = client.get(SNIPPETS).context["rows"]

    assert row.url == ""


def test_who_may_change_a_snippet_gets_its_translation(client, site):
    contact = factories.contact("Jo Wallner", role="Leitung")
    english = start(contact)
    client.force_login(User.objects.create_superuser("root"))

    [row] = client.get(SNIPPETS).context["rows"]

    assert row.url == f"/admin/snippets/pages/contact/edit/{english.pk}/"


# --- What has changed ---------------------------------------------------------------


@pytest.fixture
def changed(site):
    page = factories.standard(site, "Impressum", lead="Suppe um elf")
    published(page, lead="Soup at 11")
    return edit(page, lead="Suppe um <zwölf>")


def changes_address(page):
    return f"/admin/translation-work/changes/{translation_of(page).pk}/"


def test_changes_show_old_new_and_english(logged_in, changed):
    response = logged_in.get(changes_address(changed))

    html = response.content.decode()
    assert "Suppe um <del>" in html
    assert "elf</del>" in html
    assert "&lt;zwölf&gt;</ins>" in html
    assert '<dd lang="en">Soup at 11</dd>' in html
    assert "not translated yet" in html


def test_changes_show_what_is_saved(logged_in, changed):
    translate(changed, lead="Soup at 12")

    text = look(logged_in, changes_address(changed)).text

    assert "Soup at 12" in text
    assert "translated, not published yet" in text


def test_changes_say_which_versions_are_compared(logged_in, changed):
    text = look(logged_in, changes_address(changed)).text

    assert "The original was last changed on" in text
    assert "The translation reflects the version of" in text


def test_changes_of_a_current_translation_say_that_there_are_none(logged_in, site):
    text = look(logged_in, changes_address(site)).text

    assert "No text has changed since the translation was made." in text


def test_changes_of_a_page_whose_original_is_offline_say_so(logged_in, changed):
    address = changes_address(changed)
    changed.unpublish()

    assert "The original is not public any more" in look(logged_in, address).text


def test_changes_in_german(client, changed):
    client.force_login(person("timo", "Translators", language="de"))

    text = look(client, changes_address(changed)).text

    assert "noch nicht übersetzt" in text
    assert "Deutsch, damals und jetzt" in text


def test_changes_of_an_unknown_translation_are_not_found(logged_in):
    assert logged_in.get("/admin/translation-work/changes/999/").status_code == 404


# --- Dashboard ----------------------------------------------------------------------


def test_dashboard_counts_what_is_left(logged_in, site, changed):
    factories.standard(site, "Datenschutz")

    text = look(logged_in, "/admin/").text

    assert "2 translations are waiting: 1 changed, 1 missing" in text


def test_dashboard_says_when_all_is_done(logged_in):
    assert "All translations are done" in look(logged_in, "/admin/").text


def test_dashboard_says_it_in_german(client, site, changed):
    client.force_login(person("timo", "Translators", language="de"))

    assert "1 Übersetzung wartet: 1 geändert" in look(client, "/admin/").text


def test_dashboard_does_not_bother_who_cannot_translate(client, editor, changed):
    client.force_login(editor)

    assert "waiting" not in look(client, "/admin/").text


# --- Account ------------------------------------------------------------------------


ACCOUNT = {
    "name_email-first_name": "Thea",
    "name_email-last_name": "T.",
    "name_email-email": "thea@example.org",
    "locale-preferred_language": "en",
    "locale-current_time_zone": "",
    "theme-theme": "system",
    "theme-contrast": "system",
    "theme-density": "default",
}


def test_mail_is_off_until_somebody_wants_it(logged_in, translator):
    html = logged_in.get("/admin/account/").content.decode()

    assert 'name="translation_mail-is_wanted"' in html
    assert 'id="id_translation_mail-is_wanted" checked' not in html
    assert not WorkMail.objects.exists()


def test_translator_switches_the_mail_on_and_off(logged_in, translator):
    wanted = []
    for choice in ({"translation_mail-is_wanted": "on"}, {}):
        response = logged_in.post("/admin/account/", {**ACCOUNT, **choice})
        assert response.status_code == 302
        wanted.append(WorkMail.objects.get(user=translator).is_wanted)

    assert wanted == [True, False]


def test_who_cannot_translate_is_offered_no_mail(client, editor):
    client.force_login(editor)

    assert "translation_mail" not in client.get("/admin/account/").content.decode()


# --- Queries ------------------------------------------------------------------------


@pytest.mark.parametrize("amount", [1, 10])
@pytest.mark.parametrize("address", [PAGES, SNIPPETS])
def test_list_asks_as_much_for_any_number_of_entries(logged_in, site, address, amount):
    for number in range(amount):
        start(factories.standard(site, f"Seite {number}"))
        start(factories.contact(f"Kontakt {number}", role="Leitung"))
    logged_in.get(address)

    with CaptureQueriesContext(connection) as asked:
        response = logged_in.get(address)

    assert len(response.context["rows"]) == amount
    assert len(asked) == QUERIES[address]


QUERIES = {PAGES: 30, SNIPPETS: 30}
