"""Who gets what out of a real Varnish in front of the real site, and who may order."""

import re
import subprocess

import pytest
from django.contrib.auth.models import User
from wagtail.models import Site

from cms.models import SiteSettings
from tests import factories
from tests.caches.varnish import VCL, detail

pytestmark = pytest.mark.varnish


def test_example_of_an_operators_part_is_right(tmp_path):
    command = ["varnishd", "-C", "-j", "none", "-n", tmp_path]
    command += ["-f", VCL / "werkstatt.vcl"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_each_host_has_answers_of_its_own(varnish, workshop, home):
    beside = factories.home_beside(home)
    site = Site.objects.create(hostname="nebenan.example", root_page=beside)
    SiteSettings.for_site(site)

    answers = [
        varnish.ask("/", Host=host) for host in ("testserver", "nebenan.example") * 2
    ]

    assert [answer.cache for answer in answers] == ["miss", "miss", "hit", "hit"]
    assert ["Nebenan" in answer.body for answer in answers] == [False, True] * 2


def test_what_an_editor_sees_is_neither_kept_nor_from_the_cache(
    varnish, workshop, client
):
    client.force_login(User.objects.create_superuser("editor"))
    cookie = f"theme=dark; sessionid={client.cookies['sessionid'].value}"
    varnish.ask(workshop.url)

    answers = [varnish.ask(workshop.url, Cookie=cookie) for _time in range(2)]
    admin = varnish.ask("/admin/", Cookie=cookie)
    api = varnish.ask(detail(workshop), Cookie=cookie)

    assert [answer.cache for answer in answers] == ["miss", "miss"]
    assert answers[0].headers["Cache-Control"] == "private, no-cache"
    assert (admin.status, admin.cache) == (200, "miss")
    assert varnish.ask("/admin/").status == 302
    assert [varnish.ask(workshop.url).cache, api.cache] == ["hit", "miss"]
    assert varnish.ask(detail(workshop), Cookie=cookie).cache == "hit"


def test_password_opens_a_page_for_one_visitor(varnish, workshop):
    workshop.view_restrictions.create(restriction_type="password", password="Linde")

    form = varnish.ask(workshop.url)
    action, token = re.search(
        r'action="([^"]+)".*?csrfmiddlewaretoken" value="([^"]+)"', form.body, re.DOTALL
    ).groups()
    cookie = form.headers["Set-Cookie"].partition(";")[0]
    opened = varnish.ask(
        action,
        "POST",
        body=f"csrfmiddlewaretoken={token}&password=Linde&return_url={workshop.url}",
        Cookie=cookie,
        Content_Type="application/x-www-form-urlencoded",
    )
    session = re.search(r"sessionid=\w+", str(opened.headers)).group()
    seen = varnish.ask(workshop.url, Cookie=session)

    assert (opened.status, "private" in seen.headers["Cache-Control"]) == (302, True)
    assert "6. März 2031" in seen.body
    assert "6. März 2031" not in varnish.ask(workshop.url).body


def test_only_the_site_may_let_it_forget(varnish, workshop):
    varnish.ask(workshop.url)

    orders = [
        varnish.ask("/", "PURGE", Cache_Tag="all"),
        varnish.ask(
            "/", "PURGE", port=varnish.purge_port, source="127.0.0.2", Cache_Tag="all"
        ),
        varnish.ask("/", "PURGE", port=varnish.purge_port, Cache_Tag="a) || (b"),
        varnish.ask(workshop.url, port=varnish.purge_port),
    ]

    assert [answer.status for answer in orders] == [405, 403, 400, 400]
    assert varnish.ask(workshop.url).cache == "hit"


def test_conditions_and_variants_are_answered_from_the_cache(
    varnish, workshop, settings
):
    settings.API_ORIGINS = ["https://a.example"]
    first = varnish.ask(detail(workshop))

    same = varnish.ask(detail(workshop), If_None_Match=first.headers["ETag"])
    head = varnish.ask(detail(workshop), "HEAD")
    reader = varnish.ask(detail(workshop), Origin="https://a.example")
    options = varnish.ask(detail(workshop), "OPTIONS")

    assert (same.status, same.cache, same.body) == (304, "hit", "")
    assert (head.status, head.cache, head.body) == (200, "hit", "")
    assert reader.headers["Access-Control-Allow-Origin"] == "https://a.example"
    assert first.headers["Access-Control-Allow-Origin"] is None
    assert options.status == 204
