"""The demo as it stands in the site after the first `make run`."""

import stat
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core import mail
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page, Site, WorkflowState
from wagtail.users.models import UserProfile

from cms.models import SiteSettings
from home.demo import accounts
from pages.models import (
    NewsPage,
    PageReview,
    ProjectPage,
    SeriesPage,
    SiteDocument,
    WorkshopPage,
)
from pages.pdf.checking import check_document
from tests.demo.conftest import prepare
from tests.rendering.reading import Reading

NAMES = [account.username for account in accounts.ACCOUNTS]


def german(model, slug):
    return model.objects.get(slug=slug, locale__language_code="de")


def test_demo_answers_at_every_address_in_both_languages(demo, client):
    pages = Page.objects.filter(depth__gt=1).specific()

    answers = {page.url: client.get(page.url).status_code for page in pages}

    assert len(answers) == 33
    assert {url: code for url, code in answers.items() if code != 200} == {}


def test_demo_is_found_by_the_search_at_once(demo, client):
    answers = {
        "de": client.get("/suche/", {"q": "Werkstatt"}),
        "en": client.get("/en/search/", {"q": "workshop"}),
    }

    found = {
        code: answer.context["answer"].total > 3 for code, answer in answers.items()
    }
    assert found == {"de": True, "en": True}


def test_demo_documents_are_pdf_files_with_the_pages_they_should_have(demo):
    documents = SiteDocument.objects.order_by("title")

    for document in documents:
        check_document.func(document.pk)

    flyers = documents.filter(title__istartswith="flyer")
    assert [(each.language, each.page_count) for each in flyers] == [
        ("en", 4),
        ("de", 4),
    ]
    assert list(documents.filter(page_count=None)) == []
    assert flyers[0].variant_of == flyers[1]


def test_demo_keeps_its_workshops_a_few_weeks_ahead(demo):
    showpiece = german(WorkshopPage, "werkstatt-2-entwerfen")

    ahead = showpiece.local_start.date() - timezone.localdate()

    # One or two weeks less where it would be a public holiday.
    assert timedelta(7) <= ahead < timedelta(28)
    assert showpiece.local_start.strftime("%A %H:%M") == "Thursday 11:00"


@pytest.mark.parametrize("locale", ["de", "en"])
def test_demo_series_has_four_workshops_of_which_one_is_over(demo, locale):
    series = SeriesPage.objects.get(locale__language_code=locale)

    entries = series.entries

    over = [entry.page.is_past if entry.page else None for entry in entries]
    assert series.size == 4
    assert over == [True, False, False, None]


def test_demo_programmes_have_nothing_to_warn_of_but_one_gap(demo):
    workshops = WorkshopPage.objects.all()

    warned = {
        page.slug: [found.code for found in page.warnings()]
        for page in workshops
        if page.warnings()
    }

    assert workshops.count() == 10
    assert warned == {
        "werkstatt-3-erproben": ["gap"],
        "workshop-3-trying-out": ["gap"],
    }


@pytest.mark.parametrize("name", ["editor", "moderator", "administrator"])
def test_demo_fills_the_panels_of_the_first_page(demo, client, name):
    client.force_login(User.objects.get(username=name))

    html = client.get("/admin/").content.decode()

    assert german(WorkshopPage, "werkstatt-2-entwerfen").title in html
    assert "Zwischen 18:10 und 18:15 Uhr ist nichts geplant." in html
    assert "Das Labor am Ankerplatz ist eröffnet" in html
    assert ("Erklärung zur Barrierefreiheit" in html) is (name == "editor")


def test_demo_has_a_draft_of_the_editor_that_is_not_public(demo):
    (state,) = WorkflowState.objects.active()

    draft = NewsPage.objects.get(pk=state.object_id)

    assert state.requested_by.username == "editor"
    assert "samstags" in draft.get_latest_revision_as_object().lead
    assert "samstags" not in draft.lead


def test_demo_has_one_look_that_is_due(demo):
    due = PageReview.objects.filter(due_on__lte=timezone.localdate())

    assert [(one.page.slug, one.person.username) for one in due] == [
        ("barrierefreiheit", "editor")
    ]


def test_demo_sends_no_mail_and_lets_its_people_have_some(demo):
    profiles = UserProfile.objects.values_list("submitted_notifications", flat=True)

    assert set(profiles) == {True}
    assert mail.outbox == []


