"""The index follows what is published, changed and deleted, at once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.translation import override
from django_tasks import task_backends
from wagtail.models import PageViewRestriction

from pages.pdf.checking import check
from search.indexing.texts import read_page
from search.models import Entry, Place
from search.question import Kind
from tests import factories
from tests.files.pdfs import locked_pdf
from tests.search.engine.content import attach, name, pdf_of, session, show


def publish(page):
    page.save_revision().publish()


@pytest.fixture
def queue(settings):
    """The tasks that were put off, as with a worker in the background."""
    backend = "django_tasks.backends.dummy.DummyBackend"
    settings.TASKS = {**settings.TASKS, "background": {"BACKEND": backend}}
    return task_backends["background"].results


def test_editors_do_not_wait_for_the_index(home, index, queue, commit, titles):
    gone = factories.standard(home, "Ulme")
    index()

    with commit():
        factories.standard(home, "Linde")
    with commit():
        gone.delete()

    ours = [one.task.name for one in queue if "indexing" in one.task.module_path]
    assert sorted(set(ours)) == ["index_again", "renew_entries"]
    assert titles("Linde") == []


def test_published_page_is_found_and_taken_offline_forgotten(home, commit, titles):
    with commit():
        page = factories.standard(home, "Linde")
    first = titles("Linde")
    with commit():
        page.title = "Ulme"
        publish(page)
    renamed = (titles("Linde"), titles("Ulme"))
    with commit():
        page.unpublish()

    assert (first, renamed) == (["Linde"], ([], ["Ulme"]))
    assert (titles("Ulme"), Entry.objects.filter(title="Ulme").count()) == ([], 0)


def test_deleted_page_takes_its_people_along(home, commit, titles):
    with commit():
        agenda = [session("Anfang", ("Ada Lorenz", "Amt"))]
        page = factories.workshop(home, agenda=agenda)
    before = titles("Lorenz")

    with commit():
        page.delete()

    assert before == ["Ada Lorenz", "Werkstatt"]
    assert (titles("Lorenz"), Place.objects.filter(page=page.pk).count()) == ([], 0)


def test_person_stays_with_the_institutions_that_are_left(home, commit, titles):
    with commit():
        pages = [
            factories.workshop(
                home, f"W{n}", agenda=[session("A", ("Ada Lorenz", place))]
            )
            for n, place in enumerate(("Hochschule", "Bauamt"))
        ]
    before = titles("Bauamt")

    with commit():
        pages[1].delete()

    assert before == ["Ada Lorenz", "W1"]
    assert (titles("Bauamt"), titles("Hochschule")) == ([], ["Ada Lorenz", "W0"])


def test_name_of_a_person_can_become_shorter(home, commit, titles):
    with commit():
        agenda = [session("A", ("Prof. Ada Lorenz", "Amt"))]
        page = factories.workshop(home, "W", agenda=agenda)
    before = titles("Lorenz")

    with commit():
        agenda = [session("A", ("Ada Lorenz", "Amt"), ("ADA LORENZ", "Amt"))]
        page.agenda = factories.workshop(home, "X", agenda=agenda).agenda
        publish(page)

    assert before == ["Prof. Ada Lorenz", "W"]
    assert titles("Lorenz")[0] == "Ada Lorenz"


def test_renamed_contact_organisation_and_venue_are_found(home, commit, titles):
    organisation = factories.organisation("Bauamt")
    contact = factories.contact("Jo Wallner", organisation=organisation)
    venue = factories.venue("Rathaus")
    with commit():
        page = factories.workshop(home, venue=venue)
        name(page, contact)
        publish(page)

    with commit():
        organisation.name = "Gartenamt"
        organisation.save()
    with commit():
        venue.name = "Turnhalle"
        venue.save()
    with commit():
        contact.name = "Jo Lorenz"
        contact.save()

    assert titles("Gartenamt") == ["Jo Lorenz", "Werkstatt"]
    assert (titles("Turnhalle"), titles("Rathaus")) == (["Werkstatt"], [])
    assert titles("Wallner") == []


def test_document_follows_its_title_its_file_and_its_end(home, commit, titles):
    with commit():
        page = factories.standard(home, "Garten")
        document = attach(page, "Alles ueber Kompost", "Faltblatt")
        publish(page)
    first = titles("Kompost")
    with commit():
        document.title = "Merkblatt"
        document.file.save("neu.pdf", factories.ContentFile(pdf_of("Saatgut")))
        document.file_size = None
        document.file_hash = ""
        document._set_document_file_metadata()
        document.save()
    replaced = (titles("Kompost"), titles("Saatgut"), titles("Faltblatt"))
    with commit():
        document.delete()

    assert first == ["Faltblatt"]
    assert replaced == ([], ["Merkblatt"], [])
    assert titles("Saatgut") == []


def test_document_is_found_by_what_each_page_calls_it(home, commit, titles):
    document = factories.document("scan_0815", "scan.txt")
    with commit():
        pages = [factories.standard(home, title) for title in ("Eins", "Zwei")]
        for page, title in zip(pages, ("Lageplan", "Grundriss"), strict=True):
            show(page, document, title)
            publish(page)
    before = [titles(text, kind=Kind.DOCUMENT) for text in ("Lageplan", "Grundriss")]

    with commit():
        pages[1].unpublish()

    assert before == [["Lageplan"], ["Grundriss"]]
    assert titles("Lageplan", kind=Kind.DOCUMENT) == ["Lageplan"]
    assert titles("Grundriss") == []
    assert titles("scan", kind=Kind.DOCUMENT) == ["scan_0815"]


def test_page_is_found_again_when_its_restriction_is_lifted(home, commit, titles):
    with commit():
        project = factories.project(home, "Projekt")
        restriction = PageViewRestriction.objects.create(
            page=project, restriction_type="login"
        )
    with commit():
        factories.standard(home, "Anderes")
        factories.workshop(project, "Linde")
    hidden = titles("Linde")

    with commit():
        restriction.delete()

    assert (hidden, titles("Linde")) == ([], ["Linde"])


def test_page_that_moves_belongs_to_another_project(home, commit, titles):
    with commit():
        one, other = factories.project(home, "Eins"), factories.project(home, "Zwei")
        page = factories.workshop(one, "Linde")
    before = titles("Linde", project=one.pk)

    with commit():
        page.move(other, pos="last-child")

    assert before == ["Linde"]
    assert titles("Linde", project=one.pk) == []
    assert titles("Linde", project=other.pk) == ["Linde"]


def test_command_can_be_run_again_and_forgets_what_is_gone(home, english, titles):
    gone = factories.standard(home, "Ulme")
    factories.standard(home, "Linde")
    output = StringIO()
    with override("en"):
        call_command("rebuild_search", stdout=output, stderr=StringIO())
        before = titles("Ulme")
        type(gone).objects.filter(pk=gone.pk).update(live=False)
        call_command("rebuild_search", stdout=output, stderr=StringIO())

    assert output.getvalue().splitlines() == [
        "The search knows 4 entries.",
        "The search knows 3 entries.",
    ]
    assert (before, titles("Ulme"), titles("Linde")) == (["Ulme"], [], ["Linde"])


def test_page_that_cannot_be_read_does_not_stop_the_others(
    home, index, titles, monkeypatch, caplog
):
    factories.standard(home, "Linde")
    broken = factories.standard(home, "Ulme")

    def fails(page):
        if page.pk == broken.pk:
            raise ValueError(page)
        return read_page(page)

    monkeypatch.setattr("search.indexing.drafts.read_page", fails)
    index()

    assert (titles("Linde"), titles("Ulme")) == (["Linde"], [])
    assert f"Page {broken.pk} was not indexed" in caplog.text


@pytest.mark.parametrize("content", [locked_pdf(), b"%PDF-1.7 nothing"])
def test_file_that_cannot_be_read_is_found_by_its_title(home, index, titles, content):
    document = factories.document("Faltblatt", "plan.pdf", content)
    check(document)
    show(factories.standard(home, "Garten"), document)

    index()

    assert titles("Faltblatt") == ["Faltblatt"]


def test_page_that_leaves_a_private_section_is_found(home, commit, titles):
    with commit():
        project = factories.project(home, "Intern")
        PageViewRestriction.objects.create(page=project, restriction_type="login")
        series = factories.series(project, "Reihe")
    with commit():
        factories.workshop(series, "Linde")
    hidden = titles("Linde")

    with commit():
        series.move(home, pos="last-child")

    assert (hidden, titles("Linde")) == ([], ["Linde"])
