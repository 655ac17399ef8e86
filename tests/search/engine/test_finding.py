"""What is found, in both languages, and what comes first."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from pages.models import WorkshopPage
from search.finding import find, suggest
from search.models import Synonyms
from search.question import Kind, Order, Period, Question
from tests import factories
from tests.search.engine.content import attach, name, session, show

QUERIES = {"postgresql": 15, "sqlite": 18}


@pytest.mark.parametrize(
    "text",
    [
        "Bürgerwerkstätten",
        "buergerwerkstatt",
        "werkstatt",
        "bürgerwerk",
        "Bürgerwerkstadt",
        "BÜRGERWERKSTATT",
    ],
)
def test_german_word_is_found_however_it_is_typed(home, index, titles, text):
    factories.standard(home, "Bürgerwerkstatt")
    factories.standard(home, "Rathaus")
    index()

    assert titles(text) == ["Bürgerwerkstatt"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Förderung", "foerderung"),
        ("Straße", "strasse"),
        ("kommunale Planung", "Kommune"),
        ("Gemeinschaftsgarten", "Gärten"),
        ("Schlüssel", "schluessel"),
    ],
)
def test_german_text_is_found_by_related_words(home, index, titles, written, typed):
    factories.standard(home, "Seite", lead=f"Hier geht es um {written}.")
    index()

    assert titles(typed) == ["Seite"]


@pytest.mark.parametrize(
    "text", ["municipality", "municipalities", "munic", "municpality", "funded"]
)
def test_english_word_is_found_however_it_is_typed(english, index, titles, text):
    factories.standard(english, "Funding of municipalities")
    index()

    assert titles(text, "en") == ["Funding of municipalities"]


@pytest.mark.parametrize(
    "text", ["Verkehr zwischen Stadt und Land", "zwischen", "gegen während", "weg"]
)
def test_words_that_databases_leave_out_are_found(home, index, titles, text):
    lead = "Der Verkehr zwischen Stadt und Land: gegen Lärm während der Nacht, weg."
    factories.standard(home, "Seite", lead=lead)
    factories.standard(home, "Verkehr")
    index()

    assert titles(text) == ["Seite"]


def test_english_words_that_databases_leave_out_are_found(english, index, titles):
    factories.standard(english, "Page", lead="Against noise, before and after work.")
    index()

    assert titles("against noise before work", "en") == ["Page"]


def test_each_language_has_its_own_results(home, english, index, titles):
    factories.standard(home, "Linde")
    factories.standard(english, "Linde tree")
    index()

    assert (titles("linde"), titles("linde", "en")) == (["Linde"], ["Linde tree"])


def test_workshop_is_found_by_its_programme_people_room_and_venue(home, index, titles):
    people = [("Dr. Ada Lorenz", "Hochschule Nord")]
    agenda = [session("Radwege planen", *people, room="Saal Donau")]
    factories.workshop(
        home, "Werkstatt", agenda=agenda, venue=factories.venue("Stadthalle")
    )
    index()

    assert titles("radweg") == ["Werkstatt"]
    assert titles("Donau") == ["Werkstatt"]
    assert titles("Stadthalle") == ["Werkstatt"]
    assert titles("Lorenz") == ["Dr. Ada Lorenz", "Werkstatt"]


def test_person_is_one_result_with_institution_and_pages(home, index):
    agenda = [session("Anfang", ("Dr. Ada Lorenz", "Hochschule Nord"))]
    later = factories.START + timedelta(days=30)
    factories.workshop(home, "Früher", agenda=agenda)
    factories.workshop(
        home, "Später", agenda=agenda, starts_at=later, ends_at=later.replace(hour=18)
    )
    page = factories.standard(home, "Kontakt")
    office = factories.organisation("Amt für Wege")
    name(page, factories.contact("Ada Lorenz", organisation=office))
    index()

    answer = find(Question("Ada Lorenz", "de", kind=Kind.PERSON), 0, 10)

    [hit] = answer.hits
    assert (hit.title, hit.details) == (
        "Dr. Ada Lorenz",
        "Hochschule Nord; Amt für Wege",
    )
    assert hit.excerpt == (
        '<a href="/sp%C3%A4ter/">Später</a>, <a href="/fr%C3%BCher/">Früher</a>, '
        '<a href="/kontakt/">Kontakt</a>'
    )


def test_document_is_found_by_what_is_written_in_it(home, index):
    page = factories.standard(home, "Garten")
    attach(page, "Der Kompost liegt im Hinterhof", "Flyer")
    index()

    [hit] = find(Question("Komposte im Hinterhof", "de"), 0, 10).hits

    assert (hit.kind, hit.title) == (Kind.DOCUMENT, "Flyer")
    assert hit.details == "PDF, 1 kB, 1 Seite, auf „Garten“"
    assert hit.excerpt == ("Der <mark>Kompost</mark> liegt im <mark>Hinterhof</mark>")
    assert hit.url.startswith("/documents/")


def test_document_bears_the_title_its_page_gives_it(home, index, titles):
    document = factories.document("scan_0815", "scan.txt")
    show(factories.standard(home, "Garten"), document, "Lageplan")
    index()

    assert titles("Lageplan") == ["Lageplan", "Garten"]


def test_english_page_shows_the_english_file(home, english, index, titles):
    german = factories.document("Faltblatt", language="de")
    factories.document("Leaflet", language="en", variant_of=german)
    show(factories.standard(english, "Garden"), german)
    index()

    assert titles("leaflet", "en") == ["Leaflet"]
    assert titles("Faltblatt", "en") == []


def test_workshop_says_when_where_and_how(home, index):
    venue = factories.venue("Rathaus")
    status = WorkshopPage.Status.CANCELLED
    factories.workshop(home, "Werkstatt", venue=venue, status=status)
    index()

    [hit] = find(Question("Werkstatt", "de"), 0, 10).hits

    assert hit.details == "6. März 2031, 11:00\xa0Uhr, Rathaus"
    assert (hit.status, hit.date) == ("cancelled", factories.START.date())


def test_title_comes_before_text_and_the_very_title_first(home, index, titles):
    factories.standard(home, "Rathaus", lead="Vor dem Haus steht eine Linde.")
    factories.standard(home, "Die Linde am Rathaus")
    factories.standard(home, "Linde")
    index()

    assert titles("Linde") == ["Linde", "Die Linde am Rathaus", "Rathaus"]


def test_newest_first(home, index, titles):
    day = factories.START
    for number, days in enumerate((10, 30, 20)):
        start = day + timedelta(days=days)
        factories.workshop(
            home, f"Werkstatt {number}", starts_at=start, ends_at=start.replace(hour=18)
        )
    index()

    assert titles("Werkstatt", order=Order.NEWEST) == [
        "Werkstatt 1",
        "Werkstatt 2",
        "Werkstatt 0",
    ]


def test_choices_count_what_each_filter_would_leave(home, index):
    project = factories.project(home, "Lindenprojekt", acronym="LP")
    past = timezone.now() - timedelta(days=400)
    factories.workshop(project, "Lindenwerkstatt")
    factories.workshop(home, "Lindentag", starts_at=past, ends_at=past)
    factories.news(factories.news_index(home), "Lindenfest", about=project)
    index()

    everything = find(Question("Linde", "de"), 0, 10)
    narrowed = find(
        Question("Linde", "de", kind=Kind.WORKSHOP, project=project.pk), 0, 9
    )

    assert [(c.value, c.number) for c in everything.kinds] == [
        ("page", 1),
        ("workshop", 2),
        ("news", 1),
    ]
    assert [(c.label, c.number) for c in everything.projects] == [("LP", 3)]
    assert [(c.value, c.number) for c in everything.periods] == [
        ("upcoming", 1),
        ("past", 1),
    ]
    assert {c.value for c in everything.years} >= {"2031", str(past.year)}
    assert [hit.title for hit in narrowed.hits] == ["Lindenwerkstatt"]
    assert [(c.value, c.number) for c in narrowed.kinds] == [
        ("page", 1),
        ("workshop", 1),
        ("news", 1),
    ]


def test_postponed_workshop_is_still_to_come(home, index, titles):
    past = timezone.now() - timedelta(days=400)
    status = WorkshopPage.Status.POSTPONED
    factories.workshop(home, starts_at=past, ends_at=past, status=status)
    index()

    assert titles("Werkstatt", period=Period.UPCOMING) == ["Werkstatt"]
    assert titles("Werkstatt", period=Period.PAST) == []


def test_mistake_is_corrected_only_if_nothing_else_is_found(home, index):
    factories.standard(home, "Impressum")
    factories.standard(home, "Müllabfuhr")
    index()

    wrong = find(Question("Müllabfur", "de"), 0, 10)
    right = find(Question("Impressum", "de"), 0, 10)

    assert (wrong.corrected, [hit.title for hit in wrong.hits]) == (
        "müllabfuhr",
        ["Müllabfuhr"],
    )
    assert right.corrected == ""


def test_at_most_three_words_are_corrected(home, index):
    factories.standard(home, "Linde Ulme Eiche Buche")
    index()

    three = find(Question("Lnide Ulem Eihce", "de"), 0, 10)
    four = find(Question("Lnide Ulem Eihce Bcuhe", "de"), 0, 10)

    assert (three.corrected, three.total) == ("linde ulme eiche", 1)
    assert (four.corrected, four.total) == ("", 0)


def test_words_that_never_stand_together_are_found_one_by_one(home, index, titles):
    factories.standard(home, "Linde")
    factories.standard(home, "Ulme")
    index()

    assert sorted(titles("Linde Ulme")) == ["Linde", "Ulme"]


def test_synonyms_of_editors_are_found_too(home, index, titles):
    factories.standard(home, "Künstliche Intelligenz im Rathaus")
    Synonyms.objects.create(language="de", words="KI, künstliche Intelligenz")
    index()

    assert titles("KI") == ["Künstliche Intelligenz im Rathaus"]
    assert titles("ki rathaus") == ["Künstliche Intelligenz im Rathaus"]


def test_typed_word_comes_before_its_synonyms(home, index, titles):
    factories.standard(home, "Stadt")
    factories.standard(home, "Die Stadt und das Land")
    factories.standard(home, "Seite", lead="Was eine Kommune tut.")
    factories.standard(home, "Angebot", lead="Für kommunale Räte.")
    Synonyms.objects.create(language="de", words="Kommune, Stadt")
    index()

    found = titles("Kommune")

    assert set(found[:2]) == {"Seite", "Angebot"}
    assert found[2:] == ["Stadt", "Die Stadt und das Land"]


def test_synonym_for_one_of_two_words_comes_after_both(home, index, titles):
    factories.standard(home, "Stadt Beirat")
    factories.standard(home, "Seite", lead="Der Beirat der Kommune.")
    Synonyms.objects.create(language="de", words="Kommune, Stadt")
    index()

    assert titles("Kommune Beirat") == ["Seite", "Stadt Beirat"]


@pytest.mark.parametrize("text", ["Werkstatt", "Werkstatd", "Werksattt"])
def test_workshop_comes_before_its_document_typed_wrongly_or_not(home, index, text):
    page = factories.workshop(home, "2. Werkstatt", agenda=[])
    attach(page, title="3. Werkstatt")
    index()

    hits = find(Question(text, "de"), 0, 5).hits

    assert [hit.kind for hit in hits] == [Kind.WORKSHOP, Kind.DOCUMENT]


def test_correction_is_ranked_as_if_it_had_been_typed(home, index, titles):
    for title in ("Die alte Linde am Fluss", "Lindenallee", "Linde"):
        factories.standard(home, title)
    index()

    assert titles("Lnide") == titles("Linde")
    assert titles("Lnide")[0] == "Linde"


@pytest.mark.parametrize(("language", "title"), [("de", "Über uns"), ("en", "We")])
def test_words_that_say_nothing_are_found_in_titles(
    home, english, index, language, title
):
    parent = {"de": home, "en": english}[language]
    factories.standard(parent, title)
    factories.standard(parent, "Linde", lead=f"Etwas {title} und we are.")
    index()

    answer = find(Question(title.lower(), language), 0, 5)

    assert [hit.title for hit in answer.hits] == [title]
    assert answer.only_little_words


def test_text_without_words_is_not_looked_for(home, index):
    answer = find(Question("?! …", "de"), 0, 5)

    assert (answer.total, answer.has_words) == (0, False)


def test_suggestions_have_the_words_in_their_titles(home, index):
    factories.standard(home, "Bürgerhaus")
    factories.standard(home, "Rathaus", lead="Hier arbeiten Bürgermeister.")
    index()

    assert [one.title for one in suggest("bürg", "de", 5)] == ["Bürgerhaus"]


def test_suggestions_are_chosen_among_the_best_titles(home, index, monkeypatch):
    monkeypatch.setattr("search.seeing.MOST_TITLES", 2)
    for title in ("Alles, was am Rand einer langen Straße an Linden wächst", "Linden"):
        factories.standard(home, title)
    factories.standard(home, "Lindenallee", lead="Linden, Linden und Linden.")
    index()

    suggested = {one.title for one in suggest("linden", "de", 5)}

    assert len(suggested) == 2
    assert "Linden" in suggested


@pytest.mark.parametrize("pages", [1, 3])
def test_number_of_queries_does_not_depend_on_what_is_found(
    home, index, pages, django_assert_num_queries
):
    for number in range(pages):
        agenda = [session("Anfang", (f"Ada Linde {number}", "Amt"))]
        page = factories.workshop(home, f"Linde {number}", agenda=agenda)
        attach(page, title="Linde")
    index()
    find(Question("Linde", "de"), 0, 50)

    with django_assert_num_queries(QUERIES[connection.vendor]):
        answer = find(Question("Linde", "de"), 0, 50)

    assert answer.total == 3 * pages


def test_results_come_in_parts(home, index):
    for number in range(5):
        factories.standard(home, f"Linde {number}")
    index()

    parts = [find(Question("Linde", "de"), first, 2) for first in (0, 2, 4)]

    shown = [hit.title for part in parts for hit in part.hits]
    assert sorted(shown) == [f"Linde {number}" for number in range(5)]
    assert [part.total for part in parts] == [5, 5, 5]


@pytest.mark.parametrize("asked", ["Bundesstiftung", "BSN-4-0417", "gefördert"])
def test_project_is_found_by_its_funding(home, index, titles, asked):
    project = factories.project(home, "Quartier")
    funding = factories.funding(
        "Gute Orte",
        funder="Bundesstiftung Stadt",
        grant_number="BSN-4-0417",
        notice="Gefördert von der Stiftung.",
    )
    project.project_fundings.create(funding=funding)
    project.save()
    index()

    assert titles(asked) == ["Quartier"]
