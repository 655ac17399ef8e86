"""What shared caches are told of answers; without a cache."""

import re

import pytest
from django.conf import settings as site_settings
from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.http import HttpResponse
from django.urls import reverse

from cms.caches.answers import is_kept
from tests import factories


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def purged(settings):
    settings.SHARED_CACHES = ["http://127.0.0.1:9"]
    settings.PAGE_SHARED_MAX_AGE = 86_400


def headers(response):
    return response.get("Cache-Control"), response.get("Cache-Tag")


def test_page_has_a_lifetime_for_shared_caches(home, client, purged):
    assert headers(client.get("/")) == (
        "public, max-age=0, s-maxage=86400",
        "all,lists",
    )


def test_page_says_nothing_without_caches(home, client):
    assert headers(client.get("/")) == (None, None)


def test_answer_that_shows_one_page_has_its_tag(home, client, purged):
    workshop = factories.workshop(home)

    paths = [f"/pages/{workshop.pk}", f"/workshops/{workshop.pk}/programme", "/pages"]
    tags = [client.get(f"/api/v1{path}").get("Cache-Tag") for path in paths]

    assert tags == [f"all,page-{workshop.pk}"] * 2 + ["all,lists"]


def test_unchanged_answer_has_the_same_tags(home, client, purged):
    for path in ("/", f"/api/v1/pages/{home.pk}"):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first["ETag"]})

        assert again.status_code == 304
        assert headers(again) == headers(first)


def test_page_for_somebody_who_is_signed_in_is_private(home, client, purged):
    client.force_login(User.objects.create_user("stranger"))

    assert headers(client.get("/")) == ("private, no-cache", None)


def test_missing_page_says_nothing(home, client, purged):
    assert headers(client.get("/nix/")) == (None, None)
    assert headers(client.get("/api/v1/pages/999")) == ("no-store", None)


def test_results_of_the_search_are_kept_for_a_minute_at_most(home, client, settings):
    settings.API_SHARED_MAX_AGE = 86_400

    answer = client.get("/api/v1/search?q=Start")

    assert answer["Cache-Control"] == "public, max-age=60, s-maxage=60"


@pytest.mark.parametrize(
    ("says", "kept"),
    [
        ("public, max-age=60", True),
        ("public, max-age=0, s-maxage=60", True),
        ("public, max-age=0", False),
        ("public, no-cache", False),
        ("private, max-age=60", False),
        ("max-age=60, no-store", False),
        ("", False),
    ],
)
def test_kept_is_what_says_so(says, kept):
    assert is_kept(HttpResponse(headers={"Cache-Control": says})) is kept


def test_varnish_knows_our_cookies_and_addresses(settings):
    vcl = (site_settings.BASE_DIR / "deploy/varnish/werkstatt.vcl").read_text()

    [cookies] = re.search(r"\(([a-z|]+)\)=", vcl).groups()

    assert cookies.split("|") == [
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        "messages",
    ]
    assert f'"^{reverse("wagtailadmin_home").rstrip("/")}(/|$)"' in vcl
    assert '"^/api/"' in vcl


def test_long_lifetimes_without_caches_are_warned_of(settings):
    settings.API_SHARED_MAX_AGE = 86_400
    long = [each.id for each in run_checks(include_deployment_checks=True)]
    settings.SHARED_CACHES = ["http://127.0.0.1:9"]
    purged = [each.id for each in run_checks(include_deployment_checks=True)]

    assert (long.count("cms.W001"), purged.count("cms.W001")) == (1, 0)


def test_administrators_are_told_of_caches_that_are_behind(home, client, settings):
    settings.SHARED_CACHES = ["http://127.0.0.1:9"]
    answers = []
    for name, rights in (("editor", {"is_superuser": False}), ("admin", {})):
        user = User.objects.create_superuser(name)
        User.objects.filter(pk=user.pk).update(**rights)
        client.force_login(User.objects.get(pk=user.pk))
        answers.append("http://127.0.0.1:9" in client.get("/admin/").content.decode())

    assert answers == [False, True]
