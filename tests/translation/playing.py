"""What editors and translators do to a workshop and its English version, step by step.

Each step is played twice: on the site, and on the model.
"""

from datetime import time, timedelta

import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationContext

from pages.models import WorkshopPage
from pages.translation import publishing
from pages.translation.following import follow
from pages.translation.snapshots import find_source, pieces_of
from tests import factories
from tests.translation.model import Model
from tests.translation.translating import english_of, start, translation_of

__all__ = ["STEPS", "Play", "facts_of", "texts_of"]

START = time(11, 0)
SCHEDULED = timedelta(hours=2)

STEPS = (
    "edit",
    "minor_edit",
    "save_draft",
    "publish",
    "change_fact",
    "add_entry",
    "move_entry",
    "delete_entry",
    "schedule",
    "restore",
    "unpublish",
    "translate",
    "translate_all",
    "confirm",
    "publish_english",
    "unpublish_english",
    "publish_older_english",
    "sync_by_hand",
    "delete",
)


class Play:
    """Does on the site and on the model what one step says."""

    def __init__(self, home, clock):
        self.clock = clock
        self.next_day()
        self.page = factories.workshop(
            home, "Werkstatt", lead="Satz 0", agenda=[entry("a", "Wort 0")]
        )
        self.page.save_revision().publish()
        start(self.page)
        self.words = 0
        self.model = Model(
            texts_of(self.draft()), facts_of(self.draft()), dates=[None, now()]
        )
        self.model.show(dict.fromkeys(self.model.texts))

    def next_day(self):
        """Each step has a day of its own, so that a date tells which one it was."""
        self.clock.shift(timedelta(days=1))

    def new_word(self):
        self.words += 1
        return f"Wort {self.words}"

    def draft(self):
        page = WorkshopPage.objects.get(pk=self.page.pk)
        return page.get_latest_revision_as_object()

    def bring_out(self, page, *, minor=False):
        page.update_pending = not minor
        page.save_revision().publish()
        self.model.publish(texts_of(page), facts_of(page), now(), minor=minor)

    def play(self, name, number):
        self.next_day()
        if self.model.deleted and name not in {"publish_english", "translate"}:
            return
        getattr(self, name)(number)

    # --- Editors ---

    def edit(self, number, *, minor=False):
        page = self.draft()
        names = ["lead", "title", *(child.id for child in page.agenda)]
        name = names[number % len(names)]
        if name in {"lead", "title"}:
            setattr(page, name, self.new_word())
        else:
            page.agenda = [
                entry(
                    child.id, self.new_word() if child.id == name else title_of(child)
                )
                for child in page.agenda
            ]
        self.bring_out(page, minor=minor)

    def minor_edit(self, number):
        self.edit(number, minor=True)

    def save_draft(self, number):
        """Visitors see nothing of it until somebody publishes."""
        page = self.draft()
        page.lead = self.new_word()
        page.places = (page.places or 0) + 1
        page.save_revision()

    def publish(self, number):
        self.bring_out(self.draft())

    def change_fact(self, number):
        page = self.draft()
        page.places = (page.places or 0) + 1
        page.status = WorkshopPage.Status.values[number]
        self.bring_out(page)

    def add_entry(self, number):
        page = self.draft()
        self.words += 1
        new = entry(f"n{self.words}", self.new_word())
        page.agenda = [
            *stored(page.agenda)[:number],
            new,
            *stored(page.agenda)[number:],
        ]
        self.bring_out(page)

    def move_entry(self, number):
        page = self.draft()
        page.agenda = [*stored(page.agenda)[number:], *stored(page.agenda)[:number]]
        self.bring_out(page)

    def delete_entry(self, number):
        page = self.draft()
        page.agenda = [
            *stored(page.agenda)[:number],
            *stored(page.agenda)[number + 1 :],
        ]
        self.bring_out(page)

    def schedule(self, number):
        """What is scheduled changes nothing until its time has come."""
        page = self.draft()
        page.lead = self.new_word()
        page.update_pending = True
        page.go_live_at = timezone.now() + timedelta(hours=1)
        revision = page.save_revision()
        revision.publish()
        self.check()
        with time_machine.travel(timezone.now() + SCHEDULED, tick=False):
            call_command("publish_scheduled", verbosity=0)
        page = WorkshopPage.objects.get(pk=self.page.pk)
        published = now() + SCHEDULED
        self.model.publish(texts_of(page), facts_of(page), published, minor=False)
        page.go_live_at = None
        page.save()
        page.save_revision()

    def restore(self, number):
        revisions = list(self.page.revisions.order_by("pk"))
        page = revisions[number % len(revisions)].as_object()
        page.go_live_at = None
        self.bring_out(page)

    def unpublish(self, number):
        WorkshopPage.objects.get(pk=self.page.pk).unpublish()
        self.model.unpublish()

    def delete(self, number):
        Page.objects.get(pk=self.page.pk).delete()
        self.model.unpublish()
        self.model.deleted = True

    def sync_by_hand(self, number):
        follow(WorkshopPage.objects.get(pk=self.page.pk))

    # --- Translators ---

    def translate(self, number):
        if places := self.model.open():
            self.save(places[number % len(places)])

    def translate_all(self, number):
        for place in self.model.open():
            self.save(place)

    def save(self, place):
        text = f"EN{number_of(self.model.texts[place])}"
        source = find_source(self.page)
        if source is None or place not in self.model.texts:
            return
        piece = next(piece for piece in pieces_of(source) if piece.path == place)
        StringTranslation.objects.create(
            translation_of_id=piece.string,
            locale=factories.locale("en"),
            context=TranslationContext.objects.get(
                object_id=self.page.translation_key, path=place
            ),
            data=text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        self.model.translate(place, text)

    def confirm(self, number):
        if self.model.live:
            publishing.confirm(translation_of(self.page), user=None)
            self.model.confirm()

    def publish_english(self, number):
        expected = self.model.publish_english()
        try:
            publishing.publish_translation(translation_of(self.page))
        except publishing.OriginalOfflineError:
            assert not expected
        else:
            assert expected

    def unpublish_english(self, number):
        english_of(self.page).unpublish()
        self.model.unpublish_english()

    def publish_older_english(self, number):
        """Wagtail's own publishing of a version, as by an approval or a schedule."""
        if self.model.live and self.model.english.live:
            english_of(self.page).live_revision.publish()

    def check(self):
        """Compare the site with the model; called after each step, and within one."""
        raise NotImplementedError


def now():
    return timezone.now().replace(microsecond=0)


def entry(key, title):
    value = {"start": START.isoformat(), "title": title}
    return {"type": "session", "id": key, "value": value}


def title_of(child):
    return child.value["title"]


def stored(agenda):
    return [entry(child.id, title_of(child)) for child in agenda]


def texts_of(page):
    texts = {"title": page.title, "lead": page.lead}
    texts |= {f"agenda.{child.id}.title": title_of(child) for child in page.agenda}
    return {place: text for place, text in texts.items() if text}


def facts_of(page):
    return (page.places, page.status, tuple(child.id for child in page.agenda))


def number_of(text):
    return text.rpartition(" ")[2]
