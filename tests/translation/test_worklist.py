"""The state of each translation: on rows made by hand, and through real work."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Locale, Workflow, WorkflowState
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from pages.models import (
    Contact,
    Menu,
    Organisation,
    PageContact,
    TranslationProgress,
)
from pages.roles import create_roles
from pages.translation.counting import count_work
from pages.translation.publishing import confirm, submit
from pages.translation.states import State
from pages.translation.worklist import work_list, work_on
from tests import factories
from tests.translation.translating import (
    edit,
    english_of,
    publish,
    published,
    start,
    translate,
    translation_of,
)

pytestmark = pytest.mark.django_db

DONE = {"source_version": 2, "version": 2}


def entries(**values):
    """The work list into English, by title."""
    rows = work_list(factories.locale(), factories.locale("en"))
    return {row.title: row for row in rows.filter(**values)}


def state(title):
    return State(entries()[title].state)


def connect(original, **numbers):
    """What wagtail-localize and the platform keep of a translation, by hand."""
    base, _ = TranslatableObject.objects.get_or_create_from_instance(original)
    source = TranslationSource.objects.create(
        object=base,
        specific_content_type=original.cached_content_type,
        locale=original.locale,
        object_repr=str(original),
        content_json="{}",
        last_updated_at="2031-03-01T12:00Z",
    )
    translation = Translation.objects.create(
        source=source, target_locale=factories.locale("en")
    )
    TranslationProgress.objects.create(translation=translation, **{**DONE, **numbers})
    return translation


@pytest.fixture
def german(db):
    return factories.home(title="Start")


@pytest.fixture
def english(german):
    return factories.translated(german)


# --- Each state, on rows made by hand -----------------------------------------------


def test_page_without_translation_is_missing(german):
    assert state("Start") is State.MISSING


def test_page_in_one_language_has_nothing_but_its_own_facts(german):
    row = entries()["Start"]

    assert (row.pk, row.translated_id, row.translation_id) == (german.pk, None, None)
    assert (row.version, row.open_strings, row.project_title) == (None, None, None)


def test_alias_is_no_translation_and_no_original(german):
    german.copy_for_translation(factories.locale("en"), alias=True)

    assert {title: State(row.state) for title, row in entries().items()} == {
        "Start": State.MISSING
    }


@pytest.mark.parametrize(
    ("numbers", "live", "expected"),
    [
        # A live page.
        ({}, True, State.CURRENT),
        ({"open_strings": 2}, True, State.OPEN),
        ({"machine_strings": 2}, True, State.OPEN),
        ({"has_unpublished": True}, True, State.WAITING),
        ({"has_unpublished": True, "open_strings": 1}, True, State.OPEN),
        # The original has changed.
        ({"version": 1, "open_strings": 1}, True, State.BEHIND),
        ({"version": 1, "machine_strings": 1}, True, State.BEHIND),
        # … and its texts are confirmed as they were.
        ({"version": 1}, True, State.WAITING),
        ({"version": 1, "has_unpublished": True}, True, State.WAITING),
        (
            {"version": 1, "has_unpublished": True, "open_strings": 1},
            True,
            State.BEHIND,
        ),
        # It was published incomplete: nothing has changed since.
        ({"version": 0, "open_strings": 1}, True, State.OPEN),
        ({"version": 0, "has_unpublished": True}, True, State.WAITING),
        ({"version": 0}, True, State.WAITING),
        # A draft.
        ({"version": 0, "open_strings": 1}, False, State.OPEN),
        ({"version": 0, "machine_strings": 1}, False, State.OPEN),
        ({"version": 0}, False, State.WAITING),
        ({"version": 1, "open_strings": 1}, False, State.OPEN),
        ({"version": 1}, False, State.WAITING),
    ],
)
def test_state_follows_from_what_is_left(german, english, numbers, live, expected):
    connect(german, **numbers)
    type(english).objects.filter(pk=english.pk).update(live=live)

    assert state("Start") is expected


def test_page_translated_by_hand_is_not_connected(german, english):
    assert state("Start") is State.UNCONNECTED


def test_page_whose_original_is_unpublished_is_listed_as_such(german, english):
    connect(german, open_strings=3)
    german.unpublish()

    row = entries()["Start"]

    assert (State(row.state), row.translated_id) == (State.OFFLINE, english.pk)


def test_page_whose_original_is_deleted_is_listed_itself(german, english):
    about = factories.standard(german, "Über uns")
    translated = factories.translated(about, title="About us")
    connect(about)
    about.delete()

    row = entries()["About us"]

    assert (row.pk, State(row.state)) == (translated.pk, State.OFFLINE)


def test_english_page_without_original_is_nobodys_translation(german, english):
    factories.standard(english, "Only for guests")

    assert list(entries()) == ["Start"]


def test_draft_without_translation_is_not_listed(german):
    factories.standard(german, "Entwurf", live=False)

    assert list(entries()) == ["Start"]


def test_page_in_moderation_waits(german, english):
    connect(german)
    create_roles()
    english.get_workflow().start(english, get_user_model().objects.create_user("a"))

    row = entries()["Start"]

    assert (State(row.state), row.is_sent_back) == (State.WAITING, False)


def test_page_that_moderators_sent_back_says_so(german, english):
    connect(german)
    create_roles()
    moderator = get_user_model().objects.create_superuser("m")
    moderated = Workflow.objects.get(active=True).start(english, moderator)
    moderated.current_task_state.reject(user=moderator)

    row = entries()["Start"]

    assert (State(row.state), row.is_sent_back) == (State.WAITING, True)


def test_finished_moderation_of_another_day_does_not_count(german, english):
    connect(german)
    create_roles()
    moderator = get_user_model().objects.create_superuser("m")
    moderated = Workflow.objects.get(active=True).start(english, moderator)
    moderated.cancel(user=moderator)

    assert state("Start") is State.CURRENT
    assert WorkflowState.objects.count() == 1


def test_entry_carries_what_is_left(german, english):
    translation = connect(german, version=1, open_strings=3, machine_strings=2)

    row = entries()["Start"]

    assert (row.translated_id, row.translation_id) == (english.pk, translation.pk)
    assert (row.source_version, row.version) == (2, 1)
    assert (row.open_strings, row.machine_strings) == (3, 2)


def test_project_is_the_one_above_or_the_page_itself(german):
    project = factories.project(german, "Stadtlabor")
    series = factories.series(project, "Reihe")
    factories.workshop(series, "Werkstatt 1")
    factories.standard(german, "Impressum")

    found = {title: row.project_title for title, row in entries().items()}

    assert found == {
        "Start": None,
        "Stadtlabor": "Stadtlabor",
        "Reihe": "Stadtlabor",
        "Werkstatt 1": "Stadtlabor",
        "Impressum": None,
    }


def test_list_begins_with_what_to_do_first(german, english):
    for title, numbers in {
        "Aktuell": {},
        "Wartet": {"has_unpublished": True},
        "Offen": {"open_strings": 1},
        "Geändert": {"version": 1, "open_strings": 1},
    }.items():
        page = factories.standard(german, title)
        factories.translated(page)
        connect(page, **numbers)
    factories.standard(german, "Fehlt")
    connect(german)

    assert list(entries()) == [
        "Geändert",
        "Offen",
        "Wartet",
        "Fehlt",
        "Start",
        "Aktuell",
    ]


def test_another_language_is_another_list(german, english):
    connect(german)
    french = Locale.objects.create(language_code="fr")

    row = work_list(factories.locale(), french).get()

    assert State(row.state) is State.MISSING
    assert state("Start") is State.CURRENT


@pytest.mark.parametrize("amount", [1, 10])
def test_list_is_one_query(german, english, amount):
    for number in range(amount):
        page = factories.standard(german, f"Seite {number}")
        factories.translated(page)
        connect(page, open_strings=1)
    rows = work_list(factories.locale(), factories.locale("en"))

    with CaptureQueriesContext(connection) as asked:
        found = list(rows.filter(state=State.OPEN))

    assert (len(asked), len(found)) == (1, amount)


# --- Snippets -----------------------------------------------------------------------


def snippet_states(kind):
    rows = work_on(kind, factories.locale(), factories.locale("en"))
    return {str(row): State(row.state) for row in rows}


def test_contact_without_translation_waits_for_the_first_page_that_shows_it(german):
    factories.contact("Jo Wallner", role="Leitung")

    assert snippet_states(Contact) == {}


def test_contact_with_a_text_nobody_translated_is_open(german):
    start(factories.contact("Jo Wallner", role="Leitung"))

    assert snippet_states(Contact) == {"Jo Wallner": State.OPEN}


def test_contact_is_current_when_its_texts_are_published(german):
    published(factories.contact("Jo Wallner", role="Leitung"))

    assert snippet_states(Contact) == {"Jo Wallner": State.CURRENT}


def test_organisation_without_texts_is_current(german):
    start(factories.organisation("Stadt Lindenau"))

    assert snippet_states(Organisation) == {"Stadt Lindenau": State.CURRENT}


def test_menu_stands_alone_and_so_can_be_missing(german):
    Menu.objects.create(place="header", locale=factories.locale())

    with override("en"):
        assert snippet_states(Menu) == {"header": State.MISSING}


def test_contact_in_use_whose_original_is_deleted_is_listed_itself(german, english):
    contact = factories.contact("Jo Wallner", role="Leitung")
    PageContact.objects.create(
        page=english, contact=start(contact), locale=english.locale
    )
    contact.delete()

    rows = work_on(Contact, factories.locale(), factories.locale("en"))

    assert [(row.locale.language_code, State(row.state)) for row in rows] == [
        ("en", State.OFFLINE)
    ]


# --- Counting -----------------------------------------------------------------------


def test_count_is_one_query_over_pages_and_snippets_in_all_languages(german, english):
    connect(german, open_strings=1)
    start(factories.contact("Jo Wallner", role="Leitung"))
    french = Locale.objects.create(language_code="fr")
    source, languages = factories.locale(), [factories.locale("en"), french]
    count_work(source, languages)

    with CaptureQueriesContext(connection) as asked:
        counts = count_work(source, languages)

    assert len(asked) == 1
    assert counts == {
        languages[0].pk: {State.OPEN: 2},
        french.pk: {State.MISSING: 1},
    }


def test_count_without_languages_asks_nothing(german):
    source = factories.locale()

    with CaptureQueriesContext(connection) as asked:
        counts = count_work(source, [])

    assert (len(asked), counts) == (0, {})


# --- Through real work --------------------------------------------------------------


@pytest.fixture
def page(home):
    return factories.standard(home, "Impressum", lead="Wer wir sind.")


def test_life_of_a_translation(page):
    seen = [state("Impressum")]
    start(page)
    seen.append(state("Impressum"))
    translate(page)
    seen.append(state("Impressum"))
    publish(page)
    seen.append(state("Impressum"))
    edit(page, lead="Wer wir heute sind.")
    seen.append(state("Impressum"))
    translate(page)
    seen.append(state("Impressum"))
    publish(page)
    seen.append(state("Impressum"))

    assert seen == [
        State.MISSING,
        State.OPEN,
        State.WAITING,
        State.CURRENT,
        State.BEHIND,
        State.WAITING,
        State.CURRENT,
    ]


def test_page_published_incomplete_is_open_and_not_behind(page):
    start(page)
    publish(page)

    assert state("Impressum") is State.OPEN


def test_minor_change_leaves_a_translation_current(page):
    published(page)
    edit(page, minor=True, lead="Wer wir sind!")

    assert state("Impressum") is State.CURRENT


def test_confirmed_translation_waits_for_publication(page):
    published(page)
    edit(page, lead="Wer wir heute sind.")
    confirm(translation_of(page), None)
    waiting = state("Impressum")
    publish(page)

    assert (waiting, state("Impressum")) == (State.WAITING, State.CURRENT)


def test_submitted_translation_waits(page):
    create_roles()
    published(page)
    translator = get_user_model().objects.create_user("translator")
    submit(translation_of(page), translator)

    assert english_of(page).current_workflow_state is not None
    assert state("Impressum") is State.WAITING


def test_withdrawn_translation_comes_back(page):
    published(page)
    with_original = state("Impressum")
    page.refresh_from_db()
    page.unpublish()
    without = state("Impressum")
    edit(page)

    assert (with_original, without, state("Impressum")) == (
        State.CURRENT,
        State.OFFLINE,
        State.CURRENT,
    )