def test_demo_could_be_published_as_it_stands(demo):
    pages = [page.specific for page in Page.objects.filter(depth__gt=1)]

    refused = {page.slug: page.publication_errors() for page in pages}

    assert {slug: why for slug, why in refused.items() if why} == {}


def test_demo_has_one_running_and_one_finished_project(demo):
    projects = ProjectPage.objects.filter(locale__language_code="de")

    found = {page.acronym: page.status for page in projects}

    assert found == {"QuartierLabor": "running", "HofGrün": "finished"}


def test_demo_leaves_one_news_untranslated(demo):
    news = NewsPage.objects.filter(locale__language_code="de")

    lonely = [page.slug for page in news if not page.get_translations().exists()]

    assert lonely == ["befragung-auf-dem-wochenmarkt"]


@pytest.mark.parametrize("name", NAMES)
def test_demo_accounts_log_in_and_reach_the_admin(demo, client, name):
    user = authenticate(username=name, password=accounts.read_password())

    client.force_login(user)

    assert client.get("/admin/").status_code == 200
    assert user.wagtail_userprofile.preferred_language == "de"
    assert user.is_superuser is (name == "administrator")


def test_command_says_addresses_accounts_and_password(demo):
    lines = [line.split() for line in demo.splitlines()]

    addresses = [line[-1] for line in lines if line and "://" in line[-1]]

    base = "http://127.0.0.1:8123/"
    second = "http://localhost:8123/"
    assert addresses == [base, f"{base}en/", second, f"{base}admin/"]
    assert [line[1] for line in lines if len(line) > 1 and line[1] in NAMES] == NAMES
    assert lines[-2][-1] == accounts.read_password()


def test_password_stands_in_a_file_for_its_owner_only(demo, settings):
    file = settings.DATA_DIR / "demo-password.txt"

    mode = stat.S_IMODE(file.stat().st_mode)

    assert mode == 0o600
    assert len(file.read_text().strip()) == 19


def test_second_run_changes_nothing_and_is_quick(demo, django_assert_num_queries):
    pages = Page.objects.aggregate(Max("pk"), Max("latest_revision_created_at"))
    passwords = set(User.objects.values_list("password", flat=True))

    with django_assert_num_queries(3):
        said = prepare()

    assert said.strip() in demo
    assert pages == Page.objects.aggregate(Max("pk"), Max("latest_revision_created_at"))
    assert passwords == set(User.objects.values_list("password", flat=True))


def test_second_run_follows_the_port(demo, monkeypatch):
    monkeypatch.setenv("PORT", "8200")

    said = prepare()

    assert "http://127.0.0.1:8200/admin/" in said
    assert german(ProjectPage, "hofgruen").full_url == (
        "http://127.0.0.1:8200/hofgruen/"
    )


def test_second_run_moves_both_sites_to_the_port(demo, monkeypatch):
    monkeypatch.setenv("PORT", "8200")

    said = prepare()

    hosts = Site.objects.values_list("hostname", "port")
    assert set(hosts) == {("127.0.0.1", 8200), ("localhost", 8200)}
    assert "http://localhost:8200/" in said


def test_demo_shows_one_page_in_two_themes_and_both_languages(demo, client):
    workshop = german(WorkshopPage, "werkstatt-2-entwerfen")
    english = workshop.get_translations().get()
    styles = {}

    for host in ("127.0.0.1:8123", "localhost:8123"):
        for page in (workshop, english):
            path = urlsplit(page.full_url).path
            seen = Reading(client.get(path, headers={"host": host}))
            styles[host, page.locale.language_code] = seen.html.style is not None
            links = [url for url in seen.links("a").values() if "127.0.0.1" in url]
            # Calendars are subscribed to by full addresses.
            assert [url for url in links if not url.startswith("webcal:")] == []

    assert styles == {
        ("127.0.0.1:8123", "de"): False,
        ("127.0.0.1:8123", "en"): False,
        ("localhost:8123", "de"): True,
        ("localhost:8123", "en"): True,
    }


def test_theme_of_the_demo_would_be_taken_by_the_form(demo):
    for settings in SiteSettings.objects.all():
        settings.full_clean()

    assert SiteSettings.objects.count() == 2


def test_deleted_second_site_does_not_come_back(demo):
    Site.objects.get(hostname="localhost").delete()

    said = prepare()

    assert "localhost" not in said
    assert Site.objects.count() == 1


def test_deleted_account_is_no_longer_announced(demo):
    User.objects.get(username="editor").delete()

    said = prepare()

    assert "Greta" not in said
    assert "Milan" in said
