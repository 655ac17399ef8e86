"""A theme on the pages: allowed by its hash, without a query, for screens only."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from django.core.cache import cache
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cms.models import SiteSettings
from cms.theme.css import theme_css
from tests import factories
from tests.rendering.reading import Reading

THEME = {"accent": "#9c2f1f", "has_band": True, "typeface": "serif"}


@pytest.fixture
def home(db):
    cache.clear()
    return factories.home()


@pytest.fixture
def themed(home):
    return SiteSettings.objects.create(site=Site.objects.get(), **THEME)


def policy(response):
    parts = response.headers["Content-Security-Policy"].split("; ")
    return {name: sources for name, *sources in (part.split() for part in parts)}


def style_of(response):
    style = Reading(response).html.style
    return style.string if style else ""


@pytest.mark.parametrize("path", ["/", "/suche/", "/gibt-es-nicht/"])
def test_theme_is_allowed_by_its_hash_and_nothing_else(client, themed, path):
    response = client.get(path)

    digest = b64encode(sha256(style_of(response).encode()).digest()).decode()
    assert "#9c2f1f" in style_of(response)
    assert policy(response)["style-src"] == ["'self'", f"'sha256-{digest}'"]


@pytest.mark.parametrize("path", ["/", "/gibt-es-nicht/"])
def test_site_without_a_theme_has_no_style_and_the_strict_policy(client, home, path):
    response = client.get(path)

    assert style_of(response) == ""
    assert policy(response)["style-src"] == ["'self'"]


def test_page_that_is_not_modified_keeps_its_policy(client, themed):
    first = client.get("/suche/")
    etag = first.headers.get("ETag")

    second = client.get("/suche/", headers={"if-none-match": etag})

    assert second.status_code == 304
    assert policy(second) == policy(first)


def test_admin_keeps_its_own_policy(admin_client, themed):
    response = admin_client.get("/admin/")

    assert policy(response)["style-src"] == ["'self'", "'unsafe-inline'"]


def test_fault_page_has_no_theme_and_the_strict_policy(client, themed, monkeypatch):
    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("search.views.render", fail)
    client.raise_request_exception = False

    response = client.get("/suche/")

    assert response.status_code == 500
    assert style_of(response) == ""
    assert policy(response)["style-src"] == ["'self'"]


def test_fault_page_renders_without_a_request():
    """No database here: this test may not use it."""
    assert "<style>" not in render_to_string("500.html")


def test_theme_asks_the_database_nothing(client, home):
    settings = SiteSettings.objects.create(site=Site.objects.get())
    counts = []

    for values in ({}, THEME):
        SiteSettings.objects.filter(pk=settings.pk).update(**values)
        client.get("/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_fira_sans_is_loaded_only_where_it_is_shown(client, home):
    settings = SiteSettings.objects.create(site=Site.objects.get())
    preloads = []

    for typeface in ("", "system"):
        SiteSettings.objects.filter(pk=settings.pk).update(typeface=typeface)
        preloads.append(len(Reading(client.get("/")).html.select("link[rel=preload]")))

    assert preloads == [2, 0]


def test_two_sites_show_the_same_page_in_two_themes(client, home, themed):
    second = Site.objects.create(hostname="localhost", port=8000, root_page=home)
    SiteSettings.objects.create(site=second, accent="#1f5c4d")
    imprint = factories.standard(home, "Impressum")
    text = f'<p><a linktype="page" id="{imprint.pk}">Impressum</a></p>'
    page = factories.standard(home, "Seite", body=[{"type": "text", "value": text}])
    path = page.relative_url(Site.objects.get(is_default_site=True))

    seen = {
        host: Reading(client.get(path, headers={"host": host}))
        for host in ("testserver", "localhost:8000")
    }

    colours = {
        host: re.findall("action-default:(#[0-9a-f]{6})", style_of(each.response))[0]
        for host, each in seen.items()
    }
    canonical = {each.one("link[rel=canonical]")["href"] for each in seen.values()}
    assert colours == {"testserver": "#9c2f1f", "localhost:8000": "#1f5c4d"}
    assert [each.links()["Impressum"] for each in seen.values()] == ["/impressum/"] * 2
    assert canonical == {"http://testserver/seite/"}


def test_block_previews_have_the_theme(admin_client, themed):
    response = admin_client.get("/admin/block-preview/", {"id": preview_of_a_text()})

    assert "#9c2f1f" in style_of(response)


def preview_of_a_text():
    from pages.blocks import BodyStream

    return BodyStream().child_blocks["text"].definition_prefix


def test_colours_are_for_screens_and_type_is_for_paper_too():
    css = theme_css(accent="#9c2f1f", typeface="serif", band=True)

    on_screens = re.findall(r"@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*\}", css)
    everywhere = css
    for part in on_screens:
        everywhere = everywhere.replace(part, "")
    assert len(on_screens) == 3
    assert "#" not in everywhere
    assert everywhere.startswith(":root{--kern-typography-font-family-default:Charter")


def test_default_theme_is_no_style_at_all():
    assert theme_css() == ""
    assert theme_css(band=True).startswith("@media screen{:root{--band:#2044aa")
