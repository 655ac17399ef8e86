"""A site on which one editor opens, saves and publishes workshops of several sizes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from benchmarks.content.agenda import Agenda
from benchmarks.content.translated import START, Workshops, make_home
from benchmarks.content.words import rich_text
from benchmarks.form_data import posted
from benchmarks.requests import queries
from pages.models import WorkshopPage

__all__ = ["EditedSite", "Measured", "WrongAnswerError"]


class WrongAnswerError(Exception):
    """The admin did not do what was asked; the message says what."""


@dataclass(slots=True)
class Measured:
    """What one thing costs on a workshop with a number of entries."""

    what: str
    entries: int
    queries: list[int] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Seconds of the processor."""
    wall: list[float] = field(default_factory=list)
    """Seconds until the answer."""

    def take(self, do: Callable[[], HttpResponse]) -> HttpResponse:
        wall, cpu = time.perf_counter(), time.process_time()
        with queries() as sent:
            answer = do()
        self.cpu.append(time.process_time() - cpu)
        self.wall.append(time.perf_counter() - wall)
        self.queries.append(len(sent))
        return answer


class PlainAgenda(Agenda):
    """An agenda whose descriptions have no links.

    The editor of rich text looks up each link of its own; bakerydemo's have none.
    """

    def abstract(self, number: int) -> str:
        return rich_text(self.language, number, "", count=1)


class EditedSite:
    def __init__(self, sizes: list[int]) -> None:
        home = make_home()
        maker = Workshops(home, strings=20)
        documents = [maker.document.pk]
        self.pages: dict[int, int] = {}
        for size in sizes:
            page: WorkshopPage = home.add_child(
                instance=WorkshopPage(
                    title=f"Werkstatt mit {size}",
                    slug=f"werkstatt-{size}",
                    locale=home.locale,
                    venue=maker.venue,
                    starts_at=START,
                    ends_at=START.replace(month=12),
                    agenda=PlainAgenda("de", START.date(), documents).write(size),
                )
            )
            page.save_revision().publish()
            self.pages[size] = page.pk
        self.client = Client()
        self.client.force_login(User.objects.create_superuser("redaktion"))
        self.rounds = 0

    def measure(self, found: dict[tuple[str, int], Measured]) -> None:
        """Open, save and publish each workshop once; what disturbs one disturbs all."""
        self.rounds += 1
        for size, pk in self.pages.items():
            self.open_save_publish(size, pk, found)

    def open_save_publish(
        self, size: int, pk: int, found: dict[tuple[str, int], Measured]
    ) -> None:
        address = reverse("wagtailadmin_pages:edit", args=[pk])
        opened = found["open", size].take(lambda: self.client.get(address))
        page = WorkshopPage.objects.get(pk=pk)
        data = posted(opened.content.decode(), page)
        data["lead"] = f"In Runde {self.rounds} gespeichert."
        saved = found["save draft", size].take(lambda: self.client.post(address, data))
        check(saved, pk, data["lead"], published=False)
        data = posted(self.client.get(address).content.decode(), page)
        data |= {
            "lead": f"In Runde {self.rounds} veröffentlicht.",
            "action-publish": "1",
        }
        out = found["save + publish", size].take(
            lambda: self.client.post(address, data)
        )
        check(out, pk, data["lead"], published=True)


def check(answer: Any, pk: int, lead: str, *, published: bool) -> None:
    """Raise WrongAnswerError unless a version has this lead and all entries."""
    stored = WorkshopPage.objects.get(pk=pk)
    newest = stored.get_latest_revision_as_object()
    version = stored if published else newest
    if version.lead != lead:
        form = answer.context and answer.context.get("form")
        reason = form.errors if form is not None else answer.status_code
        raise WrongAnswerError(f"“{stored.title}” was not saved: {reason}")
    before = [child.id for child in stored.agenda]
    if [child.id for child in version.agenda] != before or not before:
        raise WrongAnswerError(f"“{stored.title}” has lost entries.")
