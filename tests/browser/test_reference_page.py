"""The reference page: typed into the admin's form, published, read by a visitor."""

import pytest
from django.utils import timezone
from django.utils.translation import override

from pages.blocks import AgendaStream, BodyStream
from pages.rendering.dates import day_in_words
from tests import factories
from tests.browser import reference
from tests.browser.flyer import flyer

pytestmark = pytest.mark.browser

AGENDA = AgendaStream().child_blocks
BODY = BodyStream().child_blocks


@pytest.fixture
def project(site):
    return factories.project(
        factories.home(), reference.PROJECT, lead=reference.PROJECT_LEAD
    )


def fill_directory(editor):
    """Write organisation, venue and contact into the directory."""
    editor.add_snippet("organisation")
    editor.fill("name", reference.INSTITUTE)
    editor.save()
    editor.add_snippet("venue")
    editor.fill_all(**reference.VENUE)
    editor.save()
    editor.add_snippet("contact")
    editor.fill_all(**reference.CONTACT)
    editor.choose("organisation", reference.INSTITUTE)
    editor.save()


def write_series(editor, project):
    """Publish the series with its first workshop; return the series' page number."""
    editor.add_page(project.pk, "seriespage")
    editor.fill("title", reference.SERIES)
    for number, topic in reference.PLANNED.items():
        row = editor.add_row("planned_workshops")
        editor.fill(f"{row}-number", str(number))
        editor.fill(f"{row}-title", topic)
    editor.publish()
    series = editor.page_number()
    editor.add_page(series, "workshoppage")
    editor.fill_all(title=reference.FIRST_TITLE, number="1")
    editor.fill_time("starts_at", "2017-11-16 11:00")
    editor.fill_time("ends_at", "2017-11-16 16:00")
    editor.publish()
    return series


def write_workshop(editor, series, pdf):
    """Publish the second workshop; return the number of its page."""
    editor.add_page(series, "workshoppage")
    editor.fill_all(title=reference.TITLE, number="2", lead=reference.LEAD)
    editor.fill_time("starts_at", reference.START)
    editor.fill_time("ends_at", reference.END)
    editor.choose("venue", reference.INSTITUTE)
    editor.write("intro", *reference.INTRO)
    editor.upload("flyer", "Flyer", "flyer.pdf", pdf)
    write_programme(editor)
    editor.write("information", reference.INFORMATION)
    editor.fill("registration_url", reference.MORE_URL)
    editor.choose(f"{editor.add_row('page_contacts')}-contact", "Mona Wallner")
    text = editor.add_block("body", BODY["text"])
    editor.write(text, reference.CLOSING, reference.MORE)
    editor.link_last_word(reference.MORE_URL)
    editor.fill_time("original_published_on", reference.PUBLISHED)
    editor.publish()
    return editor.page_number()


def write_programme(editor):
    write_session(editor, *reference.WELCOME)
    write_session(editor, *reference.INTRODUCTION)
    write_talks(editor, *reference.TALKS)
    write_break(editor, *reference.LUNCH)
    write_groups(editor, *reference.GROUPS)
    write_break(editor, *reference.COFFEE)
    write_session(editor, *reference.OUTLOOK)


def write_entry(editor, kind, start, title):
    entry = editor.add_block("agenda", AGENDA[kind])
    editor.fill_time(f"{entry}-start", start)
    editor.fill(f"{entry}-title", title)
    return entry


def write_session(editor, start, title, people):
    session = write_entry(editor, "session", start, title)
    write_people(editor, f"{session}-people", people)


def write_people(editor, stream, people):
    for name, institution in people:
        person = editor.add_block(stream)
        editor.fill(f"{person}-name", name)
        editor.fill(f"{person}-institution", institution)


def write_talks(editor, start, title, talks):
    session = write_entry(editor, "session", start, title)
    for topic, name, institution in talks:
        talk = editor.add_block(f"{session}-contributions")
        editor.fill(f"{talk}-title", topic)
        write_people(editor, f"{talk}-people", [(name, institution)])


def write_break(editor, start, title):
    write_entry(editor, "break", start, title)


def write_groups(editor, start, title, groups):
    parallel = write_entry(editor, "parallel", start, title)
    for topic, room in groups:
        group = editor.add_block(f"{parallel}-tracks")
        editor.fill(f"{group}-title", topic)
        editor.fill(f"{group}-room", room)


def facts():
    """What the reference page says, in its order."""
    yield from ("Veröffentlicht am 22. Februar 2018", reference.TITLE)
    yield "Donnerstag, 22. Februar 2018, 11:00 bis 16:00 Uhr"
    yield from (reference.INSTITUTE, "Lindenweg 22 – 24, 01234 Lindenau")
    yield from (reference.LEAD, *reference.INTRO, reference.PROJECT_LEAD)
    yield from ("Programm", "Flyer (PDF, 1,33 MB, 4 Seiten)")
    yield from programme_facts()
    yield from ("Informationen", reference.INFORMATION)
    yield from (reference.FIRST_TITLE, reference.TITLE, "3. Aufbau", "4. Verstetigung")
    yield from (reference.CLOSING, reference.MORE)
    yield from ("Kontakt", *reference.CONTACT.values())
    with override("de"):
        yield f"Aktualisiert am {day_in_words(timezone.localdate())}"


def programme_facts():
    for start, title, people in (reference.WELCOME, reference.INTRODUCTION):
        yield from (start, title, *(", ".join(person) for person in people))
    start, title, talks = reference.TALKS
    yield from (start, title, *(", ".join(talk) for talk in talks))
    yield from reference.LUNCH
    start, title, groups = reference.GROUPS
    yield from (start, title)
    for topic, room in groups:
        yield from (room, topic)
    for start, title, *_nobody in (reference.COFFEE, reference.OUTLOOK):
        yield from (start, title)


def found_in_order(text, wanted):
    """The wanted strings of which each stands behind the one before it."""
    found, position = [], 0
    for fact in wanted:
        place = text.find(fact, position)
        if place >= 0:
            found.append(fact)
            position = place + len(fact)
    return found


def test_reference_page_is_written_published_and_read(project, moderator, visit):
    pdf = flyer()
    fill_directory(moderator)
    page = write_workshop(moderator, write_series(moderator, project), pdf)
    moderator.edit_page(page)
    moderator.fill("price", "kostenfrei")
    moderator.publish()

    visitor = visit(width=360)
    visitor.go("/")
    visitor.follow(reference.PROJECT)
    visitor.follow(reference.SERIES)
    visitor.follow(reference.TITLE)
    wanted = list(facts())

    assert moderator.language() == "de"
    assert found_in_order(visitor.text(), wanted) == wanted
    assert visitor.target(reference.EMAIL) == f"mailto:{reference.EMAIL}"
    assert visitor.target("Überblick") == reference.MORE_URL
    assert visitor.download("Flyer") == pdf
    assert visitor.faults() == {}
