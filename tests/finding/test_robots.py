"""What programs ask for by fixed names."""

from datetime import UTC, datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone

from cms.settings.machines import read_expiry, read_security_contact
from tests import factories


def rules(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


def test_robots_may_read_all_but_the_admin(client):
    found = rules(client)

    may = {
        path: found.can_fetch("AnyBot", path)
        for path in (
            "/",
            "/projekt/",
            "/en/projekt/",
            "/media/images/bild.png",
            "/suche/?q=Werkstatt",
            "/en/search/?q=workshop",
            "/admin/",
        )
    }
    assert [path for path, allowed in may.items() if not allowed] == ["/admin/"]
    assert found.site_maps() == ["http://testserver/sitemap.xml"]


@pytest.mark.django_db
def test_site_for_trying_out_lets_search_engines_read_that_they_are_not_wanted(
    settings,
):
    settings.SEARCH_ENGINES = False
    factories.home()
    client = Client()

    found, page = rules(client), client.get("/")

    assert found.can_fetch("AnyBot", "/")
    assert found.site_maps() is None
    assert page["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/suche/?q=Werkstatt", "/en/search/?q=workshop"])
def test_results_of_the_search_may_be_read_and_say_that_they_are_not_to_be_listed(
    client, path
):
    factories.translated(factories.home())

    found, page = rules(client), client.get(path)

    assert found.can_fetch("AnyBot", path)
    assert page["X-Robots-Tag"] == "noindex"


@pytest.mark.django_db
def test_public_site_says_nothing_against_search_engines(client):
    factories.home()

    assert "X-Robots-Tag" not in client.get("/").headers


@pytest.mark.parametrize("path", ["/robots.txt", "/.well-known/security.txt"])
def test_fixed_names_are_only_read(client, path):
    assert client.post(path).status_code == 405


def test_security_txt_says_whom_to_tell(client, settings):
    settings.SECURITY_CONTACT = "mailto:sicherheit@stadt.example"
    settings.SECURITY_TXT_EXPIRES = datetime(2099, 6, 30, 23, 59, 59, tzinfo=UTC)

    response = client.get("/.well-known/security.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "Contact: mailto:sicherheit@stadt.example",
        "Expires: 2099-06-30T23:59:59+00:00",
        "Preferred-Languages: de, en",
        "Canonical: http://testserver/.well-known/security.txt",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("contact", "days"), [("", 10), ("https://stadt.example/melden", -1)]
)
def test_security_txt_is_missing_without_a_contact_and_when_it_is_out_of_date(
    client, settings, contact, days
):
    settings.SECURITY_CONTACT = contact
    settings.SECURITY_TXT_EXPIRES = timezone.now() + timedelta(days=days)

    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(
    ("value", "uri"),
    [
        ("", ""),
        ("sicherheit@stadt.example", "mailto:sicherheit@stadt.example"),
        ("https://stadt.example/melden", "https://stadt.example/melden"),
    ],
)
def test_contact_for_weaknesses_becomes_a_uri(monkeypatch, value, uri):
    monkeypatch.setenv("SECURITY_CONTACT", value)

    assert read_security_contact("SECURITY_CONTACT") == uri


@pytest.mark.parametrize("value", ["/melden", "wir", "http://stadt.example"])
def test_bad_contact_for_weaknesses_stops_the_start(monkeypatch, value):
    monkeypatch.setenv("SECURITY_CONTACT", value)

    with pytest.raises(ImproperlyConfigured, match="SECURITY_CONTACT="):
        read_security_contact("SECURITY_CONTACT")


@pytest.mark.parametrize("value", ["", "30.06.2027", "bald"])
def test_contact_needs_a_day_until_which_it_is_true(monkeypatch, value):
    monkeypatch.setenv("SECURITY_TXT_EXPIRES", value)

    with pytest.raises(ImproperlyConfigured, match="SECURITY_CONTACT needs one"):
        read_expiry("SECURITY_TXT_EXPIRES", needed_by="SECURITY_CONTACT")


def test_day_until_which_a_contact_is_true_counts_as_a_whole(monkeypatch):
    monkeypatch.setenv("SECURITY_TXT_EXPIRES", "2027-06-30")

    expires = read_expiry("SECURITY_TXT_EXPIRES", needed_by="")

    assert expires == datetime(2027, 6, 30, 23, 59, 59, tzinfo=UTC)
