"""What a text asks for."""

from search.engine.terms import MOST_TERMS, read_terms


def words(text, language="de", groups=()):
    return [term.words for term in read_terms(text, language, [], groups)]


def test_words_that_say_nothing_are_left_out():
    assert words("Wo ist der Garten und die Straße?") == [("garten",), ("strasse",)]


def test_word_counts_once():
    assert words("Garten garten GÄRTEN Garten") == [("garten",)]


def test_long_text_is_cut():
    text = " ".join(f"wort{number}" for number in range(1000))

    assert len(words(text)) == MOST_TERMS


def test_synonyms_are_found_for_a_word_and_for_a_group_of_words():
    groups = [("KI", "künstliche Intelligenz", "AI")]

    [short] = read_terms("KI", "de", [], groups)
    [long] = read_terms("Künstliche Intelligenz", "de", [], groups)

    assert short.synonyms == (("kunstliche", "intelligenz"), ("ai",))
    assert (long.words, long.synonyms) == (
        ("kunstliche", "intelligenz"),
        (("ki",), ("ai",)),
    )


def test_word_is_looked_for_as_other_languages_write_it():
    [term] = read_terms("Foerderung", "en", ["de"], [])

    assert (term.words, term.foreign) == (("foerderung",), ("forderung",))
