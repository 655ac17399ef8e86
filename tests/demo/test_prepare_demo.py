"""`prepare_demo`: an empty site becomes the demo, a site with pages stays as it is."""

import stat
from datetime import timedelta
from io import StringIO
from time import perf_counter

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Max
from django.test import override_settings
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page, Revision, Site

from home.demo import accounts
from home.demo.loading import CONTENT, has_content
from pages.models import NewsPage, ProjectPage, SeriesPage, WorkshopPage
from tests import factories

NAMES = ["editor", "moderator", "translator", "administrator"]


def prepare() -> str:
    said = StringIO()
    call_command("prepare_demo", stdout=said)
    return said.getvalue()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once for all tests of this module. What the command said."""
    data = tmp_path_factory.mktemp("data")
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        pytest.MonkeyPatch.context() as environment,
    ):
        environment.setenv("PORT", "8123")
        with override_settings(DEBUG=True, DATA_DIR=data):
            said = prepare()
        yield said, data
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db, settings, monkeypatch):
    said, settings.DATA_DIR = loaded
    settings.DEBUG = True
    monkeypatch.setenv("PORT", "8123")
    return said


@pytest.fixture
def empty(db, settings, monkeypatch, tmp_path):
    settings.DEBUG = True
    settings.DATA_DIR = tmp_path
    monkeypatch.delenv("PORT", raising=False)


def german(model, slug):
    return model.objects.get(slug=slug, locale__language_code="de")


def test_demo_file_passes_the_check_of_the_import(db):
    said = StringIO()

    call_command("import_content", str(CONTENT), check=True, stdout=said)

    assert Page.objects.filter(depth__gt=1).count() == 1


def test_demo_answers_at_every_address_in_both_languages(demo, client):
    pages = Page.objects.filter(depth__gt=1).specific()

    answers = {page.url: client.get(page.url).status_code for page in pages}

    assert len(answers) == 33
    assert {url: code for url, code in answers.items() if code != 200} == {}


def test_demo_documents_can_be_fetched_and_their_pages_are_known(demo, client):
    documents = factories.SiteDocument.objects.all()

    found = {each.title: client.get(each.url).status_code for each in documents}

    assert set(found.values()) == {200}
    assert len(found) == 9


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


def test_second_run_changes_nothing_and_is_quick(demo):
    pages = Page.objects.aggregate(Max("pk"), Max("latest_revision_created_at"))
    passwords = set(User.objects.values_list("password", flat=True))
    started = perf_counter()

    said = prepare()

    assert perf_counter() - started < 2
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


def test_site_with_pages_is_left_alone(empty):
    home = factories.home()

    said = prepare()

    assert list(Page.objects.filter(depth__gt=1)) == [home.page_ptr]
    assert User.objects.count() == 0
    assert "http://127.0.0.1:8000/admin/" in said
    assert Site.objects.get().port == 8000


def test_welcome_page_of_wagtail_is_no_content(empty):
    found = has_content()

    assert Page.objects.filter(depth=2).count() == 1
    assert found is False


def test_demo_is_refused_with_production_settings(empty, settings):
    settings.DEBUG = False

    with override("en"), pytest.raises(CommandError, match="for development only"):
        prepare()

    assert User.objects.count() == 0


def test_bad_port_is_named(empty, monkeypatch):
    monkeypatch.setenv("PORT", "eighty")

    with pytest.raises(ImproperlyConfigured, match="PORT"):
        prepare()

    assert Revision.objects.count() == 0


def test_failed_load_leaves_nothing_behind(empty, monkeypatch, settings):
    def fail() -> str:
        raise OSError("disk full")

    monkeypatch.setattr("home.demo.loading.create_accounts", fail)

    with pytest.raises(OSError, match="disk full"):
        prepare()

    assert has_content() is False
    assert not (settings.DATA_DIR / "demo-password.txt").exists()


def test_account_of_the_same_name_keeps_its_password(db):
    User.objects.create_user("administrator", "edda@example.org", "eigenes Kennwort")
    call_command("create_roles", stdout=StringIO())

    accounts.create_accounts()

    user = User.objects.get(username="administrator")
    assert user.check_password("eigenes Kennwort")
    assert [each.username for each in accounts.existing_accounts()] == NAMES[:3]


def test_new_passwords_differ_and_can_be_typed(db):
    found = {accounts.new_password() for _each in range(50)}

    assert len(found) == 50
    assert set("".join(found)) <= {*accounts.CHARACTERS, "-"}
