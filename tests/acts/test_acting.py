"""Cancelling, postponing and moving online, as visitors see it in both languages."""

import html
from datetime import date, datetime, time

from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.acts.acting import perform
from pages.acts.kinds import Kind
from pages.acts.wording import proposal
from tests import factories
from tests.acts.deeds import ENGLISH, GERMAN, act, read, stored
from tests.translation.people import browser
from tests.translation.translating import (
    edit,
    english_of,
    published,
    translate,
    translation_of,
)


def test_cancelled_workshop_says_so_in_both_languages(workshop, cast, client):
    perform(workshop.pk, act(), cast.moderator)

    german = read(stored(workshop), client)
    english = read(english_of(workshop), client)
    assert "Diese Werkstatt ist abgesagt." in german
    assert GERMAN.note in german
    assert GERMAN.change in german
    assert "This workshop is cancelled." in english
    assert ENGLISH.note in english
    assert ENGLISH.change in english


def test_cancelled_workshop_says_so_in_lists(workshop, cast, client, home):
    series = factories.series(home)
    published(series, title="Series")
    workshop.move(series, pos="last-child")

    perform(workshop.pk, act(), cast.moderator)

    assert GERMAN.note in read(series, client)
    assert ENGLISH.note in read(english_of(series), client)


def test_postponed_workshop_moves_with_its_programme(workshop, cast, client):
    postpone = act(Kind.POSTPONE, first_day=date(2031, 4, 10))

    perform(workshop.pk, postpone, cast.moderator)

    for page in (stored(workshop), english_of(workshop)):
        wanted = datetime.combine(date(2031, 4, 10), time(11), page.zone)
        assert page.status == "rescheduled"
        assert page.local_start == wanted
        assert page.agenda[0].value["date"] == date(2031, 4, 10)
        assert page.registration_deadline == date(2031, 4, 5)
        assert page.takes_place
    assert "Diese Werkstatt hat einen neuen Termin." in read(stored(workshop), client)


def test_postponed_without_a_date_keeps_the_old_one(workshop, cast):
    perform(workshop.pk, act(Kind.POSTPONE), cast.moderator)

    found = stored(workshop)
    assert (found.status, found.starts_at) == ("postponed", workshop.starts_at)
    assert not found.takes_place


def test_workshop_moved_online_has_its_address(workshop, cast):
    move = act(Kind.MOVE_ONLINE, online_url="https://meet.example/neu")

    perform(workshop.pk, move, cast.moderator)

    for page in (stored(workshop), english_of(workshop)):
        assert (page.status, page.online_url) == (
            "moved_online",
            "https://meet.example/neu",
        )


def test_english_is_complete_after_an_act(workshop, cast):
    perform(workshop.pk, act(), cast.moderator)

    work = translation_of(workshop).work
    work.refresh_from_db()
    assert (work.open_strings, work.version) == (0, work.source_version)


def test_unpublished_english_texts_stay_unpublished(workshop, cast):
    edit(workshop, lead="Etwas anderes.")
    translate(workshop, lead="Something half done.")

    perform(workshop.pk, act(), cast.moderator)

    english = english_of(workshop)
    assert english.status_note == ENGLISH.note
    assert english.lead == "What it is about."


def test_log_names_the_act_and_the_person(workshop, cast):
    perform(workshop.pk, act(), cast.moderator)

    entry = PageLogEntry.objects.get(action="pages.cancel")
    assert (entry.user, entry.formatter.format_message(entry)) == (
        cast.moderator,
        "Werkstatt abgesagt",
    )
    assert entry.formatter.format_comment(entry) == GERMAN.note


def test_form_proposes_texts_in_both_languages_and_does_it(workshop, cast):
    moderator = browser(cast.moderator)
    address = reverse("act", args=[workshop.pk, "cancel"])
    form = moderator.get(address).context["act_form"]
    data = {name: field.initial for name, field in form.fields.items()}

    moderator.post(address, data)

    german, english = stored(workshop), english_of(workshop)
    assert german.status_note == "Die Werkstatt am 6. März 2031 findet nicht statt."
    assert english.status_note == "The workshop on 6 March 2031 does not take place."


def test_postponing_asks_for_the_date_first_and_shows_what_moves(workshop, cast):
    moderator = browser(cast.moderator)
    address = reverse("act", args=[workshop.pk, "postpone"])

    asked = moderator.get(address)
    answer = moderator.get(address, {"next": "1", "first_day": "10.4.2031"})

    assert "act_form" not in asked.context
    assert len(answer.context["moves"]) == 4
    form = answer.context["act_form"]
    assert "10 April 2031" in form.fields["note_en"].initial


def test_buttons_offer_the_act_and_then_its_undoing(workshop, cast):
    moderator = browser(cast.moderator)
    edit_page = f"/admin/pages/{workshop.pk}/edit/"
    before = moderator.get(edit_page).content.decode()

    perform(workshop.pk, act(), cast.moderator)

    after = moderator.get(edit_page).content.decode()
    undoing = reverse("undo_act", args=[workshop.pk])
    assert reverse("acts", args=[workshop.pk]) in before
    assert [undoing in html for html in (before, after)] == [False, True]


def test_workshop_without_translation_speaks_of_no_languages(workshop, cast):
    english_of(workshop).unpublish()
    address = reverse("act", args=[workshop.pk, "cancel"])
    moderator = browser(cast.moderator)

    asked = moderator.get(address).content.decode()
    answer = moderator.post(address, {"note_de": "Leider."}, follow=True)

    assert "in all languages" not in asked
    assert "is now “cancelled”." in html.unescape(answer.content.decode())


def test_new_date_is_proposed_with_both_weekdays(workshop):
    words = proposal(workshop, Kind.POSTPONE, "en", date(2031, 4, 10))

    assert words.note == (
        "New date: Thursday, 10 April 2031, instead of Thursday, 6 March 2031."
    )


def test_nothing_is_proposed_in_a_language_without_texts(workshop):
    languages = ["de", "de-at", "en", "en-gb", "fr"]

    proposed = [bool(proposal(workshop, Kind.CANCEL, code).note) for code in languages]

    assert proposed == [True, True, True, True, False]


def test_online_workshop_says_so_in_good_german(workshop):
    words = proposal(workshop, Kind.MOVE_ONLINE, "de")

    assert words.change == "Die Werkstatt findet nicht vor Ort, sondern online statt."
