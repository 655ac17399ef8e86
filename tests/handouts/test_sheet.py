"""The sheet with the programme, and who may have it."""

import pytest
from wagtail.models import PageViewRestriction

from pages.models import WorkshopPage


@pytest.mark.parametrize("form", ["/", ".pdf", ".txt"])
def test_unpublished_workshop_has_no_handout(client, workshop, code, form):
    workshop.unpublish()

    assert client.get(f"/programm/{code}{form}").status_code == 404


@pytest.mark.parametrize("form", ["/", ".pdf", ".txt"])
def test_private_workshop_has_no_handout(client, workshop, code, form):
    PageViewRestriction.objects.create(page=workshop, restriction_type="login")

    assert client.get(f"/programm/{code}{form}").status_code == 404


@pytest.mark.parametrize("form", ["/", ".pdf", ".txt"])
def test_language_without_a_version_has_no_handout(client, workshop, code, form):
    assert client.get(f"/en/programme/{code}{form}").status_code == 404


def test_workshop_without_a_programme_has_no_handout(client, workshop, code):
    WorkshopPage.objects.filter(pk=workshop.pk).update(agenda="[]")

    page = client.get(workshop.url).content.decode()

    assert client.get(f"/programm/{code}/").status_code == 404
    assert "/programm/" not in page


@pytest.mark.parametrize("form", ["/", ".pdf", ".txt"])
def test_handout_is_kept_out_of_search_engines_and_asked_for_each_time(
    client, workshop, code, form
):
    answer = client.get(f"/programm/{code}{form}")

    again = client.get(
        f"/programm/{code}{form}", headers={"if-none-match": answer["ETag"]}
    )
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Cache-Control"] == "public, no-cache"
    assert again.status_code == 304


def test_page_leads_to_its_handouts_in_its_language(client, english, workshop, code):
    german = client.get(workshop.url).content.decode()
    own = client.get(english.url).content.decode()

    for form in ("/", ".pdf", ".txt"):
        assert f'href="/programm/{code}{form}"' in german
        assert f'href="/en/programme/{code}{form}"' in own


def test_page_prints_its_short_address_with_a_qr_code(client, english, workshop, code):
    german = client.get(workshop.url).content.decode()
    own = client.get(english.url).content.decode()

    assert f"<br>http://testserver/w/{code}</p>" in german
    assert f"<br>http://testserver/en/w/{code}</p>" in own
    assert german.count("segno") == own.count("segno") == 1
