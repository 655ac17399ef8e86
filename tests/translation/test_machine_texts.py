"""What is sent to a machine, and what is saved of its answers."""

import pytest
from django.utils.translation import override
from wagtail.models import Page

from pages.translation.machine.confirmation import confirm_machine_texts
from pages.translation.machine.drafting import Outcome, translate_open_texts
from tests.translation.exchange import begun, rows, stored, translator, write
from tests.translation.machines import Machine
from tests.translation.translating import edit, english_of, publish, translation_of

pytestmark = pytest.mark.django_db

LINKED = 'Bis 6.3. <a id="a1">anmelden</a>.'


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.fixture
def user(home, django_user_model):
    return translator(django_user_model)


@pytest.fixture
def workshop(home):
    return begun(home)


def draft(workshop, user, machine):
    return translate_open_texts(translation_of(workshop), machine, user)


def test_each_open_text_is_translated_once(workshop, user):
    machine = Machine()

    outcome = draft(workshop, user, machine)

    assert outcome == Outcome(saved=5)
    assert machine.asked == ["Werkstatt 1", "Machen Sie mit.", LINKED, "Begrüßung"]
    assert stored(workshop) == {
        "2031": "2031",
        **{text: f"EN {text}" for text in machine.asked},
    }
    assert len(rows(workshop)) == 6


def test_no_name_room_or_address_is_sent(workshop, user):
    machine = Machine()

    draft(workshop, user, machine)

    everything = " ".join(machine.asked)
    for name in ("Jo Wallner", "Saal 1", "a.example", workshop.slug):
        assert name not in everything


# A text that is only an address makes Beautiful Soup wonder.
@pytest.mark.filterwarnings("ignore::bs4.MarkupResemblesLocatorWarning")
@pytest.mark.parametrize(
    "text",
    ["1.000,50", "10–12", "https://a.example/b", "jo@a.example", "– / –"],
)
def test_what_is_the_same_in_every_language_is_not_sent(home, user, text):
    workshop = begun(home, lead=text)
    machine = Machine()

    draft(workshop, user, machine)

    assert text not in machine.asked
    assert stored(workshop)[text] == text


def test_machine_texts_are_marked(workshop, user):
    draft(workshop, user, Machine())

    marks = {
        (row.translation_type, row.tool_name, row.last_translated_by)
        for row in rows(workshop).values()
    }
    assert marks == {("machine", "Machine", user), ("machine", "", user)}
    work = translation_of(workshop).work
    assert (work.open_strings, work.machine_strings) == (0, 6)


def test_nothing_is_published(workshop, user):
    draft(workshop, user, Machine())

    english = english_of(workshop)
    assert (english.live, english.title) == (False, "Werkstatt 1")


def test_list_of_pages_shows_the_translated_title(workshop, user):
    draft(workshop, user, Machine())

    page = Page.objects.get(pk=english_of(workshop).pk)
    assert page.get_admin_display_title() == "EN Werkstatt 1"


def test_texts_of_people_stay(workshop, user):
    write(workshop, "Machen Sie mit.", "Join in.")
    machine = Machine()

    outcome = draft(workshop, user, machine)

    assert outcome.saved == 4
    assert "Machen Sie mit." not in machine.asked
    row = rows(workshop)["lead: Machen Sie mit."]
    assert (row.data, row.translation_type) == ("Join in.", "manual")


def test_text_that_somebody_saves_meanwhile_stays(workshop, user):
    class Slow(Machine):
        def translate(self, *args):
            write(workshop, "Machen Sie mit.", "Join in.")
            return super().translate(*args)

    outcome = draft(workshop, user, Slow())

    assert outcome.saved == 4
    row = rows(workshop)["lead: Machen Sie mit."]
    assert (row.data, row.translation_type) == ("Join in.", "manual")


def test_emptied_text_is_open_again(workshop, user):
    write(workshop, "Machen Sie mit.", "")

    draft(workshop, user, Machine())

    assert stored(workshop)["Machen Sie mit."] == "EN Machen Sie mit."


@pytest.mark.parametrize(
    "answer", ["by 6 March sign up.", '<a id="a1">sign up</a', "", "<p>6 3</p>"]
)
def test_broken_text_is_not_saved(workshop, user, answer):
    outcome = draft(workshop, user, Machine({LINKED: answer}))

    assert outcome == Outcome(saved=4, refused=1)
    assert LINKED not in stored(workshop)
    assert translation_of(workshop).work.open_strings == 1


def test_what_came_before_a_failure_stays_saved(home, user):
    agenda = [
        {
            "type": "day",
            "id": str(n),
            "value": {"date": "2031-03-06", "title": f"Tag {n}"},
        }
        for n in range(60)
    ]
    workshop = begun(home, agenda=agenda)

    outcome = draft(workshop, user, Machine(fails_after=1))

    assert outcome == Outcome(saved=51, left=13, error="Machine is tired.")
    assert len(stored(workshop)) == 51
    assert translation_of(workshop).work.open_strings == 13


def test_second_attempt_sends_only_the_rest(workshop, user):
    draft(workshop, user, Machine({LINKED: "broken"}))
    machine = Machine()

    outcome = draft(workshop, user, machine)

    assert machine.asked == [LINKED]
    assert outcome == Outcome(saved=1)
    assert draft(workshop, user, machine).had_nothing_to_do


def test_text_that_is_too_long_is_not_sent(home, user):
    paragraph = "Lang " * 25_000
    workshop = begun(home, intro=f"<p>{paragraph}</p>")
    machine = Machine()

    outcome = draft(workshop, user, machine)

    assert (outcome.too_long, outcome.error) == (1, "")
    assert max(len(text) for text in machine.asked) < 100


def test_confirmed_texts_are_the_persons_own(workshop, user):
    draft(workshop, user, Machine())
    english = publish(workshop)
    assert english.text_origins["title"][0]["machine"] is True

    confirmed = confirm_machine_texts(translation_of(workshop), user)

    assert confirmed == 6
    comments = {row.get_comment().split(" on ")[0] for row in rows(workshop).values()}
    assert comments == {"Translated manually"}
    work = translation_of(workshop).work
    assert (work.machine_strings, work.has_unpublished) == (0, True)
    assert "machine" not in publish(workshop).text_origins["title"][0]


def test_confirming_leaves_texts_of_people_as_they_are(workshop, user):
    write(workshop, "Machen Sie mit.", "Join in.", tool_name="PO")

    confirmed = confirm_machine_texts(translation_of(workshop), user)

    assert confirmed == 0
    row = rows(workshop)["lead: Machen Sie mit."]
    assert (row.tool_name, row.last_translated_by) == ("PO", None)


def test_texts_of_an_older_original_are_not_confirmed(workshop, user):
    draft(workshop, user, Machine())
    edit(workshop, lead="Kommen Sie.")

    assert confirm_machine_texts(translation_of(workshop), user) == 5
