"""What holds for every answer below /api/, here of a stranger's plugin."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from cms.settings.machines import read_origins

NOTICES = "/api/v1/notices/"
PROBLEM = "application/problem+json"

pytestmark = pytest.mark.django_db


def test_answer_can_be_kept_by_everybody(client):
    response = client.get(NOTICES)

    assert response.status_code == 200
    assert response["Cache-Control"] == "public, max-age=60, s-maxage=60"
    assert response["ETag"]
    assert "Vary" not in response


def test_lifetimes_are_settings(client, settings):
    settings.API_MAX_AGE, settings.API_SHARED_MAX_AGE = 5, 7

    assert client.get(NOTICES)["Cache-Control"] == "public, max-age=5, s-maxage=7"


def test_what_is_still_true_is_not_sent_again(client):
    etag = client.get(NOTICES)["ETag"]

    response = client.get(NOTICES, headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")
    assert response["Cache-Control"] == "public, max-age=60, s-maxage=60"


def test_head_answers_as_get_without_a_body(client):
    get, head = client.get(NOTICES), client.head(NOTICES)

    assert (head.status_code, head.content) == (200, b"")
    names = ("ETag", "Content-Type", "Cache-Control")
    assert [head[name] for name in names] == [get[name] for name in names]
    assert head["Content-Length"] == str(len(get.content))


def test_options_name_the_methods(client):
    response = client.options(NOTICES)

    assert (response.status_code, response["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert "Content-Type" not in response


@pytest.mark.parametrize("address", ["/api/v1", "/api/v1/", "/api/v1/docs"])
def test_manual_stands_where_people_look_for_it(client, address):
    response = client.get(address)

    assert (response.status_code, response["Content-Type"]) == (
        200,
        "text/html; charset=utf-8",
    )


def test_wrong_host_is_told_in_words(client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]

    response = client.get(NOTICES, headers={"Host": "other.example"})

    assert response.status_code == 400
    assert response.json()["detail"] == (
        "The site does not answer to this host, or the request is damaged."
    )


def test_every_site_may_read_unless_the_settings_say_otherwise(client):
    response = client.get(NOTICES, headers={"Origin": "https://partner.example"})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Vary" not in response


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("https://partner.example", "https://partner.example"),
        ("https://other.example", None),
    ],
)
def test_only_named_sites_may_read(client, settings, origin, allowed):
    settings.API_ORIGINS = ["https://partner.example"]

    response = client.get(NOTICES, headers={"Origin": origin})

    assert response.headers.get("Access-Control-Allow-Origin") == allowed
    assert response["Vary"] == "Origin"


def test_preflight_allows_to_ask_whether_something_changed(client):
    response = client.options(
        NOTICES,
        headers={
            "Origin": "https://partner.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )

    assert response.status_code == 204
    assert response["Access-Control-Allow-Headers"] == "If-None-Match"


def test_no_site_may_read_if_none_is_named(client, settings):
    settings.API_ORIGINS = []

    assert "Access-Control-Allow-Origin" not in client.get(NOTICES)


@pytest.mark.parametrize(
    "value", ["partner.example", "https://partner.example/", "ftp"]
)
def test_what_is_no_origin_stops_the_start(monkeypatch, value):
    monkeypatch.setenv("API_ORIGINS", value)

    with pytest.raises(ImproperlyConfigured, match="not the origin of a site"):
        read_origins("API_ORIGINS", default="*")


@pytest.mark.parametrize(
    "address",
    ["/api/", "/api/v1/nix", "/api/v1/notices", "/api/v2/pages", "/api/v1/x/"],
)
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_missing_address_is_a_problem_and_leads_nowhere(client, address, method):
    response = getattr(client, method)(address)

    assert (response.status_code, response["Content-Type"]) == (404, PROBLEM)
    assert response["Cache-Control"] == "no-store"


def test_missing_address_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/api/v1/nix")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_other_methods_are_refused(client, method):
    response = getattr(client, method)(NOTICES)

    assert (response.status_code, response["Content-Type"]) == (405, PROBLEM)
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["detail"] == "The API only reads: use GET or HEAD."


def test_failure_of_the_server_is_a_problem_without_its_cause(monkeypatch):
    monkeypatch.setattr("tests.plugins.notices.api.NOTICES", None)
    client = Client(raise_request_exception=False)

    response = client.get(NOTICES)

    assert (response.status_code, response["Content-Type"]) == (500, PROBLEM)
    assert b"Traceback" not in response.content
    assert response.json()["title"] == "The server has failed"


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("?x=1", "x", "There is no such parameter; this address has none."),
        ("?a%00b=1", "a?b", "There is no such parameter; this address has none."),
    ],
)
def test_unknown_parameter_is_refused_by_name(client, query, parameter, words):
    response = client.get(f"{NOTICES}{query}")

    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM)
    assert response.json()["parameter"] == parameter
    assert response.json()["detail"] == words


def test_problems_are_in_the_language_asked_for(client):
    response = client.get("/api/v1/nix?language=de")

    assert response["Content-Language"] == "de"
    assert response.json()["title"] == "Unter dieser Adresse gibt es nichts"


def test_cookies_and_keys_are_ignored(admin_client):
    response = admin_client.get(NOTICES, headers={"Authorization": "Bearer x"})

    assert "Vary" not in response
    assert response["Cache-Control"] == "public, max-age=60, s-maxage=60"
    assert response.cookies == {}
