"""A workshop once more on another date: what is taken along, and what stays."""

from datetime import date, datetime, time

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import GroupPagePermission, PageLogEntry

from pages.copies import views
from pages.models import (
    ChangeNote,
    PageContact,
    PageDocument,
    PlannedWorkshop,
    WorkshopPage,
)
from tests import factories
from tests.translation.people import browser, create_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return factories.home()


@pytest.fixture
def series(home):
    return factories.series(home)


@pytest.fixture
def cast(home):
    return create_cast()


@pytest.fixture
def workshop(series):
    """One that is over, with all that came of it, published."""
    paper = factories.document()
    slides = [{"type": "document", "value": paper.pk}]
    workshop = factories.workshop(
        series,
        "Werkstatt 2: Plätze",
        number=2,
        status="moved_online",
        status_note="Wir treffen uns im Netz.",
        online_url="https://meet.example/alt",
        registration_url="https://anmeldung.example/alt",
        registration_email="werkstatt@stadt.example",
        registration_deadline=date(2031, 2, 27),
        original_published_on=date(2030, 12, 1),
        expire_at=timezone.make_aware(datetime(2032, 1, 1)),  # noqa: DTZ001 (made aware)
        price="frei",
        flyer=paper,
        report=[{"type": "text", "value": "<p>Es war schön.</p>"}],
        agenda=[
            {"type": "day", "value": {"date": "2031-03-06"}},
            {
                "type": "session",
                "value": {"start": "11:00", "title": "Beginn", "slides": slides},
            },
        ],
    )
    workshop.page_contacts.add(PageContact(contact=factories.contact()))
    workshop.page_documents.add(PageDocument(document=paper))
    workshop.change_notes.add(ChangeNote(text="Jetzt online."))
    workshop.save_revision().publish()
    return WorkshopPage.objects.get(pk=workshop.pk)


def address(workshop):
    return reverse("copy_workshop", args=[workshop.pk])


def create(user, workshop, first_day="10.4.2031", **values):
    """Show the dates, then create the copy, as a person does."""
    form = browser(user).get(address(workshop)).context["form"]
    data = {
        **{name: field.initial for name, field in form.fields.items()},
        **{name: value for name, value in form.initial.items() if value is not None},
        "parent": form.initial["parent"].pk,
        "slug": "",
        "first_day": first_day,
        **values,
    }
    shown = browser(user).post(address(workshop), data)
    plan = shown.context["plan"]
    if plan is None:
        return shown
    data |= {"create": "1", "shown": str(plan.first_day)}
    return browser(user).post(address(workshop), data)


def newest():
    return WorkshopPage.objects.order_by("pk").last()


def test_copy_is_a_draft_on_the_new_date_with_the_next_number(cast, workshop):
    create(cast.editor, workshop)

    copy = newest()
    assert not copy.live
    assert (copy.title, copy.number) == ("Werkstatt 3: Plätze", 3)
    assert copy.slug == "werkstatt-3-platze"
    assert copy.local_start == datetime.combine(
        date(2031, 4, 10), time(11), workshop.zone
    )
    assert copy.registration_deadline == date(2031, 4, 3)
    assert copy.agenda[0].value["date"] == date(2031, 4, 10)
    assert copy.get_parent() == workshop.get_parent()


def test_copy_takes_along_what_still_holds_and_leaves_the_rest(cast, workshop):
    create(cast.editor, workshop)

    copy = newest()
    assert (copy.price, copy.registration_email) == (
        "frei",
        "werkstatt@stadt.example",
    )
    assert copy.page_contacts.count() == 1
    assert copy.agenda[1].value["title"] == "Beginn"
    assert len(copy.agenda[1].value["slides"]) == 0
    assert (copy.status, copy.status_note) == ("planned", "")
    assert (copy.online_url, copy.registration_url) == ("", "")
    assert not copy.report
    assert (copy.flyer, copy.expire_at, copy.original_published_on) == (None,) * 3
    assert copy.page_documents.count() == copy.change_notes.count() == 0


def test_form_shows_of_the_copy_what_the_page_has(cast, workshop):
    create(cast.editor, workshop)

    copy = newest()
    draft = copy.get_latest_revision_as_object()
    assert draft.starts_at == copy.starts_at
    assert draft.agenda.get_prep_value() == copy.agenda.get_prep_value()
    assert not draft.report
    assert (draft.text_version, draft.content_updated_at) == (0, None)


