"""What the preview beside a form has that no visitor gets."""

import pytest
from django.contrib.auth.models import User

from tests import factories

USERBAR = "wagtail-userbar"


@pytest.fixture
def page(db):
    return factories.standard(factories.home())


@pytest.fixture
def editor(db, client):
    person = User.objects.create_superuser("jo", password="Lindenblüte 7")
    client.force_login(person)
    return client


def previewed(page, editor, *, is_beside):
    """The answer as the admin gets it, in its panel or in a window of its own."""
    asked = editor.get("/admin/login/").wsgi_request
    return page.make_preview_request(asked, None, {"in_preview_panel": is_beside})


def test_preview_is_read_by_the_checks_in_its_panel_only(page, editor):
    answers = [previewed(page, editor, is_beside=place) for place in (True, False)]

    assert [USERBAR in one.content.decode() for one in answers] == [True, False]
    policies = [one["Content-Security-Policy"] for one in answers]
    loose = "style-src 'self' 'unsafe-inline'"
    assert [loose in one for one in policies] == [True, False]
    assert not any("script-src" in one for one in policies)


def test_page_of_the_site_has_no_script_even_for_editors(page, editor):
    html = editor.get(f"{page.url}?in_preview_panel=true").content.decode()

    # JSON-LD is data, in an element of the same name.
    scripts = html.replace('<script type="application/ld+json">', "").count("<script")
    assert (USERBAR in html, scripts) == (False, 0)
