"""The site's history: what it notes, who sees it, how long it is kept."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.models import SiteSettings
from tests import factories
from tests.translation.people import browser, create_cast

pytestmark = pytest.mark.django_db

FLYER = settings.BASE_DIR / "docs" / "example-flyer.pdf"


@pytest.fixture
def home(db):
    home = factories.home()
    factories.translated(home, title="Home")
    return home


@pytest.fixture
def cast(home):
    return create_cast()


def noted():
    """Who did what to what, of the kind that is not a page."""
    rows = ModelLogEntry.objects.exclude(action="pages.sign_in").order_by("timestamp")
    return [(row.user.username, row.action, row.content_type.model) for row in rows]


def test_history_notes_every_change_of_a_page(cast, home):
    page = factories.standard(home, "Impressum")
    moderator = browser(cast.moderator)
    data = nested_form_data(
        {
            "title": "Impressum 2",
            "slug": "impressum",
            "lead": "",
            "body": streamfield([]),
            "page_documents": inline_formset([]),
            "page_contacts": inline_formset([]),
            "change_notes": inline_formset([]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    privacy = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])

    moderator.post(edit, data)
    moderator.post(privacy, {"restriction_type": "login"})
    moderator.post(privacy, {"restriction_type": "none"})
    moderator.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    moderator.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    rows = PageLogEntry.objects.filter(page_id=page.pk, user=cast.moderator)
    assert set(rows.values_list("action", flat=True)) >= {
        "wagtail.edit",
        "wagtail.publish",
        "wagtail.view_restriction.create",
        "wagtail.view_restriction.delete",
        "wagtail.unpublish",
        "wagtail.delete",
    }


def test_history_notes_snippets_files_and_settings(cast, home):
    administrator = browser(cast.administrator)
    contact = factories.contact()
    document, image = factories.document(name="a.pdf"), factories.image()
    looks = SiteSettings.for_site(home.get_site())
    looks.save()
    file = SimpleUploadedFile("neu.pdf", FLYER.read_bytes())

    administrator.post(
        reverse("wagtailsnippets_pages_contact:edit", args=[contact.pk]),
        {"name": "Jo Wallner", "role": "Leitung"},
    )
    administrator.post(
        reverse("wagtailsnippets_pages_contact:delete", args=[contact.pk])
    )
    administrator.post(
        reverse("wagtaildocs:edit", args=[document.pk]), {"title": "Neu", "file": ""}
    )
    administrator.post(reverse("wagtaildocs:add"), {"title": "Neu", "file": file})
    administrator.post(reverse("wagtaildocs:delete", args=[document.pk]))
    administrator.post(reverse("wagtailimages:delete", args=[image.pk]))
    administrator.post(
        reverse("wagtailsettings:edit", args=["cms", "sitesettings", looks.site_id]),
        {"site_name_0": "Werkstatt"},
    )

    name = "administrator"
    assert noted() == [
        (name, "wagtail.edit", "contact"),
        (name, "wagtail.delete", "contact"),
        (name, "wagtail.edit", "sitedocument"),
        (name, "wagtail.create", "sitedocument"),
        (name, "wagtail.delete", "sitedocument"),
        (name, "wagtail.delete", "siteimage"),
        (name, "wagtail.edit", "sitesettings"),
    ]


def history(user):
    """What somebody sees in the report: kinds of objects."""
    answer = browser(user).get(reverse("wagtailadmin_reports:site_history"))
    if answer.status_code != 200:
        return answer.status_code
    rows = answer.context["object_list"]
    return sorted({row.content_type.model for row in rows})


def test_each_role_sees_its_part_of_the_history(cast, home):
    page = factories.standard(home, "Impressum")
    PageLogEntry.objects.log_action(page, "wagtail.edit", user=cast.editor)
    for instance in (
        factories.contact(),
        factories.document(),
        factories.image(),
        SiteSettings.for_site(home.get_site()),
    ):
        instance.save()
        ModelLogEntry.objects.log_action(instance, "wagtail.edit", user=cast.editor)

    seen = {
        name: history(getattr(cast, name))
        for name in ("editor", "moderator", "administrator", "stranger")
    }

    pages = ["homepage", "standardpage"]
    everything = ["contact", "sitedocument", "siteimage", "sitesettings"]
    assert seen["stranger"] == []
    assert seen["editor"] == ["contact", *pages]
    assert seen["moderator"] == sorted([*everything, *pages])
    assert seen["administrator"] == sorted([*everything, *pages, "user"])


def test_seeing_the_history_of_files_opens_nothing_else(cast):
    moderator = browser(cast.moderator)
    settings = reverse("wagtailsettings:edit", args=["cms", "sitesettings"])

    assert cast.moderator.has_perm("pages.view_sitedocument")
    assert not cast.moderator.has_perm("pages.delete_sitedocument")
    assert moderator.get(settings, follow=False).status_code == 302
    assert moderator.get(settings)["Location"] == reverse("wagtailadmin_home")


def test_sign_in_is_noted_and_a_failed_one_logged_without_the_name(cast, caplog):
    ModelLogEntry.objects.all().delete()
    visitor, address = Client(), reverse("wagtailadmin_login")

    with caplog.at_level(logging.WARNING, "pages.audit"):
        visitor.post(address, {"username": "Geheim!", "password": "falsch"})
    failed = list(ModelLogEntry.objects.all())
    visitor.post(address, {"username": "editor", "password": "geheim"})

    [entry] = ModelLogEntry.objects.all()
    assert failed == []
    assert "Geheim!" not in caplog.text
    assert "A sign-in failed, for a name of 7 characters." in caplog.messages
    assert (entry.action, entry.user, entry.object_id) == (
        "pages.sign_in",
        cast.editor,
        str(cast.editor.pk),
    )


def prune(days):
    said = StringIO()
    with override("en"):
        call_command("prune_history", days, stdout=said)
    return said.getvalue().strip()


def test_old_history_is_deleted_and_versions_stay(home):
    page = factories.standard(home, "Impressum")
    page.save_revision(log_action=True)
    user = User.objects.create_user("eva")
    ModelLogEntry.objects.log_action(user, "pages.sign_in", user=user)
    PageLogEntry.objects.all().delete()
    PageLogEntry.objects.log_action(page, "wagtail.edit")
    old = timezone.now() - timedelta(days=400)
    PageLogEntry.objects.update(timestamp=old)
    ModelLogEntry.objects.update(timestamp=old)
    PageLogEntry.objects.log_action(page, "wagtail.publish")

    assert prune(365) == "2 entries were deleted."
    assert [row.action for row in PageLogEntry.objects.all()] == ["wagtail.publish"]
    assert page.revisions.count() == 1


def test_history_of_the_last_month_stays():
    with pytest.raises(CommandError, match="At least 30 days"):
        prune(29)
