"""The editors' form of a workshop: time zones, warnings, what may be published."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from pages.models import WorkshopPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    workshop = factories.workshop(factories.home())
    workshop.save_revision().publish()
    return WorkshopPage.objects.get(pk=workshop.pk)


def session(start, end="", title="Vortrag"):
    return {
        "start": start,
        "end": end,
        "title": title,
        "people": streamfield([]),
        "contributions": streamfield([]),
        "abstract": "null",
        "room": "",
        "slides": streamfield([]),
    }


def save(client, page, agenda=(), **fields):
    """Save the form as a draft; ``**{"action-publish": "1"}`` publishes."""
    data = {
        "title": page.title,
        "slug": page.slug,
        "starts_at": "2031-03-06 11:00",
        "ends_at": "2031-03-06 16:00",
        "time_zone": "Europe/Berlin",
        "attendance": "on_site",
        "status": "planned",
        "intro": "null",
        "information": "null",
        "agenda": streamfield([("session", item) for item in agenda]),
        "body": streamfield([]),
        "report": streamfield([]),
        **{
            name: inline_formset([])
            for name in ("page_documents", "page_contacts", "change_notes", "comments")
        },
        **fields,
    }
    return client.post(f"/admin/pages/{page.pk}/edit/", nested_form_data(data))


PUBLISH = {"action-publish": "1"}


def live(page):
    return WorkshopPage.objects.get(pk=page.pk)


def draft(page):
    return live(page).get_latest_revision_as_object()


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_times_are_times_of_the_chosen_zone(admin_client, page):
    save(admin_client, page, time_zone="Europe/Lisbon", **PUBLISH)

    assert live(page).starts_at == datetime(2031, 3, 6, 11, tzinfo=UTC)


def test_form_shows_times_of_the_pages_zone(admin_client, page):
    save(admin_client, page, time_zone="Europe/Lisbon", **PUBLISH)

    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert 'value="06.03.2031 11:00"' in html


def test_unknown_zone_is_refused_with_its_name(admin_client, page):
    response = save(admin_client, page, time_zone="Europe/Entenhausen")

    assert "Europe/Entenhausen" in response.content.decode()
    assert live(page).time_zone == "Europe/Berlin"


def test_overlap_is_told_when_saving_and_published_all_the_same(admin_client, page):
    agenda = [session("11:00", "12:00", "Eins"), session("11:30", "", "Zwei")]

    response = save(admin_client, page, agenda, **PUBLISH)

    assert len(live(page).agenda) == 2
    warnings = [text for text in said(response) if "11:30" in text]
    assert len(warnings) == 1


def test_form_repeats_the_warnings_of_the_programme(admin_client, page):
    save(admin_client, page, [session("11:00", "12:00"), session("11:30")])

    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert html.count(live_warning(page)) >= 1


def live_warning(page):
    from django.utils.html import escape

    return escape(draft(page).warnings()[0].message)


def test_end_before_start_blocks_publishing_and_loses_nothing(admin_client, page):
    response = save(
        admin_client, page, [session("11:00", "10:00", "Zurück")], **PUBLISH
    )

    assert response.status_code == 200
    assert "Zurück" in response.content.decode()
    assert len(live(page).agenda) == 0


def test_end_before_start_can_be_saved_as_draft(admin_client, page):
    response = save(admin_client, page, [session("11:00", "10:00", "Zurück")])

    assert response.status_code == 302
    assert draft(page).agenda[0].value["title"] == "Zurück"


def test_workshop_that_ends_before_it_starts_is_a_draft_only(admin_client, page):
    backwards = {"ends_at": "2031-03-06 10:00"}

    assert save(admin_client, page, **backwards).status_code == 302
    assert save(admin_client, page, **backwards, **PUBLISH).status_code == 200


def test_draft_needs_no_date_yet(admin_client, page):
    undated = {"starts_at": "", "ends_at": ""}

    assert save(admin_client, page, **undated).status_code == 302
    assert save(admin_client, page, **undated, **PUBLISH).status_code == 200


def test_person_needs_a_name_or_an_institution(admin_client, page):
    nobody = {**session("11:00"), "people": streamfield([("person", PERSON)])}

    assert save(admin_client, page, [nobody], **PUBLISH).status_code == 200
    assert save(admin_client, page, [nobody]).status_code == 302


PERSON = {"name": " ", "institution": ""}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Europe/Lisbon"])
def test_saving_without_a_change_is_no_change(admin_client, page, zone):
    save(admin_client, page, time_zone=zone, **PUBLISH)
    stamp = live(page).content_updated_at
    WorkshopPage.objects.update(content_updated_at=stamp - timedelta(days=900))

    save(admin_client, live(page), time_zone=zone, **PUBLISH)

    assert live(page).content_updated_at == stamp - timedelta(days=900)