def test_copy_translates_nothing_and_begins_a_history(cast, workshop):
    create(cast.editor, workshop)

    copy = newest()
    assert copy.translation_key != workshop.translation_key
    logged = PageLogEntry.objects.filter(page=copy.pk).values_list("action", "user")
    assert set(logged) == {
        ("wagtail.create", cast.editor.pk),
        ("wagtail.copy", cast.editor.pk),
    }


def test_workshop_itself_is_untouched(cast, workshop):
    before = workshop.serializable_data()

    create(cast.editor, workshop)

    after = WorkshopPage.objects.get(pk=workshop.pk).serializable_data()
    assert after == before


def test_copy_is_made_of_the_draft_that_the_form_shows(cast, workshop):
    workshop.price = "5 Euro"
    workshop.save_revision()

    create(cast.editor, workshop)

    assert newest().price == "5 Euro"


def test_dates_are_shown_before_anything_is_created(cast, workshop):
    form = {"title": "W", "first_day": "10.04.2031", "parent": series_of(workshop)}

    answer = browser(cast.editor).post(address(workshop), {**form, "create": "1"})

    moves = [(words(move.old), words(move.new)) for move in answer.context["moves"]]
    assert len(moves) == 4
    assert "Thursday, 6 March 2031" in moves[0][0]
    assert "Thursday, 10 April 2031" in moves[0][1]
    assert newest() == workshop


def words(marked_up):
    return " ".join(strip_tags(marked_up).split())


def series_of(workshop):
    return workshop.get_parent().pk


@pytest.mark.parametrize("first_day", ["31.2.2031", "9999-12-31", ""])
def test_date_that_is_none_is_refused(cast, workshop, first_day):
    workshop.ends_at = workshop.ends_at.replace(day=9)
    workshop.save_revision().publish()

    answer = create(cast.editor, workshop, first_day)

    assert answer.context["form"].errors.keys() == {"first_day"}
    assert newest() == workshop


def test_address_that_is_taken_is_refused(cast, workshop):
    answer = create(cast.editor, workshop, slug=workshop.slug)

    assert answer.context["form"].errors.keys() == {"slug"}


def test_announced_topic_becomes_the_title(cast, workshop):
    series = workshop.get_parent().specific
    wanted = PlannedWorkshop(number=3, title="Wege", locale=series.locale)
    series.planned_workshops.add(wanted)
    series.save()

    create(cast.editor, workshop)

    assert newest().title == "Wege"


def test_copy_stands_only_where_a_workshop_may(cast, workshop):
    answer = create(cast.editor, workshop, parent=workshop.pk)

    assert answer.context["form"].errors.keys() == {"parent"}


@pytest.mark.parametrize("name", ["translator", "stranger"])
def test_those_who_may_not_copy_are_refused(cast, workshop, name):
    answer = browser(getattr(cast, name)).get(address(workshop))

    assert answer.status_code in {302, 403}


def test_workshop_without_a_date_is_refused_with_a_sentence(cast, home):
    workshop = factories.workshop(home)
    WorkshopPage.objects.filter(pk=workshop.pk).update(starts_at=None)

    answer = browser(cast.editor).get(address(workshop))

    assert answer.status_code == 403
    assert "has no date yet" in answer.content.decode()


def test_button_stands_beside_the_title(cast, workshop):
    html = browser(cast.editor).get(f"/admin/pages/{workshop.pk}/edit/")

    assert address(workshop) in html.content.decode()


def test_form_names_no_page_that_the_person_may_not_see(cast, workshop):
    hidden = factories.standard(workshop.get_site().root_page, "Geheimes")
    group = Group.objects.create(name="Nur hier")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        GroupPagePermission.objects.create(
            group=group,
            page=workshop.get_parent(),
            permission=Permission.objects.get(codename=codename),
        )
    cast.stranger.groups.set([group])

    answers = [
        create(person, workshop, parent=hidden.pk)
        for person in (cast.stranger, cast.administrator)
    ]

    said = ["Geheimes" in answer.content.decode() for answer in answers]
    assert said == [False, True]
    assert "below this page" in answers[0].content.decode()


def test_form_that_is_sent_twice_at_once_is_answered(cast, workshop, monkeypatch):
    def fail(*args):
        raise ValidationError({"slug": "This slug is already in use."})

    monkeypatch.setattr(views, "copy_workshop", fail)

    answer = create(cast.editor, workshop)

    assert answer.status_code == 200
    assert "This slug is already in use." in answer.content.decode()
