"""When PDF files are checked, and what they cannot do to the site meanwhile."""

import subprocess
import sys
from io import BytesIO, StringIO

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils.translation import override

from pages.pdf import child
from pages.pdf.checking import check
from pages.pdf.findings import summary_of
from tests import factories
from tests.files.pdfs import (
    accessible_pdf,
    checked,
    page_bomb,
    pdf,
)


def test_replaced_file_is_checked_again(db, django_capture_on_commit_callbacks):
    document = checked(pdf())
    with override("en"):
        before = summary_of(document)
        with django_capture_on_commit_callbacks() as later:
            factories_file(document, accessible_pdf())
        between = summary_of(document)
        for run in later:
            run()
        document.refresh_from_db()
        after = summary_of(document)

    assert (before, between) == (
        "The automatic check found 3 obstacles.",
        "The file is being checked.",
    )
    assert after == (
        "The automatic check found no obstacle. Whether the reading order and the "
        "texts of pictures are right, only a person can tell."
    )


def factories_file(document, content):
    document.file.save("plan.pdf", ContentFile(content), save=False)
    document.file_size = None
    document.save()


def test_saving_without_a_new_file_checks_nothing(
    db, monkeypatch, django_capture_on_commit_callbacks
):
    document = checked(pdf())
    again = []
    monkeypatch.setattr("pages.pdf.checking.check", again.append)

    with django_capture_on_commit_callbacks(execute=True):
        document.title = "Anders"
        document.save()

    assert again == []


# On Linux, what a process used at most begins with what its parent used when it was
# started. The tests use a lot, so a small process stands between them and the reader.
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def most_memory_used(content, allowed):
    """What the reader of PDF files used at most, in kilobytes; allowed are bytes."""
    python = [sys.executable, "-I"]
    with child.on_disk(BytesIO(content)) as path:
        reader = [*python, str(child.READER), path, "inspect", "60", str(allowed)]
        measured = subprocess.run(
            [*python, "-c", MEASURE, *reader], capture_output=True, check=True
        )
    return int(measured.stdout)


def test_file_that_grows_without_measure_harms_nobody(db, monkeypatch):
    monkeypatch.setattr("pages.pdf.child.MEMORY", 300_000_000)
    bomb = page_bomb(500_000_000)

    document = checked(bomb)

    assert document.pdf_check["outcome"] in {"read", "partly"}
    assert document.page_count == 1
    assert most_memory_used(bomb, allowed=300_000_000) < 300_000
    assert most_memory_used(bomb, allowed=2_000_000_000) > 500_000


def test_file_that_takes_too_long_is_given_up(db, monkeypatch):
    monkeypatch.setattr("pages.pdf.child.SECONDS_TO_INSPECT", 0.01)

    document = checked(pdf())

    with override("en"):
        assert summary_of(document) == (
            "The file could not be checked: reading it fails or takes too long."
        )


def test_who_waits_for_the_check_does_not_wait_long(
    db, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("pages.pdf.child.SECONDS_WHILE_SOMEBODY_WAITS", 0.01)

    with django_capture_on_commit_callbacks(execute=True):
        document = factories.document("Plan", "plan.pdf", accessible_pdf())

    document.refresh_from_db()
    assert document.pdf_check["outcome"] == "exhausted"
    check(document)
    assert document.pdf_check["outcome"] == "read"


def test_missing_file_is_left_alone(db):
    document = factories.document("Plan", "plan.pdf", pdf())
    document.file.storage.delete(document.file.name)

    assert check(document) is None
    assert document.pdf_check is None


def test_command_names_what_it_cannot_read(db):
    document = factories.document("Plan", "plan.pdf", b"%PDF-1.7 nothing")
    output, errors = StringIO(), StringIO()

    with override("en"):
        call_command("check_documents", stdout=output, stderr=errors)

    assert errors.getvalue() == f"“Plan” ({document.pk}) could not be read.\n"
    assert output.getvalue() == (
        "0 PDF files were checked.\n0 of them have obstacles.\n"
    )


def test_command_checks_all_files_again(db):
    documents = [
        factories.document("A", "a.pdf", pdf()),
        factories.document("B", "b.pdf", accessible_pdf()),
        factories.document("C", "c.txt"),
    ]
    output = StringIO()

    with override("en"):
        call_command("check_documents", stdout=output)

    pages = [type(one).objects.get(pk=one.pk).page_count for one in documents]
    assert output.getvalue() == (
        "2 PDF files were checked.\n1 of them has obstacles.\n"
    )
    assert pages == [1, 1, None]
