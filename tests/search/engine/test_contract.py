"""What every engine has to do, whatever it is made of.

    SEARCH_BACKEND=somewhere.Engine pytest tests/search/engine/test_contract.py

Without that variable the engine of the database in use answers, and after it one that
needs no database.
"""

import pytest
from django.conf import settings as site

from search.engine.backends import Match, Texts, backend
from search.engine.terms import Term
from search.models import Entry

FIELDS = ("title", "names", "summary", "text")
OTHERS = [] if site.SEARCH_BACKEND else ["tests.search.engine.in_memory.InMemory"]


@pytest.fixture(params=[site.SEARCH_BACKEND, *OTHERS], ids=lambda path: path or "own")
def engine(request, db, settings):
    """An engine that forgets afterwards what the test has written."""
    settings.SEARCH_BACKEND = request.param
    engine = backend()
    yield engine
    engine.remove(list(Entry.objects.values_list("pk", flat=True)))


@pytest.fixture
def write(engine):
    """Write one entry: ``write("Linde", text="Ein Baum")``; its key."""

    def write(title="Seite", language="de", text_language="", entry=None, **texts):
        values = dict.fromkeys(FIELDS, "") | {"title": title} | texts
        text_language = text_language or language
        entry = entry or Entry.objects.create(
            kind="page",
            language=language,
            text_language=text_language,
            key=str(Entry.objects.count()),
            **values,
        )
        engine.write([Texts(entry.pk, language, text_language, **values)])
        return entry.pk

    return write


@pytest.fixture
def found(engine):
    """Look for words: ``found("linde", "ulme")``; what matches, by key."""

    def found(*terms, language="de", every=True, in_titles=False):
        asked = [term if isinstance(term, Term) else Term((term,)) for term in terms]
        return engine.match(asked, language, every=every, in_titles=in_titles)

    return found


def test_nothing_is_found_where_nothing_is(found):
    assert found("linde") == {}


@pytest.mark.parametrize("field", FIELDS)
def test_word_is_found_in_every_field(write, found, field):
    page = write(**{"title": "Seite"} | {field: "Die Linde am Markt"})
    write("Ulme")

    assert list(found("linde")) == [page]


def test_words_have_the_stems_of_their_own_language(write, found):
    german = write("Werkstätten")
    english = write("Municipalities", language="en")
    file = write("Gärten", language="en", text_language="de")

    assert list(found("werkstatt")) == [german]
    assert list(found("municipality", language="en")) == [english]
    assert list(found("garten", language="en")) == [file]


def test_umlauts_case_and_accents_do_not_count(write, found):
    page = write("STRASSE nach Café Förderung")

    assert list(found("strasse", "cafe", "forderung")) == [page]


def test_entries_are_found_in_the_language_of_their_pages(write, found):
    german = write("Forum")
    english = write("Forum", language="en")

    assert list(found("forum")) == [german]
    assert list(found("forum", language="en")) == [english]


def test_every_term_has_to_match_or_any(write, found):
    both = write("Linde", text="und Ulme")
    one = write("Linde")

    assert set(found("linde", "ulme")) == {both}
    assert set(found("linde", "ulme", every=False)) == {both, one}


def test_words_of_a_group_stand_side_by_side(write, found):
    together = write(text="die künstliche Intelligenz")
    write(text="künstliche Blumen, Intelligenz")

    assert list(found(Term(("kunstliche", "intelligenz")))) == [together]


def test_other_words_are_found_by_their_beginning(write, found):
    page = write("Lindenallee")

    assert list(found("linden")) == [page]
    assert found(Term(("linden",), is_whole=True)) == {}
    assert found("allee") == {}


def test_words_that_contain_it_and_foreign_forms_are_found(write, found):
    part = write("Gemeinschaftsgarten")
    foreign = write("Foerderung", language="en", text_language="en")

    assert list(found(Term(("garten",), parts=("gemeinschaftsgarten",)))) == [part]
    folded = Term(("forderung",), foreign=("foerderung",))
    assert list(found(folded, language="en")) == [foreign]


def test_what_matches_only_by_a_synonym_says_so(write, found):
    own = write("Kommune")
    part = write("Kommunikation")
    other = write("Stadt am Fluss")
    group = write(text="die Verwaltung der Gemeinde")

    matches = found(Term(("kommune",), (("stadt",), ("verwaltung", "der", "gemeinde"))))

    said = {
        pk: (match.is_own, match.has_words, match.in_title, match.words_in_title)
        for pk, match in matches.items()
    }
    assert said == {
        own: (True, True, True, True),
        part: (True, False, True, False),
        other: (False, False, True, False),
        group: (False, False, False, False),
    }


def test_match_says_whether_words_stand_in_the_title(write, found):
    title = write("Linde")
    longer = write("Lindenallee")
    text = write(text="eine Linde")

    said = {
        pk: (match.has_words, match.in_title, match.words_in_title)
        for pk, match in found("linde").items()
    }

    assert said[title] == (True, True, True)
    assert said[longer][1:] in {(True, True), (True, False)}  # by its stem, or not
    assert said[text] == (True, False, False)


def test_all_terms_of_a_title_count(write, found):
    page = write("Linde", text="und Ulme")

    match = found("linde", "ulme")[page]

    assert (match.has_words, match.in_title) == (True, False)


def test_titles_can_be_looked_into_alone(write, found):
    title = write("Linde und Ulme")
    write("Ulme", text="Linde")

    assert list(found("linde", "ulme", in_titles=True)) == [title]
    assert found("linde", in_titles=True)[title].in_title


def test_rank_is_highest_for_the_title_and_never_above_one(write, found):
    text = write(text="eine Linde unter vielen anderen Bäumen")
    title = write("Linde")

    ranks = {pk: match.rank for pk, match in found("linde").items()}

    assert ranks[title] == 1
    assert 0 <= ranks[text] < 1


def test_everything_that_matches_is_returned(engine, found):
    entries = Entry.objects.bulk_create(
        Entry(kind="page", language="de", text_language="de", key=str(n), title="Linde")
        for n in range(1500)
    )
    rest = ("de", "de", "Linde", "", "", "")
    engine.write(Texts(entry.pk, *rest) for entry in entries)

    assert set(found("linde")) == {entry.pk for entry in entries}


def test_what_is_written_again_takes_the_place_of_what_was_there(write, found):
    page = write("Linde")
    write("Ulme", entry=Entry.objects.get(pk=page))

    assert found("linde") == {}
    assert list(found("ulme")) == [page]


def test_what_is_removed_is_not_found(engine, write, found):
    gone, kept = write("Linde"), write("Linde")
    Entry.objects.filter(pk=gone).delete()
    engine.remove([gone, 10**9])

    assert list(found("linde")) == [kept]


def test_what_is_left_of_deleted_entries_is_cleaned_up(engine, write, found):
    gone, kept = write("Linde"), write("Linde")
    Entry.objects.filter(pk=gone).delete()
    engine.clean()

    assert list(found("linde")) == [kept]


@pytest.mark.parametrize(
    "word", ["日本語", "straße", "and", "not", "or", "near", "4711"]
)
def test_any_folded_word_has_an_answer(write, found, word):
    page = write(f"{word} Linde")
    [folded] = {"straße": "strasse"}.get(word, word).split()

    assert list(found(folded)) == [page]
    assert isinstance(found(folded)[page], Match)
