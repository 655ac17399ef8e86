"""The search page: what it shows, and what it says when there is nothing to show."""

from io import StringIO
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from pages.models import WorkshopPage
from search.models import PromotedResult, SearchedWords
from search.views import RESULTS_PER_PAGE
from tests import factories


@pytest.fixture
def index():
    """Bring to the index what has been made so far."""
    return lambda: call_command("rebuild_search", stdout=StringIO(), stderr=StringIO())


@pytest.fixture
def lindens(home, english, index):
    """A page, a cancelled workshop and news about lindens, in both languages."""
    project = factories.project(home, "Grünzug")
    translated = factories.translated(project, title="Green belt")
    factories.standard(home, "Linden pflegen", lead="Wie Linden wachsen.")
    workshop = factories.workshop(
        project, "Linden pflanzen", status=WorkshopPage.Status.CANCELLED
    )
    factories.translated(workshop, title="Planting lindens")
    factories.news(factories.news_index(home), "Linden blühen")
    factories.standard(translated, "Lindens in English")
    factories.standard(english, "Linden draft", live=False)
    index()


def test_empty_search_says_what_is_searched(read, english):
    seen = {path: read(path) for path in ("/suche/", "/en/search/")}

    assert seen["/en/search/"].all("main label") == ["What are you looking for?"]
    assert "the text of PDF files" in seen["/en/search/"].text
    assert "Text von PDF-Dateien" in seen["/suche/"].text
    assert [page.all(".item") for page in seen.values()] == [[], []]


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("/suche/?q=linden", {"Seite", "Werkstatt", "Meldung"}),
        ("/en/search/?q=lindens", {"Page", "Workshop"}),
    ],
)
def test_results_say_of_which_kind_they_are(read, lindens, address, kinds):
    seen = read(address)

    said = {text.split(" · ")[0] for text in seen.all(".item__facts:first-child")}
    assert said == kinds


def test_results_are_counted_and_matches_are_marked(read, lindens):
    seen = read("/suche/?q=linden")

    assert seen.all("main h2") == ["3 Treffer"]
    assert "Linden" in seen.all("main mark")
    assert seen.title.startswith("Suche: linden")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/suche/?q=pflanzen+blühen", "Keine Seite enthält alle diese Wörter."),
        ("/en/search/?q=planting+english", "No page has all of these words."),
    ],
)
def test_results_for_some_of_the_words_are_not_counted(read, lindens, address, said):
    seen = read(address)

    assert len(seen.all(".item")) == 2
    assert said in seen.text
    assert SearchedWords.objects.get().results == 0


def test_workshop_that_is_not_held_says_so(read, lindens):
    assert read("/suche/?q=pflanzen").all(".kern-badge") == ["abgesagt"]
    assert read("/en/search/?q=planting").all(".kern-badge") == ["cancelled"]


def test_results_are_narrowed_by_links(read, lindens):
    links = read("/suche/?q=linden").links(".narrowing a")
    narrowed = read(f"/suche/{links['Werkstätten']}")

    assert narrowed.all("main h2") == ["1 Treffer"]
    assert narrowed.all("[aria-current='true']")[0] == "Werkstätten"
    assert narrowed.links(".narrowing a")["Alle Arten"] == "?q=linden"


