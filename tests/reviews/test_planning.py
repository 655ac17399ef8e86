"""Who looks next and when: from the form, the button, the first publication."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from pages.models import PageReview
from pages.reviews.dates import months_later, next_look
from pages.reviews.planning import plan
from tests import factories
from tests.reviews.filling import edit, fields_of, form_of, review
from tests.translation.people import browser

pytestmark = pytest.mark.django_db

SOON = date(2031, 3, 6)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2031, 1, 31), 1, date(2031, 2, 28)),
        (date(2031, 12, 1), 1, date(2032, 1, 1)),
        (date(2032, 2, 29), 12, date(2033, 2, 28)),
        (date(2031, 3, 6), 24, date(2033, 3, 6)),
    ],
)
def test_months_later_is_the_same_day_or_the_last(day, months, later):
    assert months_later(day, months) == later


def test_interval_of_zero_is_none(settings):
    settings.REVIEW_INTERVAL_MONTHS = 0

    assert next_look(SOON) is None


@pytest.mark.parametrize("button", ["action-save", "action-publish", "action-submit"])
def test_form_plans_the_next_look(cast, page, button):
    answer = edit(
        cast.moderator,
        page,
        review_person=str(cast.moderator.pk),
        review_due_on="2031-03-06",
        **{button: "1"},
    )

    review = PageReview.objects.get()
    assert answer.status_code == 302
    assert (review.page_id, review.person, review.due_on) == (
        page.pk,
        cast.moderator,
        SOON,
    )


def test_planning_a_look_is_no_change_worth_a_date(cast, page):
    edit(cast.editor, page, review_due_on="2031-03-06")

    page.refresh_from_db()
    assert PageReview.objects.get().due_on == SOON
    assert page.update_pending is False


def test_new_page_is_created_with_its_next_look(cast, home):
    page = factories.standard(home, "Vorlage")
    address = reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk])
    data = form_of(page, title="Neu", slug="neu", review_due_on="2031-03-06")

    browser(cast.editor).post(address, data)

    assert PageReview.objects.get().page.title == "Neu"


def test_form_without_a_plan_takes_the_old_one_away(cast, page):
    plan(page, {"person": cast.editor, "due_on": SOON})

    edit(cast.editor, page, review_person="", review_due_on="")

    review = PageReview.objects.get()
    assert (review.person, review.due_on) == (None, None)


def test_form_that_was_open_takes_back_no_look_that_was_finished_since(cast, page):
    today, next_year = timezone.localdate(), timezone.localdate() + timedelta(days=365)
    plan(page, {"person": cast.editor, "due_on": today - timedelta(days=3)})
    PageReview.objects.update(reminded_on=today)
    opened = fields_of(cast.editor, page)
    review(cast.moderator, page, due_on=next_year, person=cast.moderator.pk)

    edit(cast.editor, page, opened, title="Impressum und Anschrift")

    found = PageReview.objects.get()
    page.refresh_from_db()
    assert page.latest_revision.as_object().title == "Impressum und Anschrift"
    assert (found.person, found.due_on) == (cast.moderator, next_year)


def test_who_changes_the_person_leaves_a_new_date_alone(cast, page):
    plan(page, {"person": cast.editor, "due_on": timezone.localdate()})
    opened = fields_of(cast.editor, page)
    plan(page, {"due_on": SOON})

    edit(cast.editor, page, opened, review_person=str(cast.moderator.pk))

    found = PageReview.objects.get()
    assert (found.person, found.due_on) == (cast.moderator, SOON)


def test_form_that_saves_by_itself_repeats_no_decision(cast, page):
    opened = fields_of(cast.editor, page)
    mine = {"review_due_on": "2031-03-06"}
    json = "application/json"
    saved = edit(cast.editor, page, opened, accept=json, **mine).json()
    plan(page, {"due_on": date(2032, 3, 6)})

    updated = {**opened, **mine, **saved["field_updates"]}
    edit(cast.editor, page, updated, title="Impressum und Anschrift")

    assert PageReview.objects.get().due_on == date(2032, 3, 6)


def test_alias_follows_its_original_and_has_no_look(settings, cast, home, page):
    settings.REVIEW_INTERVAL_MONTHS = 12
    page.save_revision().publish()
    alias = page.create_alias(parent=home, update_slug="alias")
    page.save_revision().publish()
    later = timezone.localdate() + timedelta(days=9)

    answer = review(cast.editor, alias, due_on=later)

    assert answer.status_code == 302
    assert [one.page_id for one in PageReview.objects.all()] == [page.pk]


def test_translation_has_no_date_of_its_own(cast, home):
    english = home.get_translation(factories.locale("en"))
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])

    form = browser(cast.editor).get(address).content.decode()

    assert "review_due_on" not in form


def test_copy_of_a_page_begins_without_a_date(cast, page):
    plan(page, {"person": cast.editor, "due_on": SOON})

    page.copy(update_attrs={"slug": "kopie", "title": "Kopie", "live": False})

    assert [review.page_id for review in PageReview.objects.all()] == [page.pk]


def test_first_publication_sets_the_date_once(settings, cast, home):
    settings.REVIEW_INTERVAL_MONTHS = 12
    page = factories.standard(home, "Datenschutz", owner=cast.editor)
    page.save_revision().publish()
    PageReview.objects.update(due_on=SOON)
    page.save_revision().publish()

    review = PageReview.objects.get(page=page)
    assert (review.person, review.due_on) == (cast.editor, SOON)


@pytest.mark.parametrize("months", [0, 6])
def test_interval_of_the_settings_counts(settings, home, months):
    settings.REVIEW_INTERVAL_MONTHS = months
    page = factories.standard(home, "Datenschutz")

    page.save_revision().publish()

    expected = [months_later(timezone.localdate(), 6)] if months else []
    dates = PageReview.objects.filter(page=page).values_list("due_on", flat=True)
    assert list(dates) == expected


def test_what_tells_of_one_day_gets_no_date_by_itself(home):
    index = factories.news_index(home)
    workshop, news = factories.workshop(home), factories.news(index)
    for page in (workshop, news):
        page.save_revision().publish()

    assert not PageReview.objects.filter(page__in=[workshop.pk, news.pk]).exists()


def test_translation_gets_no_date_by_itself(page):
    factories.translated(page)

    pages = PageReview.objects.values_list("page__locale__language_code", flat=True)
    assert set(pages) <= {"de"}


def test_button_notes_the_look_and_sets_the_next_one(cast, page):
    plan(page, {"person": cast.editor, "due_on": timezone.localdate()})
    PageReview.objects.update(reminded_on=timezone.localdate())
    later = timezone.localdate() + timedelta(days=100)

    answer = review(cast.editor, page, due_on=later, person=cast.moderator.pk)

    found = PageReview.objects.get()
    page.refresh_from_db()
    assert answer.status_code == 302
    assert (found.due_on, found.person) == (later, cast.moderator)
    assert (found.reviewed_on, found.reminded_on) == (timezone.localdate(), None)
    assert page.latest_revision is None


@pytest.mark.parametrize("due_on", ["2001-01-01", "morgen"])
def test_next_look_is_a_day_to_come(cast, page, due_on):
    answer = review(cast.editor, page, due_on=due_on)

    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"due_on"}
    assert not PageReview.objects.exists()


def test_form_of_the_button_proposes_a_date_and_oneself(settings, cast, page):
    settings.REVIEW_INTERVAL_MONTHS = 3
    form = browser(cast.editor).get(reverse("page_review", args=[page.pk]))

    assert form.context["form"].initial == {
        "due_on": months_later(timezone.localdate(), 3),
        "person": cast.editor.pk,
    }


def test_only_who_may_edit_the_original_reviews_it(cast, home, page):
    english = home.get_translation(factories.locale("en"))
    later = timezone.localdate() + timedelta(days=9)

    refused = [
        review(cast.translator, page, due_on=later).status_code,
        review(cast.stranger, page, due_on=later).status_code,
        review(cast.editor, english, due_on=later).status_code,
    ]

    assert refused == [302, 302, 302]  # Wagtail leads home and says why.
    assert not PageReview.objects.exists()


def test_history_of_the_page_tells_of_looks(cast, page):
    later = timezone.localdate() + timedelta(days=9)
    review(cast.editor, page, due_on=later, person=cast.moderator.pk)

    entry = PageLogEntry.objects.get(action="pages.review")
    history = browser(cast.moderator).get(
        reverse("wagtailadmin_pages:history", args=[page.pk])
    )
    assert entry.user == cast.editor
    assert entry.data == {"due_on": later.isoformat(), "person": "moderator"}
    assert "Next look on:" in history.content.decode()


def test_person_who_leaves_does_not_take_the_date_along(cast, page):
    plan(page, {"person": cast.editor, "due_on": SOON})

    cast.editor.delete()

    review = PageReview.objects.get()
    assert (review.person, review.due_on) == (None, SOON)
