"""`prepare_demo`: fills an empty site, leaves one with pages alone."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.utils.translation import override
from wagtail.models import Page, Revision, Site

from home.demo import accounts
from home.demo.loading import CONTENT, has_content
from tests import factories
from tests.demo.conftest import prepare


@pytest.fixture
def empty(db, settings, monkeypatch, tmp_path):
    settings.DEBUG = True
    settings.DATA_DIR = tmp_path
    monkeypatch.delenv("PORT", raising=False)


def test_demo_file_passes_the_check_of_the_import(db):
    said = StringIO()

    call_command("import_content", str(CONTENT), check=True, stdout=said)

    assert Page.objects.filter(depth__gt=1).count() == 1


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
    assert [each.username for each in accounts.existing_accounts()] == [
        "editor",
        "moderator",
        "translator",
    ]


def test_new_passwords_differ_and_can_be_typed(db):
    found = {accounts.new_password() for _each in range(50)}

    assert len(found) == 50
    assert set("".join(found)) <= {*accounts.CHARACTERS, "-"}
