"""The report on quality: what is shown to whom, and where it leads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from pages.models import Finding, Menu, MenuItem
from pages.quality.visible import findings_for
from tests import factories
from tests.translation.people import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def findings(home, commit):
    """One finding of several kinds, on pages in two languages, a menu and a file."""
    with commit():
        image = factories.image("Platz", alt_texts={"de": "Ein Platz."})
        figure = ("figure", {"image": image})
        page = factories.standard(home, "Bild", body=[figure])
        factories.translated(page, title="Picture")
        project = factories.project(home, "Hofgrün")
        factories.standard(project, "Stufen", body=[("text", "<h4>Vier</h4>")])
        target = factories.standard(home, "Ziel")
        menu = Menu.objects.create(place="header", locale=home.locale)
        MenuItem.objects.create(menu=menu, page=target, locale=home.locale)
        menu.save()
        document = factories.document("Flyer")
    with commit():
        image.alt_texts = {}
        image.save()
        target.unpublish()
        document.file.storage.delete(document.file.name)
        document.save()
    return {"image": image, "page": page, "menu": menu, "project": project}


def report(user, **query):
    return browser(user).get(reverse("quality_report"), query)


def kinds(rows):
    return sorted((row.title, row.kind) for row in rows)


def rows(user, **query):
    return report(user, **query).context["object_list"]


ALL = [
    ("Bild", "Alternative text is missing"),
    ("Flyer", "File is missing"),
    ("Kopfzeile", "Link to a page that is not public"),
    ("Picture", "Alternative text is missing"),
    ("Stufen", "Headings out of order"),
]


def test_report_shows_what_one_may_put_right(cast, findings):
    seen = {name: kinds(rows(getattr(cast, name))) for name in ("editor", "translator")}

    assert seen == {"editor": ALL, "translator": [ALL[3]]}
    assert report(cast.stranger).status_code == 302


def test_finding_is_a_sentence_and_leads_to_its_block(cast, findings):
    page, image = findings["page"], findings["image"]
    [row] = [row for row in rows(cast.editor) if row.title == "Bild"]

    block = page.body.raw_data[0]["id"]
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert row.sentence == (
        "The picture “Platz” has no alternative text in this language."
    )
    assert row.url == f"{edit}#:w:contentpath=body.{block}.image"
    assert row.other == (
        "Open the picture",
        reverse("wagtailimages:edit", args=[image.pk]),
    )


def test_finding_of_a_menu_leads_to_its_form(cast, findings):
    [row] = [row for row in rows(cast.editor) if row.title == "Kopfzeile"]

    assert row.url.startswith(
        reverse("wagtailsnippets_pages_menu:edit", args=[findings["menu"].pk])
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "heading-jump"}, ["Stufen"]),
        ({"project": "Hofgrün"}, ["Stufen"]),
        ({"language": "en"}, ["Picture"]),
        ({"kind": "heading-jump", "language": "en"}, []),
    ],
)
def test_report_is_filtered(cast, findings, query, found):
    keys = {"Hofgrün": findings["project"].pk, "en": factories.locale("en").pk}
    query = {name: keys.get(value, value) for name, value in query.items()}

    assert [row.title for row in rows(cast.editor, **query)] == found


def test_report_is_exported(cast, findings):
    answer = report(cast.editor, export="csv", kind="heading-jump")

    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("Stufen,standard page,German,Headings out of order,")
    assert "http://testserver/admin/pages/" in lines[1]


def test_report_leads_to_the_work_list_for_missing_translations(cast, findings):
    shown = report(cast.editor).content.decode()

    assert reverse("translation_work:pages", args=["en"]) in shown


def test_kind_whose_check_is_gone_is_not_shown(cast, findings):
    Finding.objects.update(kind="of-a-plugin-that-is-gone")

    assert rows(cast.editor) == []


@pytest.mark.parametrize("amount", [1, 40])
def test_report_asks_as_much_for_any_number_of_findings(cast, home, commit, amount):
    with commit():
        for number in range(amount):
            factories.standard(home, f"S {number}", body=[("text", "<h4>Vier</h4>")])
    visitor = browser(cast.editor)
    address = reverse("quality_report_results")
    visitor.get(address)

    with CaptureQueriesContext(connection) as asked:
        visitor.get(address)

    assert findings_for(cast.editor).count() == amount
    assert len(asked) == 18


def test_projects_that_one_may_not_see_are_not_offered(cast, findings, home):
    private = factories.project(home, "Geheim")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    def offered(user):
        form = report(user).context["filters"].form
        return [str(project) for project in form.fields["project"].queryset]

    assert offered(cast.editor) == ["Geheim", "Hofgrün"]
    assert offered(cast.translator) == ["Hofgrün"]
