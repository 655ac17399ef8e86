"""Translations of many pages are begun one by one, and go on where they stopped."""

from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import GroupPagePermission, Locale, Page, PageViewRestriction

from pages.alone import alone
from pages.translation import subtree
from pages.translation.starting import start_translation
from pages.translation.subtree import make_plan, translate_subtree_task
from tests import factories
from tests.translation.translating import english_of, start

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english_messages():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def project(home):
    """A project with a series of two workshops; five pages with the home page."""
    project = factories.project(home)
    series = factories.series(project)
    factories.workshop(series, "Werkstatt 1")
    factories.workshop(series, "Werkstatt 2")
    return project


def call(*arguments, **options):
    out = StringIO()
    call_command("translate_subtree", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines()


def english_titles():
    """Return the English pages in the order of the tree, each with its level."""
    pages = Page.objects.filter(locale__language_code="en").order_by("path")
    return [(page.depth, page.title) for page in pages]


WHOLE = [
    (2, "Start"),
    (3, "Projekt"),
    (4, "Reihe"),
    (5, "Werkstatt 1"),
    (5, "Werkstatt 2"),
]


def test_page_is_begun_with_all_pages_below_it_as_drafts(home, project):
    said = call(home.pk, "en")

    assert said == ["5 pages were begun."]
    assert english_titles() == WHOLE
    assert not Page.objects.filter(locale__language_code="en", live=True).exists()
    assert not any(Page.find_problems())


def test_section_brings_the_pages_above_it(project):
    said = call(project.pk, "en")

    assert said == ["4 pages were begun."]
    assert english_titles() == WHOLE


@pytest.mark.parametrize("address", ["/", "https://testserver/"])
def test_home_page_is_found_by_its_address(home, address):
    said = call(address, "en")

    assert said == ["1 page was begun."]


@pytest.mark.parametrize(
    "address", ["/projekt/reihe/", "projekt/reihe", "https://testserver/projekt/reihe/"]
)
def test_page_is_found_by_its_address(project, address):
    said = call(address, "en")

    assert said == ["3 pages were begun."]


def test_next_call_begins_what_came_since(home, project):
    call(home.pk, "en")
    factories.workshop(project, "Werkstatt 3")

    said = call(home.pk, "en")

    assert said == ["1 page was begun.", "5 pages had been begun before."]


def test_call_that_broke_off_leaves_whole_pages_and_the_next_goes_on(
    home, project, monkeypatch
):
    def stop_at_third(original, locale, user):
        target = start_translation(original, locale, user)
        if original.title == "Reihe":
            raise KeyboardInterrupt
        return target

    monkeypatch.setattr(subtree, "start_translation", stop_at_third)
    with pytest.raises(CommandError, match=r"^Stopped\.") as stopped:
        call(home.pk, "en")
    left = english_titles()
    monkeypatch.undo()
    said = call(home.pk, "en")

    assert stopped.value.returncode == 130
    assert left == WHOLE[:2]
    assert said == ["3 pages were begun.", "2 pages had been begun before."]
    assert english_titles() == WHOLE
    assert not any(Page.find_problems())


def test_page_that_cannot_be_begun_is_named_and_stops_no_other(
    home, project, monkeypatch, caplog
):
    factories.project(home, "Anderes Projekt")
    series = Page.objects.get(title="Reihe")

    def fail(original, locale, user):
        if original.title == "Reihe":
            raise ValueError("nobody knows")
        return start_translation(original, locale, user)

    monkeypatch.setattr(subtree, "start_translation", fail)
    err = StringIO()
    message = r"^1 page could not be begun, nor any page below it\.$"
    with pytest.raises(CommandError, match=message):
        call(home.pk, "en", stderr=err, no_color=True)

    assert err.getvalue() == (
        f"Page “Reihe” (number {series.pk}): An error that nobody foresaw "
        "(ValueError: nobody knows). The log has more of it.\n"
    )
    assert english_titles() == [*WHOLE[:2], (3, "Anderes Projekt")]
    assert "could not be begun" in caplog.text
    assert not any(Page.find_problems())


def test_drafts_are_left_out_and_counted(home, project):
    factories.workshop(project, "Entwurf", live=False)

    said = call(home.pk, "en")

    assert said == [
        "5 pages were begun.",
        "1 page is not public and is left out.",
    ]
    assert english_titles() == WHOLE


def test_private_page_begins_private(home, project):
    PageViewRestriction.objects.create(page=project, restriction_type="login")

    call(home.pk, "en")

    english = english_of(project)
    assert PageViewRestriction.objects.filter(page=english.pk).exists()


def test_dry_run_changes_nothing(home, project):
    said = call(home.pk, "en", "--dry-run")

    assert said == ["Would begin 5 pages."]
    assert english_titles() == []
    assert not Locale.objects.filter(language_code="en").exists()


@pytest.mark.parametrize("pages", [1, 12])
def test_what_is_missing_is_found_in_one_query(home, pages):
    for number in range(pages):
        start(factories.workshop(home, f"Alt {number}"))
        factories.workshop(home, f"Neu {number}")
    home.locale  # noqa: B018 (asked for here, so that it is not counted)

    with CaptureQueriesContext(connection) as asked:
        plan = make_plan(home, "en")

    assert (len(plan.missing), plan.existing) == (pages, pages + 1)
    assert len(asked) == 1


@pytest.mark.parametrize("language", ["fr", "EN", ""])
def test_unknown_language_is_refused(home, language):
    message = f"^“{language}” is no language of this site. It has: de, en.$"

    with pytest.raises(CommandError, match=message):
        call(home.pk, language)


def test_source_language_is_refused(home):
    with pytest.raises(CommandError, match="is the language of the originals"):
        call(home.pk, "de")


@pytest.mark.parametrize("wanted", ["999999", "1", "/nirgends/", "start"])
def test_unknown_page_is_refused(home, wanted):
    with pytest.raises(CommandError, match=f"^There is no page {wanted}. Name its"):
        call(wanted, "en")


def test_draft_is_refused(home):
    draft = factories.project(home, live=False)

    with pytest.raises(CommandError, match=r"^“Projekt” is not public\."):
        call(draft.pk, "en")


def test_translation_is_refused(home):
    english = start(home)

    with pytest.raises(CommandError, match="is a translation itself"):
        call(english.pk, "en")


def test_second_call_at_the_same_time_is_told_to_wait(home):
    with (
        alone("translate_subtree_en") as is_alone,
        pytest.raises(CommandError, match="are being begun already"),
    ):
        call(home.pk, "en")
    said = call(home.pk, "en")

    assert is_alone
    assert said == ["1 page was begun."]


def test_page_that_somebody_else_has_begun_meanwhile_is_passed_over(
    home, project, monkeypatch
):
    made = make_plan(home, "en")
    start(project)

    monkeypatch.setattr(subtree, "make_plan", lambda *args: made)
    report = subtree.translate_subtree(home, "en")

    assert (report.begun, report.failures) == (3, [])
    assert english_titles() == WHOLE


def translator(*editable):
    group = Group.objects.create(name="Redaktion")
    for page in editable:
        GroupPagePermission.objects.create(
            group=group, page=page, permission_type="change"
        )
    user = get_user_model().objects.create_user("kim")
    user.groups.add(group)
    return user


@pytest.fixture
def closed(home, project):
    """A private page, and a draft with a public page below it."""
    private = factories.project(home, "Intern")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    draft = factories.project(home, "Entwurf", live=False)
    factories.workshop(draft, "Darunter")
    return home


def test_task_leaves_out_what_the_person_may_not_read(closed):
    translate_subtree_task.enqueue(closed.pk, "en", translator().pk)

    assert english_titles() == WHOLE


def test_task_begins_what_the_person_may_edit(closed):
    translate_subtree_task.enqueue(closed.pk, "en", translator(closed).pk)

    titles = [title for _depth, title in english_titles()]
    assert titles[5:] == ["Intern", "Entwurf", "Darunter"]


def test_task_begins_nothing_for_a_person_who_is_gone(home):
    translate_subtree_task.enqueue(home.pk, "en", 999999)

    assert english_titles() == []


def test_task_logs_a_refusal(home, caplog):
    translate_subtree_task.enqueue(home.pk, "de", None)

    assert "is the language of the originals" in caplog.text


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_begin_the_same_pages_share_the_work(home, project):
    for number in range(3, 9):
        factories.workshop(project, f"Werkstatt {number}")

    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(begin_in_own_connection, [home.pk, home.pk]))

    assert [failure for report in reports for failure in report.failures] == []
    assert sum(report.begun for report in reports) == 11
    assert len(english_titles()) == 11
    assert not any(Page.find_problems())


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_second_process_is_told_to_wait_on_postgresql():
    with alone("a task") as first, ThreadPoolExecutor(1) as pool:
        second = pool.submit(is_alone_in_own_connection, "a task").result()
    third = is_alone_in_own_connection("a task")

    assert (first, second, third) == (True, False, True)


def begin_in_own_connection(pk):
    try:
        return subtree.translate_subtree(Page.objects.get(pk=pk), "en")
    finally:
        connection.close()


def is_alone_in_own_connection(task):
    try:
        with alone(task) as is_alone:
            return is_alone
    finally:
        connection.close()
