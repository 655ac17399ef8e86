"""The demo as it stands in the site after the first `make run`."""

import stat
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from home.demo import accounts
from pages.documents import count_pages
from pages.models import (
    NewsPage,
    ProjectPage,
    SeriesPage,
    SiteDocument,
    WorkshopPage,
)
from tests.demo.conftest import prepare

NAMES = [account.username for account in accounts.ACCOUNTS]


def german(model, slug):
    return model.objects.get(slug=slug, locale__language_code="de")


def test_demo_answers_at_every_address_in_both_languages(demo, client):
    pages = Page.objects.filter(depth__gt=1).specific()

    answers = {page.url: client.get(page.url).status_code for page in pages}

    assert len(answers) == 33
    assert {url: code for url, code in answers.items() if code != 200} == {}


def test_demo_documents_are_pdf_files_with_the_pages_they_should_have(demo):
    documents = SiteDocument.objects.order_by("title")

    for document in documents:
        count_pages.func(document.pk)

    flyers = documents.filter(title__istartswith="flyer")
    assert [(each.language, each.page_count) for each in flyers] == [
        ("en", 4),
        ("de", 4),
    ]
    assert list(documents.filter(page_count=None)) == []
    assert flyers[0].variant_of == flyers[1]


def test_demo_keeps_its_workshops_three_to_four_weeks_ahead(demo):
    showpiece = german(WorkshopPage, "werkstatt-2-entwerfen")

    ahead = showpiece.local_start.date() - timezone.localdate()

    assert timedelta(21) <= ahead < timedelta(28)
    assert showpiece.local_start.strftime("%A %H:%M") == "Thursday 11:00"


@pytest.mark.parametrize("locale", ["de", "en"])
def test_demo_series_has_four_workshops_of_which_one_is_over(demo, locale):
    series = SeriesPage.objects.get(locale__language_code=locale)

    entries = series.entries

    over = [entry.page.is_past if entry.page else None for entry in entries]
    assert series.size == 4
    assert over == [True, False, False, None]


def test_demo_programmes_have_nothing_to_warn_of(demo):
    workshops = WorkshopPage.objects.all()

    warned = {page.slug: page.warnings() for page in workshops if page.warnings()}

    assert workshops.count() == 10
    assert warned == {}


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
    assert addresses == [base, f"{base}en/", f"{base}admin/"]
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


def test_deleted_account_is_no_longer_announced(demo):
    User.objects.get(username="editor").delete()

    said = prepare()

    assert "Greta" not in said
    assert "Milan" in said
