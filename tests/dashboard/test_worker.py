"""Tasks wait in the database for a worker, and somebody hears if none comes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from cms.settings.base import TASK_BACKENDS
from pages.dashboard.panels import WorkerPanel
from pages.models import SiteDocument
from pages.pdf.checking import check_document
from pages.pdf.findings import short_summary_of
from tests import factories
from tests.files.pdfs import pdf


def leave_to(settings, name):
    background = {"BACKEND": TASK_BACKENDS[name]}
    settings.TASKS = {**settings.TASKS, "background": background}


@pytest.fixture
def queue(settings):
    leave_to(settings, "database")
    return DBTaskResult.objects


def work():
    """Do what the worker does, until nothing is left."""
    Worker(
        queue_names=["default"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="background",
        startup_delay=False,
        max_tasks=None,
        worker_id="worker",
    ).run()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_uploaded_pdf_is_checked_by_the_worker(queue):
    with override("de"):
        document = factories.document(name="flyer.pdf", content=pdf())
        before = short_summary_of(SiteDocument.objects.get(pk=document.pk))

        work()

        after = short_summary_of(SiteDocument.objects.get(pk=document.pk))

    assert before == "wird geprüft"
    assert "Hindernis" in after
    assert not queue.ready().exists()


def waiting(queue, **ago):
    check_document.enqueue(0)
    queue.update(enqueued_at=timezone.now() - timedelta(**ago))


@pytest.mark.django_db
def test_administrator_is_told_that_no_worker_takes_tasks(cast, queue, show):
    waiting(queue, minutes=11)

    told = {
        name: "operators.md" in show(WorkerPanel, getattr(cast, name))
        for name in ("administrator", "moderator", "editor")
    }

    assert told == {"administrator": True, "moderator": False, "editor": False}


@pytest.mark.django_db
def test_nobody_is_told_of_tasks_that_came_just_now(cast, queue, show):
    waiting(queue, minutes=9)

    said = show(WorkerPanel, cast.administrator)

    assert said.strip() == ""


@pytest.mark.django_db
def test_nobody_is_told_of_tasks_that_no_worker_is_for(cast, queue, show, settings):
    waiting(queue, minutes=11)
    leave_to(settings, "immediate")

    said = show(WorkerPanel, cast.administrator)

    assert said.strip() == ""
