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


def test_translator_publishes_and_does_not_add(german, english):
    create_roles()
    translator = member("Translators")

    found = [may(translator, page) for page in (german, english)]

    nothing = {"edit": False, "add": False, "publish": False, "lock": False}
    assert found == [nothing, nothing | {"edit": True, "publish": True}]


def test_translators_submit_where_the_setting_says_so(german, english, settings):
    settings.TRANSLATORS_PUBLISH = False
    create_roles()
    translator = member("Translators")

    found = may(translator, english)

    assert found == {"edit": True, "add": False, "publish": False, "lock": False}


def test_publishing_is_taken_back_when_the_setting_is_switched_off(
    german, english, settings
):
    create_roles()
    below = factories.standard(english)
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="Translators"),
        page=below,
        permission=Permission.objects.get(codename="publish_page"),
    )

    settings.TRANSLATORS_PUBLISH = False
    create_roles()

    translator = member("Translators")
    found = [may(translator, page)["publish"] for page in (english, below)]
    assert found == [False, True]


def test_publishing_comes_back_when_the_setting_is_switched_on(
    german, english, settings
):
    settings.TRANSLATORS_PUBLISH = False
    create_roles()

    settings.TRANSLATORS_PUBLISH = True
    create_roles()

    assert may(member("Translators"), english)["publish"] is True


def test_everybody_may_start_translations(german, english):
    create_roles()
    people = [member(group) for group in ("Editors", "Moderators", "Translators")]

    found = [one.has_perm("wagtail_localize.submit_translation") for one in people]

    assert found == [True, True, True]


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
def test_translators_change_the_directory_and_add_and_delete_nothing(
    german, english, name
):
    create_roles()
    people = [member(group) for group in ("Editors", "Moderators", "Translators")]

    found = [
        [person.has_perm(f"pages.{action}_{name}") for person in people]
        for action in ("change", "add", "delete")
    ]

    only_editors = [True, True, False]
    assert found == [[True, True, True], only_editors, only_editors]


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
    translators = GroupPagePermission.objects.filter(group__name="Translators")
    without = {granted.permission.codename for granted in translators.all()}
    english = HomePage(title="Start", slug="en", locale=factories.locale("en"))
    Page.get_first_root_node().add_child(instance=english)

    create_roles()

    assert without == {"bulk_delete_page"}  # which only makes a tree readable
    assert {
        granted.permission.codename for granted in translators.filter(page=english)
    } == {"change_page", "publish_page"}


def test_command_says_which_groups_are_there(german):
    said = StringIO()

    call_command("create_roles", stdout=said)

    assert "Editors, Moderators, Translators" in said.getvalue()
