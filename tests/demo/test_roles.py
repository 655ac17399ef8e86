"""What editors, moderators and translators may do, and that it stays so."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
)

from home.models import HomePage
from pages.roles import create_roles
from tests import factories

pytestmark = pytest.mark.django_db

COUNTED = (
    Group,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    Group.permissions.through,
)


def counts() -> list[int]:
    return [model.objects.count() for model in COUNTED]


@pytest.fixture
def german():
    return factories.home(live=True)


@pytest.fixture
def english(german):
    page = HomePage(
        title="Start",
        slug="start-en",
        locale=factories.locale("en"),
        translation_key=german.translation_key,
    )
    return Page.get_first_root_node().add_child(instance=page)


def member(group: str) -> User:
    user = User.objects.create_user(group.lower(), password="geheim")
    user.groups.add(Group.objects.get(name=group))
    return user


def may(user: User, page: Page) -> dict[str, bool]:
    tester = Page.objects.get(pk=page.pk).specific.permissions_for_user(user)
    return {
        "edit": tester.can_edit(),
        "add": tester.can_add_subpage(),
        "publish": tester.can_publish(),
        "lock": tester.can_lock(),
    }


def test_editor_writes_in_both_languages_and_does_not_publish(german, english):
    create_roles()
    editor = member("Editors")

    found = [may(editor, page) for page in (german, english)]

    only_writes = {"edit": True, "add": True, "publish": False, "lock": False}
    assert found == [only_writes, only_writes]


def test_moderator_publishes_and_locks_in_both_languages(german, english):
    create_roles()
    moderator = member("Moderators")

    found = [may(moderator, page) for page in (german, english)]

    everything = {"edit": True, "add": True, "publish": True, "lock": True}
    assert found == [everything, everything]


def test_translator_edits_english_pages_and_no_german_ones(german, english):
    create_roles()
    translator = member("Translators")
    below = factories.standard(english)

    found = [may(translator, page)["edit"] for page in (german, english, below)]

    assert found == [False, True, True]


def test_translator_neither_publishes_nor_adds(german, english):
    create_roles()
    translator = member("Translators")

    found = may(translator, english)

    assert found == {"edit": True, "add": False, "publish": False, "lock": False}


def test_translator_is_sent_away_from_a_german_form(german, english, client):
    create_roles()
    client.force_login(member("Translators"))

    answers = [
        client.get(f"/admin/pages/{page.pk}/edit/").status_code
        for page in (german, english)
    ]

    assert answers == [302, 200]


def test_editor_who_posts_publish_leaves_a_draft(german, client):
    create_roles()
    page = factories.standard(german, live=False)
    client.force_login(member("Editors"))
    form = {
        "title": "Impressum",
        "slug": page.slug,
        "lead": "",
        "body-count": "0",
        "action-publish": "1",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    for name in ("page_documents", "page_contacts", "change_notes"):
        form |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}

    client.post(f"/admin/pages/{page.pk}/edit/", form)

    page.refresh_from_db()
    assert page.latest_revision is not None
    assert page.live is False


@pytest.mark.parametrize(
    "name", ["contact", "organisation", "venue", "funding", "menu"]
)
def test_directory_belongs_to_editors_and_not_to_translators(german, english, name):
    create_roles()
    people = [member(group) for group in ("Editors", "Moderators", "Translators")]

    found = [person.has_perm(f"pages.change_{name}") for person in people]

    assert found == [True, True, False]


@pytest.mark.parametrize("kind", ["wagtaildocs.document", "wagtailimages.image"])
def test_translator_chooses_files_and_does_not_add_any(german, english, kind):
    create_roles()
    label, model = kind.split(".")
    granted = GroupCollectionPermission.objects.filter(
        group__name="Translators", permission__content_type__app_label=label
    )

    found = list(granted.values_list("permission__codename", flat=True))

    assert found == [f"choose_{model}"]


def test_moderators_approve_pages_of_both_languages(german, english):
    create_roles()

    workflows = {page.get_workflow() for page in (german, english)}

    tasks = [task.specific for workflow in workflows for task in workflow.tasks]
    assert len(workflows) == 1
    assert [group.name for task in tasks for group in task.groups.all()] == [
        "Moderators"
    ]


def test_moderation_comes_back_where_it_is_missing(german):
    Workflow.objects.all().delete()
    GroupApprovalTask.objects.all().delete()

    create_roles()

    assert [task.name for task in german.get_workflow().tasks] == [
        "Moderators approval"
    ]


def test_another_workflow_of_the_home_page_is_kept(german):
    other = Workflow.objects.create(name="Vier Augen", active=True)
    WorkflowPage.objects.all().delete()
    WorkflowPage.objects.create(page=german, workflow=other)

    create_roles()

    assert german.get_workflow() == other
    assert WorkflowPage.objects.count() == 1


def test_roles_are_created_once(german, english):
    create_roles()
    before = counts()

    create_roles()

    assert counts() == before


def test_roles_keep_what_an_administrator_allowed(german):
    create_roles()
    extra = Permission.objects.get(codename="change_sitesettings")
    Group.objects.get(name="Editors").permissions.add(extra)

    create_roles()

    assert Group.objects.get(name="Editors").permissions.contains(extra)


def test_roles_of_translators_follow_a_new_language(german):
    create_roles()
    without = GroupPagePermission.objects.filter(group__name="Translators").count()
    english = HomePage(title="Start", slug="en", locale=factories.locale("en"))
    Page.get_first_root_node().add_child(instance=english)

    create_roles()

    pages = GroupPagePermission.objects.filter(group__name="Translators")
    assert without == 0
    assert [granted.page_id for granted in pages] == [english.pk]


def test_command_says_which_groups_are_there(german):
    said = StringIO()

    call_command("create_roles", stdout=said)

    assert "Editors, Moderators, Translators" in said.getvalue()