@pytest.mark.parametrize(
    "query",
    [
        "q=linden&type=nothing&year=x&project=y&when=z&sort=a&page=b",
        "q=linden&page=99",
        "q=linden&q=",
        "q=%00linden%00",
        'q="linden',
        "q=linden+%26+OR+NOT+(*)",
        "q=%27%3B+DROP+TABLE+search_entry%3B--",
        "q=linden%F0",
        "q=" + "(" * 200,
        "q=%E2%80%AE",
        "q=%E2%80%AElinden%E2%80%8F%D7%90",
        "q=%ED%A0%80linden%ED%B0%80",
        "q=linden&page=-1",
        "q=linden&page=0",
        "q=linden&page=999999999999999999999",
        "q=linden&page=999999",
        "q=linden&year=abc",
        "q=linden&year=-1",
        "q=linden&year=99999999999999999999",
        "q=linden&project=999999999999999999",
        "q=linden&project=9999999999999999999999",
        "q=linden&type=nonsense&when=%00&sort=%F0",
        "q=NEAR(linden+ahorn%2C+5)+AND+title%3Alinden*",
        "q=%27+OR+1%3D1%3B+--+%25s+%28%28%22",
        "q=linden%3A*+%3C-%3E+%21%26%7C",
        "q=" + "linden+" * 14_000,
        "q=" + "%22" * 30_000,
    ],
)
@pytest.mark.parametrize("path", ["/suche/", "/en/search/"])
def test_any_input_gets_an_answer(read, lindens, path, query):
    assert read(f"{path}?{query}").status == 200


@pytest.mark.parametrize(
    "text", ["\ud800linden", "\u202elinden\u200f", "linden\x00", "linden " * 14_000]
)
@pytest.mark.parametrize("path", ["/suche/vorschlaege/", "/en/search/suggestions/"])
def test_any_input_gets_suggestions(client, lindens, path, text):
    sent = quote(text, errors="surrogatepass")

    answer = client.get(path, QUERY_STRING=f"q={sent}")

    assert answer.status_code == 200
    assert isinstance(answer.json()["suggestions"], list)


def test_unknown_values_are_ignored(read, lindens):
    seen = read("/suche/?q=linden&type=nothing&year=x&project=y&when=z&sort=a&page=b")

    assert seen.all("main h2") == ["3 Treffer"]


def test_misspelt_word_is_searched_as_it_was_meant(read, lindens):
    seen = read("/suche/?q=lidnen+pflegen")

    assert "Zu „lidnen pflegen“ wurde nichts gefunden" in seen.text
    assert "Linden pflegen" in seen.all(".item__title")


def test_search_in_vain_says_what_may_help(read, lindens):
    seen = read("/en/search/?q=zzz")

    assert seen.all("main h2") == ["Nothing found for “zzz”"]
    assert "Check how the words are written." in seen.text
    assert "Search everywhere" not in seen.text


def test_search_in_vain_within_a_filter_leads_out_of_it(read, lindens):
    seen = read("/en/search/?q=lindens&year=1999")

    assert seen.links()["Search everywhere"] == "?q=lindens"


@pytest.mark.parametrize("length", [201, 100_000])
def test_text_that_is_too_long_gets_a_sentence_and_stays(read, lindens, length):
    seen = read(f"/suche/?q={('Linden+' * length)[:length]}")

    assert seen.status == 200
    assert seen.all("main h2") == ["Das ist zu viel auf einmal"]
    assert seen.one("#query")["value"].startswith("Linden Linden")
    assert not SearchedWords.objects.exists()


def test_what_was_typed_is_not_html(read, lindens):
    seen = read("/suche/?q=<script>alert(1)</script>")

    assert not seen.html.select("main script")
    assert seen.one("#query")["value"] == "<script>alert(1)</script>"


@pytest.mark.parametrize("address", ["/suche/", "/en/search/?q=x", "/suche/?q=linden"])
def test_no_answer_is_for_indexes(client, lindens, address):
    answer = client.get(address)

    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/suche/", "/en/search/?q=x", "/suche/?q=linden"])
def test_no_answer_is_kept_for_others(client, lindens, address):
    kept = client.get(address).headers["Cache-Control"]

    assert set(kept.split(", ")) == {"private", "no-cache"}


@pytest.mark.parametrize(
    ("address", "label"),
    [("/suche/?q=baum", "Externe Website"), ("/en/search/?q=tree", "External website")],
)
def test_address_of_another_website_is_called_so(read, english, address, label):
    for language, words in (("de", "Baum"), ("en", "tree")):
        PromotedResult.objects.create(
            language=language, words=words, url="https://example.org/", title="Linde"
        )

    seen = read(address)

    first, second = seen.all(".item__facts")
    assert first.startswith(f"{label} · ")
    assert second == "example.org"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/suche/?q=und", "„und“ steht auf fast jeder Seite"),
        ("/en/search/?q=the+and", "“the and” stands on nearly every page"),
        ("/suche/?q=%3F%21", "kein Buchstabe und keine Ziffer"),
        ("/en/search/?q=%3F%21", "no letter and no digit"),
    ],
)
def test_text_that_says_nothing_gets_a_sentence(read, lindens, address, said):
    seen = read(address)

    assert said in seen.text
    assert "Check how the words" not in seen.text
    assert not seen.all(".item")


def test_words_that_say_nothing_lead_to_titles_with_a_sentence(read, home, index):
    factories.standard(home, "Über uns")
    index()

    seen = read("/suche/?q=über+uns")

    assert seen.all(".item__title") == ["Über uns"]
    assert "deshalb wurden nur Titel durchsucht" in seen.text


def test_form_is_only_read(client, english):
    assert client.post("/suche/", {"q": "linden"}).status_code == 405


def test_pages_of_results_follow_each_other(read, home, index):
    for number in range(RESULTS_PER_PAGE + 1):
        factories.standard(home, f"Ahorn {number}")
    index()

    first, second = (
        read("/suche/?q=ahorn&sort=newest"),
        read("/suche/?q=ahorn&sort=newest&page=2"),
    )

    assert (len(first.all(".item")), len(second.all(".item"))) == (RESULTS_PER_PAGE, 1)
    assert first.links(".pagination a") == {
        "Nächste Seite": "?q=ahorn&sort=newest&page=2"
    }
    assert read("/suche/?q=ahorn&page=77").all(".item") != []


def test_only_a_new_question_is_counted(client, lindens):
    for query in (
        "q=Linden",
        "q=linden&page=2",
        "q=linden&type=news",
        "q=linden&sort=newest",
        "q=zzz",
        "",
    ):
        client.get(f"/suche/?{query}")

    rows = SearchedWords.objects.order_by("words")
    assert [(row.words, row.number, row.results) for row in rows] == [
        ("linden", 1, 3),
        ("zzz", 1, 0),
    ]


def test_misspelt_question_counts_as_not_found(client, lindens):
    client.get("/suche/?q=lidnen")

    assert SearchedWords.objects.get().results == 0


def test_who_asks_too_often_is_asked_to_wait(client, lindens, settings):
    settings.SEARCHES_PER_MINUTE = 2
    address = "/en/search/?q=lindens"

    statuses = [client.get(address).status_code for _ in range(3)]
    answer = client.get(address)

    seconds = int(answer.headers["Retry-After"])
    assert statuses == [200, 200, 429]
    assert 0 < seconds <= 60
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert f"search again in {seconds} second" in answer.content.decode()
    assert 'value="lindens"' in answer.content.decode()
    assert client.get("/en/search/").status_code == 200


def queries(client, address, found):
    """How often the second visit asks the database."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.context["answer"].total == found
    return len(asked)


@pytest.mark.parametrize("amount", [1, 7])
def test_results_ask_as_much_for_one_as_for_many(client, home, english, index, amount):
    for count in range(amount):
        project = factories.project(home, f"Ahorn-Projekt {count}")
        factories.translated(project)
        factories.translated(factories.workshop(project, f"Ahorn-Werkstatt {count}"))
        factories.translated(factories.standard(home, f"Ahorn-Seite {count}"))
    index()

    counted = {
        address: queries(client, address, found=3 * amount)
        for address in ("/suche/?q=ahorn", "/en/search/?q=ahorn")
    }

    number = {"sqlite": 24, "postgresql": 21}[connection.vendor]
    assert counted == {"/suche/?q=ahorn": number, "/en/search/?q=ahorn": number}


def test_words_in_another_language_are_marked(read, home, english, index):
    with override("de"):
        page = factories.standard(home, "Ahorn")
    factories.translated(page)
    index()

    seen = read("/en/search/?q=ahorn")

    assert seen.all(".item a") == ["Ahorn"]
